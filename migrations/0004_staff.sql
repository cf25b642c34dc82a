-- The parts of the city, and municipal companies, that do the work. `name` is wording in pl, uk, en.
create table units (
    id UUID not null constraint units_pk primary key,
    key TEXT not null constraint units_key_once unique,
    parent_id UUID,
    name JSONB not null,
    short TEXT not null,
    email TEXT,
    phone TEXT,
    controller TEXT not null,
    active BOOLEAN not null
);

-- Who may sign in. `permissions` is a JSON list of words; `password` an argon2id hash, null until it is set;
-- `failures` counts attempts in a row that were not followed by the right password.
create table accounts (
    id UUID not null constraint accounts_pk primary key,
    login TEXT not null constraint accounts_login_once unique,
    name TEXT not null,
    unit_id UUID constraint accounts_unit references units (id),
    permissions JSONB not null,
    password TEXT,
    active BOOLEAN not null,
    created_at BIGINT not null,
    failures BIGINT not null,
    locked_until BIGINT not null
);

-- Who is signed in. Only the SHA-256 of the token is kept.
create table sessions (
    token_hash BYTEA not null constraint sessions_pk primary key,
    account_id UUID not null constraint sessions_account references accounts (id),
    created_at BIGINT not null,
    used_at BIGINT not null,
    ends_at BIGINT not null
);
create index sessions_of_account on sessions (account_id);

-- One-time links to set a password; a new one takes the place of the account's earlier one.
create table invitations (
    token_hash BYTEA not null constraint invitations_pk primary key,
    account_id UUID not null constraint invitations_one_each unique constraint invitations_account references accounts (id),
    ends_at BIGINT not null,
    used_at BIGINT
);

-- Keys of other programs. Only the SHA-256 of the key is kept.
create table api_keys (
    id UUID not null constraint api_keys_pk primary key,
    name TEXT not null,
    key_hash BYTEA not null constraint api_keys_hash_once unique,
    created_at BIGINT not null,
    revoked_at BIGINT
);
