-- Who of the city's people read or searched personal data, when and what for. Kept two years, read by the data-protection officer only.
create table looks (
    id UUID not null constraint looks_pk primary key,
    at BIGINT not null,
    account_id UUID not null constraint looks_account references accounts (id),
    act TEXT not null constraint looks_act_known check (act in ('read', 'search', 'export')),
    -- What was read: the kind of the record and its id; null for a search.
    subject_kind TEXT not null,
    subject_id UUID,
    purpose TEXT not null,
    -- What was searched for. Personal data itself.
    words TEXT
);
create index looks_at on looks (at);
create index looks_of_subject on looks (subject_id, at) where subject_id is not null;
create index looks_of_account on looks (account_id, at);
