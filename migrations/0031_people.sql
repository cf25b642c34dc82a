-- Who in the unit deals with a case.
create table case_people (
    case_id UUID not null constraint case_people_pk primary key constraint case_people_case references cases (id),
    account_id UUID not null constraint case_people_account references accounts (id),
    since BIGINT not null
);
create index case_people_of_account on case_people (account_id);

-- The marks under which an office keeps the papers of a case: `Or-II.0003.1.107.2017`. `folded` is for searching.
create table case_marks (
    case_id UUID not null constraint case_marks_case references cases (id),
    mark TEXT not null,
    folded TEXT not null,
    constraint case_marks_pk primary key (case_id, folded)
);
create index case_marks_folded on case_marks (folded);

-- Searches of the inbox that somebody keeps under a name: for themselves, or for all of their unit (`unit_id`).
create table case_views (
    id UUID not null constraint case_views_pk primary key,
    account_id UUID not null constraint case_views_account references accounts (id),
    unit_id UUID constraint case_views_unit references units (id),
    name TEXT not null,
    query TEXT not null
);
create index case_views_of_account on case_views (account_id);
create index case_views_of_unit on case_views (unit_id) where unit_id is not null;
