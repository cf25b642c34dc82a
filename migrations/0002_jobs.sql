-- Work that follows a change. `state`: due, done or failed; a claimed job is due with `locked_until` ahead.
create table jobs (
    id UUID not null constraint jobs_pk primary key,
    kind TEXT not null,
    payload JSONB not null,
    event_id UUID,
    state TEXT not null constraint jobs_state_known check (state in ('due', 'done', 'failed')),
    due_at BIGINT not null,
    attempts BIGINT not null,
    locked_until BIGINT not null,
    last_error TEXT,
    finished_at BIGINT
);
create index jobs_due on jobs (due_at) where state = 'due';
create index jobs_failed on jobs (finished_at) where state = 'failed';
