-- One cause behind many cases: a storm, an outage. Services and areas say which cases may belong to it; no area means the whole city.
create table incidents (
    id UUID not null constraint incidents_pk primary key,
    controller TEXT not null,
    name TEXT not null,
    -- Since when the cause holds: cases opened before belong to something else.
    since BIGINT not null,
    opened_at BIGINT not null,
    ended_at BIGINT,
    outcome TEXT,
    -- What was said at the end.
    answer TEXT
);
create index incidents_open on incidents (ended_at, opened_at);

create table incident_services (
    incident_id UUID not null constraint incident_services_incident references incidents (id),
    service_id UUID not null,
    constraint incident_services_pk primary key (incident_id, service_id)
);

create table incident_areas (
    incident_id UUID not null constraint incident_areas_incident references incidents (id),
    area_id UUID not null,
    constraint incident_areas_pk primary key (incident_id, area_id)
);

-- The text for residents, a row for each time it was written; the newest holds.
create table incident_words (
    event_id UUID not null constraint incident_words_pk primary key,
    incident_id UUID not null constraint incident_words_incident references incidents (id),
    pl TEXT not null,
    uk TEXT,
    en TEXT,
    at BIGINT not null
);
create index incident_words_of on incident_words (incident_id, at);

-- The incident to which a case belongs now.
create table case_incidents (
    case_id UUID not null constraint case_incidents_pk primary key constraint case_incidents_case references cases (id),
    incident_id UUID not null constraint case_incidents_incident references incidents (id)
);
create index case_incidents_of on case_incidents (incident_id);

-- Somebody who wants to hear how it ended and has no case of their own. Their number is one of their ways.
create table incident_followers (
    id UUID not null constraint incident_followers_pk primary key,
    incident_id UUID not null constraint incident_followers_incident references incidents (id),
    resident_id UUID not null constraint incident_followers_resident references residents (id),
    began_at BIGINT not null,
    ended_at BIGINT
);
create index incident_followers_of on incident_followers (incident_id, resident_id);
create index incident_followers_resident on incident_followers (resident_id);
