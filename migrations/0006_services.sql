-- Groups of services, as the chooser shows them. `place` orders them.
create table service_groups (
    key TEXT not null constraint service_groups_pk primary key,
    place BIGINT not null,
    name JSONB not null
);

-- What the city offers to do or tell. Wording in pl, uk, en as JSON.
create table services (
    id UUID not null constraint services_pk primary key,
    key TEXT not null constraint services_key_once unique,
    group_key TEXT not null constraint services_group references service_groups (key),
    place BIGINT not null,
    kind TEXT not null constraint services_kind_known check (kind in ('intervention', 'question', 'idea', 'complaint', 'compliment')),
    name JSONB not null,
    hint JSONB,
    keywords TEXT not null,
    unit_id UUID constraint services_unit references units (id),
    public BOOLEAN not null,
    deadline_working_days BIGINT not null,
    -- A question whose "yes" means danger, and the number to call: {"ask": {...}, "call": "112"}.
    danger JSONB,
    active BOOLEAN not null
);
