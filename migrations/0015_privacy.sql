-- A resident whose data we only keep, and use for nothing else (GDPR art. 18); since when.
alter table residents add column restricted_at BIGINT;

-- What somebody asks about their own data. Erasure blanks who, contact, scope and said.
create table privacy_requests (
    id UUID not null constraint privacy_requests_pk primary key,
    number BIGINT not null constraint privacy_requests_number_once unique,
    kind TEXT not null constraint privacy_requests_kind_known
        check (kind in ('access', 'rectification', 'restriction', 'erasure', 'objection', 'portability')),
    channel TEXT not null,
    resident_id UUID constraint privacy_requests_resident references residents (id),
    who TEXT not null,
    contact TEXT not null,
    scope TEXT not null,
    -- Civil dates of the city, such as 2026-11-20.
    received_on TEXT not null,
    due_on TEXT not null,
    -- Why the month was not enough; null while the term is the first one.
    extended_because TEXT,
    -- How we know that it is they; null until somebody has said it.
    identity TEXT,
    state TEXT not null constraint privacy_requests_state_known
        check (state in ('received', 'identity_checked', 'in_progress', 'answered', 'refused')),
    -- What we answered, or why we refused.
    said TEXT not null,
    registered_at BIGINT not null,
    ended_at BIGINT
);
create index privacy_requests_open on privacy_requests (due_on) where ended_at is null;
create index privacy_requests_of_resident on privacy_requests (resident_id) where resident_id is not null;

-- What must stay for the time being, whoever asks for it to go: `subject_kind` is resident or case.
create table legal_holds (
    id UUID not null constraint legal_holds_pk primary key,
    subject_kind TEXT not null constraint legal_holds_kind_known check (subject_kind in ('resident', 'case')),
    subject_id UUID not null,
    reason TEXT not null,
    account_id UUID not null constraint legal_holds_account references accounts (id),
    from_at BIGINT not null,
    released_at BIGINT
);
create index legal_holds_of_subject on legal_holds (subject_id) where released_at is null;

-- Erasures that were done, with no word of whom: so that they are done again after a backup from before is restored.
create table erasures (
    id UUID not null constraint erasures_pk primary key,
    at BIGINT not null,
    -- The ids of the resident and of those merged into them.
    residents JSONB not null,
    -- The ids of cases that stayed.
    kept JSONB not null,
    -- Whether name and ways stayed because of them.
    identity_kept BOOLEAN not null,
    request_id UUID
);

-- How long what is kept, as the pack says; `rule` is the whole of it.
create table retention_rules (
    key TEXT not null constraint retention_rules_pk primary key,
    place BIGINT not null,
    rule JSONB not null
);

-- Whether runs happen by themselves: one row, 'daily', while they do.
create table retention_switches (
    key TEXT not null constraint retention_switches_pk primary key,
    account_id UUID not null constraint retention_switches_account references accounts (id),
    since BIGINT not null
);

-- What each run has done, by rule: {"rule": count}.
create table retention_runs (
    id UUID not null constraint retention_runs_pk primary key,
    begun_at BIGINT not null,
    ended_at BIGINT,
    account_id UUID,
    counts JSONB not null
);

-- What a rule has emptied: never what stood in it.
create table tombstones (
    id UUID not null constraint tombstones_pk primary key,
    what TEXT not null,
    subject_id UUID not null,
    rule TEXT not null,
    run_id UUID not null constraint tombstones_run references retention_runs (id),
    at BIGINT not null,
    constraint tombstones_once unique (what, subject_id, rule)
);
