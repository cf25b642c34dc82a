-- What administrators set for the running of the city: `backup`, `mail`. Secrets in `value` are sealed. `version` counts changes.
create table upkeep_settings (
    id UUID not null constraint upkeep_settings_pk primary key,
    name TEXT not null constraint upkeep_settings_once unique,
    value JSONB not null,
    version BIGINT not null
);

-- Backups, the newest telling how the city is kept. `file` is a name in the folder of backups.
create table backups (
    id UUID not null constraint backups_pk primary key,
    state TEXT not null constraint backups_state_known check (state in ('waiting', 'running', 'done', 'failed', 'removed')),
    asked_at BIGINT not null,
    ended_at BIGINT,
    file TEXT,
    bytes BIGINT,
    sha256 TEXT,
    -- What went wrong, in the words of the log.
    error TEXT
);
create index backups_by_time on backups (asked_at);

-- Drills: a backup restored into a throw-away place and compared with its journal.
create table drills (
    id UUID not null constraint drills_pk primary key,
    state TEXT not null constraint drills_state_known check (state in ('running', 'passed', 'failed')),
    started_at BIGINT not null,
    ended_at BIGINT,
    -- When the backup was made, and how many rows came back.
    made_at BIGINT,
    row_count BIGINT,
    error TEXT
);
create index drills_by_time on drills (started_at);

-- Other programs that are told of what happens. `kinds` are the kinds of events; `secret` is sealed.
create table webhooks (
    id UUID not null constraint webhooks_pk primary key,
    state TEXT not null constraint webhooks_state_known check (state in ('active', 'stopped', 'removed')),
    address TEXT not null,
    kinds JSONB not null,
    secret TEXT not null,
    created_at BIGINT not null,
    -- Attempts that failed since the last one that did not.
    failures BIGINT not null
);

-- What a webhook was told, or will be: one row for each event.
create table deliveries (
    id UUID not null constraint deliveries_pk primary key,
    webhook_id UUID not null constraint deliveries_webhook references webhooks (id),
    event_id UUID not null,
    kind TEXT not null,
    body TEXT not null,
    state TEXT not null constraint deliveries_state_known check (state in ('queued', 'sent', 'failed')),
    queued_at BIGINT not null,
    tried_at BIGINT,
    attempts BIGINT not null,
    status BIGINT,
    millis BIGINT,
    error TEXT,
    constraint deliveries_once unique (webhook_id, event_id)
);
create index deliveries_by_webhook on deliveries (webhook_id, queued_at);
