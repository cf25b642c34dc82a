-- More is known of a session now: its id, by which it is ended from elsewhere, how it was begun, in which browser (family
-- and system only), whether with a second factor, when its owner last proved who they are, and since when it is locked.
alter table sessions add column id UUID;
alter table sessions add column way TEXT not null default 'password';
alter table sessions add column browser TEXT not null default '';
alter table sessions add column second_factor BOOLEAN not null default false;
alter table sessions add column proved_at BIGINT;
alter table sessions add column locked_at BIGINT;

-- Whoever works with permission `permission` must have a second factor, or need not.
create table entrance_rules (
    id UUID not null constraint entrance_rules_pk primary key,
    permission TEXT not null constraint entrance_rules_once unique,
    second_factor BOOLEAN not null
);

-- Secrets of the apps that show codes (RFC 6238), sealed with the key `second-factor` of the data folder. Not in use until
-- confirmed by a first code; `last_step` is the time step of the last code taken, which is never taken again.
create table totp_secrets (
    id UUID not null constraint totp_secrets_pk primary key,
    account_id UUID not null constraint totp_secrets_account references accounts (id),
    secret BYTEA not null,
    created_at BIGINT not null,
    confirmed_at BIGINT,
    last_step BIGINT not null
);
create index totp_secrets_of_account on totp_secrets (account_id);

-- One-time codes for the day when the phone is lost. Only the SHA-256 of a code is kept.
create table recovery_codes (
    code_hash BYTEA not null constraint recovery_codes_pk primary key,
    account_id UUID not null constraint recovery_codes_account references accounts (id),
    used_at BIGINT
);
create index recovery_codes_of_account on recovery_codes (account_id);

-- Whoever gave the right password and still owes the second factor. Opens nothing. Only the SHA-256 of the token is kept.
create table half_sign_ins (
    token_hash BYTEA not null constraint half_sign_ins_pk primary key,
    account_id UUID not null constraint half_sign_ins_account references accounts (id),
    ends_at BIGINT not null
);
create index half_sign_ins_of_account on half_sign_ins (account_id);

-- What the owner of an account is shown of attempts to sign in; the newest hundred of each account.
create table sign_ins (
    id UUID not null constraint sign_ins_pk primary key,
    account_id UUID not null constraint sign_ins_account references accounts (id),
    at BIGINT not null,
    way TEXT not null,
    outcome TEXT not null,
    browser TEXT not null
);
create index sign_ins_of_account on sign_ins (account_id, at);

-- Passkeys (WebAuthn): the public half, as the library writes it.
create table passkeys (
    id UUID not null constraint passkeys_pk primary key,
    account_id UUID not null constraint passkeys_account references accounts (id),
    name TEXT not null,
    credential_id BYTEA not null constraint passkeys_credential_once unique,
    credential JSONB not null,
    created_at BIGINT not null,
    used_at BIGINT
);
create index passkeys_of_account on passkeys (account_id);

-- What the city's single sign-on calls an account; `cut_off` when that is what deactivated it.
create table identities (
    id UUID not null constraint identities_pk primary key,
    issuer TEXT not null,
    subject TEXT not null,
    account_id UUID not null constraint identities_account references accounts (id),
    created_at BIGINT not null,
    cut_off BOOLEAN not null,
    constraint identities_once unique (issuer, subject)
);
create index identities_of_account on identities (account_id);

-- What the browser was asked to sign with a passkey, until it answers; holds once. Only the SHA-256 of the token is kept.
create table passkey_ceremonies (
    token_hash BYTEA not null constraint passkey_ceremonies_pk primary key,
    account_id UUID constraint passkey_ceremonies_account references accounts (id),
    state JSONB not null,
    ends_at BIGINT not null
);
create index passkey_ceremonies_by_end on passkey_ceremonies (ends_at);
