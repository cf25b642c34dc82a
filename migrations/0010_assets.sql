-- What the pack no longer names stays, since cases may speak of it, but is not active.
alter table areas add column active BOOLEAN not null default true;
alter table areas add column parent_key TEXT;
alter table streets add column active BOOLEAN not null default true;
alter table addresses add column active BOOLEAN not null default true;

-- Parks, stops, offices and whatever else people name; `name` is wording in pl, uk, en, `other_names` are parted by "|".
create table landmarks (
    id UUID not null constraint landmarks_pk primary key,
    key TEXT not null constraint landmarks_key_once unique,
    kind TEXT not null,
    name JSONB not null,
    name_where TEXT not null,
    other_names TEXT not null,
    lat_e7 BIGINT not null,
    lng_e7 BIGINT not null,
    active BOOLEAN not null
);

-- Things with a number: lamp posts, bins, stops, parcels; `unit_key` names the unit that looks after it.
create table assets (
    id UUID not null constraint assets_pk primary key,
    kind TEXT not null,
    code TEXT not null,
    lat_e7 BIGINT not null,
    lng_e7 BIGINT not null,
    unit_key TEXT,
    street_id UUID constraint assets_street references streets (id),
    near TEXT not null,
    active BOOLEAN not null,
    constraint assets_once unique (kind, code)
);
