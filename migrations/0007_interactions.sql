-- Every conversation on every channel, a report sent from a page included.
create table interactions (
    id UUID not null constraint interactions_pk primary key,
    channel TEXT not null constraint interactions_channel_known
        check (channel in ('phone', 'sms', 'email', 'chat', 'web', 'app', 'open311', 'counter', 'post', 'other')),
    resident_id UUID constraint interactions_resident references residents (id),
    language TEXT not null,
    begun_at BIGINT not null,
    ended_at BIGINT,
    -- How it ended: informed, case_opened; null while it lasts or when nobody said.
    disposition TEXT,
    -- The system a historic row was taken from, and its key there.
    source TEXT,
    source_key TEXT
);
create unique index interactions_source_once on interactions (source, source_key) where source is not null;
