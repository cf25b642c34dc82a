-- Reports of one thing are one case: a case whose reports were moved into another one points to it, and has none itself.
alter table cases add column merged_into UUID;
create index cases_merged on cases (merged_into) where merged_into is not null;
create index cases_alike on cases (service_id, lat_e7) where lat_e7 is not null;

-- Somebody else whom a public case concerns. Those of a merged case follow the one that has its reports.
create table followers (
    id UUID not null constraint followers_pk primary key,
    case_id UUID not null constraint followers_case references cases (id),
    -- Null for somebody who left no address: they are only counted.
    resident_id UUID constraint followers_resident references residents (id),
    language TEXT not null,
    began_at BIGINT not null,
    -- When whoever owns the address said yes; null before, and for those who are only counted.
    confirmed_at BIGINT,
    -- When they heard enough, or did not say yes in time.
    ended_at BIGINT,
    -- Made by the form, so that one that is sent twice counts once.
    token UUID constraint followers_token_once unique
);
create index followers_of_case on followers (case_id);
create index followers_of_resident on followers (resident_id) where resident_id is not null;
