-- Named sets of permissions; whoever holds a role may do what it says now. `told` is what the pack or the program says
-- of it, null for a role made on a page; `temporary` asks for an end date of the account.
create table roles (
    id UUID not null constraint roles_pk primary key,
    key TEXT not null constraint roles_key_once unique,
    name JSONB not null,
    permissions JSONB not null,
    temporary BOOLEAN not null,
    told JSONB
);

-- Who holds which role. An account without any keeps the permissions in its own row.
create table account_roles (
    account_id UUID not null constraint account_roles_account references accounts (id),
    role_id UUID not null constraint account_roles_role references roles (id),
    constraint account_roles_pk primary key (account_id, role_id)
);
create index account_roles_of_role on account_roles (role_id);

-- What people may be good at, as the city names it.
create table skills (
    key TEXT not null constraint skills_pk primary key,
    name JSONB not null
);

-- What somebody is good at, from 1 to 5.
create table account_skills (
    account_id UUID not null constraint account_skills_account references accounts (id),
    skill TEXT not null constraint account_skills_skill references skills (key),
    level BIGINT not null,
    constraint account_skills_pk primary key (account_id, skill)
);

-- The languages that somebody speaks, from 1 to 5.
create table account_languages (
    account_id UUID not null constraint account_languages_account references accounts (id),
    tag TEXT not null,
    level BIGINT not null,
    constraint account_languages_pk primary key (account_id, tag)
);

-- The directory's side of an account. `ends_at`: the account ends by itself; `pattern`: the weekly hours, null when they
-- are those of the unit; `deputy_id`: the account that stands in.
alter table accounts add column title TEXT;
alter table accounts add column email TEXT;
alter table accounts add column phone TEXT;
alter table accounts add column room TEXT;
alter table accounts add column ends_at BIGINT;
alter table accounts add column pattern JSONB;
alter table accounts add column deputy_id UUID;

-- When somebody is away, both days included, as dates of the city (YYYY-MM-DD).
create table absences (
    id UUID not null constraint absences_pk primary key,
    account_id UUID not null constraint absences_account references accounts (id),
    kind TEXT not null,
    from_on TEXT not null,
    until_on TEXT not null,
    deputy_id UUID,
    cancelled BOOLEAN not null
);
create index absences_of_account on absences (account_id, until_on);

-- What the pack says of a unit beyond its name, and whether it was retired on a page, whatever the pack says.
alter table units add column details JSONB;
alter table units add column stopped BOOLEAN;

-- Who leads a unit.
create table unit_leaders (
    unit_id UUID not null constraint unit_leaders_pk primary key constraint unit_leaders_unit references units (id),
    head_id UUID constraint unit_leaders_head references accounts (id),
    deputy_id UUID constraint unit_leaders_deputy references accounts (id)
);
