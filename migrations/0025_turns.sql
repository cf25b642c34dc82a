-- Whose turn it is beside the state, null when the state says all: `scheduled` (the work is set for `scheduled_on`, a day of
-- the city), `resident` (its author was asked something), `reopened` (it had ended, and its author said that it is not done).
alter table cases add column turn TEXT constraint cases_turn_known check (turn in ('scheduled', 'resident', 'reopened'));
alter table cases add column scheduled_on TEXT;

-- Whose words they are when they are not the city's: its author's, with whom they are erased.
alter table case_words add column report_id UUID;
create index case_words_of_report on case_words (report_id) where report_id is not null;

-- What the author of a report says of the end of its case, once for each end (`closure_id` is its event), and what followed.
create table verdicts (
    report_id UUID not null constraint verdicts_report references reports (id),
    closure_id UUID not null,
    case_id UUID not null constraint verdicts_case references cases (id),
    ruling TEXT not null constraint verdicts_ruling_known check (ruling in ('confirmed', 'reopened', 'undecided', 'declined')),
    -- Why it is not done, in the author's words; empty after erasure.
    body TEXT not null,
    given_at BIGINT not null,
    constraint verdicts_pk primary key (report_id, closure_id)
);
create index verdicts_undecided on verdicts (given_at) where ruling = 'undecided';
