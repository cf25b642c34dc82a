-- What a pack says of a service beyond its columns: questions, routes, verification, archive category; null for none.
alter table services add column details JSONB;

-- What was answered to the questions of a service with a report. `value` is an option's key, yes or no, a number, a day
-- or the resident's own words; erasure blanks those that are their own. `asked` has the wording of that day:
-- {"ask": {...}, "name": {...}}.
create table answers (
    report_id UUID not null constraint answers_report references reports (id),
    place BIGINT not null,
    question TEXT not null,
    kind TEXT not null constraint answers_kind_known check (kind in ('choice', 'yes_no', 'text', 'number', 'date')),
    value TEXT not null,
    asked JSONB not null,
    constraint answers_pk primary key (report_id, place)
);

-- What units have asked the centre to do for them; what the pack says of each as JSON, as in the three tables below.
create table orders (
    id UUID not null constraint orders_pk primary key,
    key TEXT not null constraint orders_key_once unique,
    place BIGINT not null,
    told JSONB not null,
    active BOOLEAN not null
);

-- What conversations are about, as a tree.
create table topics (
    id UUID not null constraint topics_pk primary key,
    key TEXT not null constraint topics_key_once unique,
    place BIGINT not null,
    told JSONB not null,
    active BOOLEAN not null
);

-- The numbers that residents call.
create table lines (
    id UUID not null constraint lines_pk primary key,
    key TEXT not null constraint lines_key_once unique,
    place BIGINT not null,
    told JSONB not null,
    active BOOLEAN not null
);

-- What the centre can tell: titles, their text later.
create table cards (
    id UUID not null constraint cards_pk primary key,
    key TEXT not null constraint cards_key_once unique,
    place BIGINT not null,
    told JSONB not null,
    active BOOLEAN not null
);
