-- Messages about one's own matter. `state`: queued, sent or failed. Erasure blanks address, title and body.
create table notices (
    id UUID not null constraint notices_pk primary key,
    resident_id UUID not null constraint notices_resident references residents (id),
    -- The case or report that it is about.
    subject_id UUID not null,
    template TEXT not null,
    channel TEXT not null constraint notices_channel_known check (channel in ('email')),
    language TEXT not null,
    address TEXT not null,
    title TEXT not null,
    body TEXT not null,
    -- The subject whose notices mail programs show as one conversation.
    thread_id UUID,
    state TEXT not null constraint notices_state_known check (state in ('queued', 'sent', 'failed')),
    queued_at BIGINT not null,
    -- When it was sent or given up; null while it is queued.
    ended_at BIGINT,
    -- The event it tells of, so that a job done twice tells it once.
    cause_id UUID not null,
    constraint notices_once unique (cause_id, resident_id),
    constraint notices_ended check ((state = 'queued') = (ended_at is null))
);
create index notices_of_subject on notices (subject_id);
create index notices_of_resident on notices (resident_id);
