-- What the city was asked to do.
create table cases (
    id UUID not null constraint cases_pk primary key,
    kind TEXT not null,
    service_id UUID not null constraint cases_service references services (id),
    unit_id UUID constraint cases_unit references units (id),
    state TEXT not null constraint cases_state_known check (state in ('received', 'dispatched', 'accepted', 'in_progress', 'closed')),
    outcome TEXT,
    controller TEXT not null,
    public BOOLEAN not null,
    opened_at BIGINT not null,
    due_at BIGINT,
    closed_at BIGINT,
    changed_at BIGINT not null,
    -- Where: a point (1e-7 degree), the area it lies in, and words for people.
    lat_e7 BIGINT,
    lng_e7 BIGINT,
    area_id UUID constraint cases_area references areas (id),
    place TEXT not null
);
create index cases_inbox on cases (unit_id, due_at) where state <> 'closed';
create index cases_closed_of_unit on cases (unit_id, closed_at) where state = 'closed';
create index cases_done on cases (closed_at) where public and state = 'closed';
create index cases_undispatched on cases (opened_at) where state = 'received';

-- What one resident told us about one thing.
create table reports (
    id UUID not null constraint reports_pk primary key,
    number BIGINT not null constraint reports_number_once unique,
    case_id UUID not null constraint reports_case references cases (id),
    interaction_id UUID not null constraint reports_interaction references interactions (id),
    resident_id UUID constraint reports_resident references residents (id),
    body TEXT not null,
    language TEXT not null,
    received_at BIGINT not null,
    -- Made by the form, so that a report sent twice is one report.
    token UUID constraint reports_token_once unique
);
create index reports_of_case on reports (case_id);
create index reports_of_resident on reports (resident_id) where resident_id is not null;

-- What was said to the resident with an event: free text stays out of the journal.
create table case_words (
    event_id UUID not null constraint case_words_pk primary key,
    case_id UUID not null constraint case_words_case references cases (id),
    body TEXT not null,
    language TEXT not null
);
create index case_words_of_case on case_words (case_id);
