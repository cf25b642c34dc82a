-- A photo of a report or of the end of a case. Its pictures are files, named here by their ids: the one that was sent and, where
-- something on it was covered, the one that is shown.
create table photos (
    id UUID not null constraint photos_pk primary key,
    case_id UUID not null constraint photos_case references cases (id),
    -- Whose it is: the author's of a report, else the unit's, told with the event `event_id`.
    report_id UUID constraint photos_report references reports (id),
    event_id UUID,
    kind TEXT not null constraint photos_kind_known check (kind in ('reported', 'before', 'after')),
    state TEXT not null constraint photos_state_known check (state in ('waiting', 'published', 'withheld', 'erased')),
    -- Why it is withheld, in words for its author.
    reason TEXT not null,
    original UUID not null,
    covered UUID,
    -- What is covered: left, top, width and height in thousandths of the picture.
    areas JSONB not null,
    -- Pixels.
    width BIGINT not null,
    height BIGINT not null,
    added_at BIGINT not null,
    -- How often it was changed, so that nobody decides of another picture than they saw.
    edits BIGINT not null
);
create index photos_of_case on photos (case_id);
create index photos_of_report on photos (report_id) where report_id is not null;
create index photos_waiting on photos (added_at) where state = 'waiting';
create index photos_original on photos (original);

-- Why a unit that says that it is done shows no photo of it.
alter table case_words add column no_photo TEXT;
