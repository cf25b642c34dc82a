-- What was promised for a case and what the law wants: the first answer, planned work, the fix, the statutory term. All of it
-- follows from the journal, but `look_at`: when somebody has to look next, to warn or to tell that it is late.
-- `first_due_at` is what was promised first, moved only by the time that the author was waited for.
create table case_clocks (
    case_id UUID not null constraint case_clocks_case references cases (id),
    clock TEXT not null constraint case_clocks_known check (clock in ('first_answer', 'work', 'fix', 'legal')),
    started_at BIGINT not null,
    due_at BIGINT not null,
    first_due_at BIGINT not null,
    stands_since BIGINT,
    met_at BIGINT,
    warned_at BIGINT,
    missed_at BIGINT,
    look_at BIGINT,
    constraint case_clocks_pk primary key (case_id, clock)
);
create index case_clocks_to_look on case_clocks (look_at) where look_at is not null;
create index case_clocks_due on case_clocks (clock, first_due_at);

-- Promises made before there were clocks; nobody is warned of them.
insert into case_clocks (case_id, clock, started_at, due_at, first_due_at, met_at)
    select id, 'fix', opened_at, due_at, due_at, closed_at from cases where due_at is not null;

-- What a case is in law, as a person has confirmed it; null for most. Of a skarga, the unit complained of: it never decides.
alter table cases add column legal_form TEXT constraint cases_legal_form_known check (legal_form in
    ('skarga', 'wniosek', 'petition', 'public_information', 'accessibility_demand', 'gdpr_request', 'interpellation'));
alter table cases add column about_unit_id UUID;
