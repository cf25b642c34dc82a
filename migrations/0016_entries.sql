-- What the city says of itself: one row for each unit, service, line … `pack` is what the pack's file says, `own` what pages changed
-- of it (a merge patch, RFC 7386); `removed` when a page took it out of use. `version` counts its changes.
create table entries (
    section TEXT not null,
    key TEXT not null,
    place BIGINT not null,
    pack JSONB,
    own JSONB,
    removed BOOLEAN not null,
    version BIGINT not null,
    constraint entries_pk primary key (section, key)
);

-- The values that an entry has had, the newest in force; `value` is null when it went out of use.
create table entry_versions (
    id UUID not null constraint entry_versions_pk primary key,
    section TEXT not null,
    key TEXT not null,
    version BIGINT not null,
    at BIGINT not null,
    -- Who changed it on a page; null when the pack did.
    account_id UUID,
    value JSONB,
    constraint entry_versions_once unique (section, key, version)
);
