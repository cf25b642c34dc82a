-- The journal: what happened, added and never edited. `facts` holds ids, states, moments and numbers only.
create table events (
    id UUID not null constraint events_pk primary key,
    -- The place in the order of the whole journal; null until the relay has numbered it (PostgreSQL).
    position BIGINT constraint events_position_once unique,
    at BIGINT not null,
    actor_kind TEXT not null,
    actor_id UUID,
    subject_kind TEXT not null,
    subject_id UUID not null,
    version BIGINT not null,
    kind TEXT not null,
    facts JSONB not null,
    constraint events_version_once unique (subject_id, version)
);
create index events_unnumbered on events (at) where position is null;

-- How far each projection of the journal has come.
create table cursors (
    name TEXT not null constraint cursors_pk primary key,
    position BIGINT not null
);

-- Who may do what only one process does at a time, and until when.
create table leases (
    name TEXT not null constraint leases_pk primary key,
    holder UUID not null,
    until BIGINT not null
);
