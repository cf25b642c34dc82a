-- Residents are people or firms, need to be met in their own way, and may share a number or an address.
alter table residents add column kind TEXT not null default 'person' constraint residents_kind_known check (kind in ('person', 'firm'));
-- The name without case and diacritics, to be searched by.
alter table residents add column folded TEXT;
-- Numbers of a firm, digits only (Polish tax number, register of firms).
alter table residents add column nip TEXT;
alter table residents add column regon TEXT;
-- Other languages they speak, as BCP 47 tags; `language` is the one they prefer.
alter table residents add column languages JSONB not null default '[]';
create index residents_merged on residents (merged_into) where merged_into is not null;

-- A way to reach a resident. Several residents may use the same one; `shared` says that we know so.
create table ways (
    id UUID not null constraint ways_pk primary key,
    resident_id UUID not null constraint ways_resident references residents (id),
    kind TEXT not null constraint ways_kind_known check (kind in ('email', 'phone', 'post')),
    address TEXT not null,
    shared BOOLEAN not null,
    created_at BIGINT not null,
    constraint ways_once unique (resident_id, kind, address)
);
create index ways_by_address on ways (kind, address);
insert into ways (id, resident_id, kind, address, shared, created_at)
    select w.id, w.resident_id, w.kind, w.address, w.id <> w.id, w.created_at from resident_ways w;
drop table resident_ways;

-- How somebody has to be spoken or written to. `words` only of the kind other.
create table needs (
    resident_id UUID not null constraint needs_resident references residents (id),
    kind TEXT not null,
    words TEXT,
    noted_at BIGINT not null,
    constraint needs_pk primary key (resident_id, kind)
);

-- People who speak for a firm.
create table firm_people (
    id UUID not null constraint firm_people_pk primary key,
    resident_id UUID not null constraint firm_people_resident references residents (id),
    name TEXT not null,
    role TEXT not null
);
create index firm_people_of_resident on firm_people (resident_id);

-- Consents for purposes other than one's own matter, given and withdrawn; added and never edited.
create table consents (
    id UUID not null constraint consents_pk primary key,
    resident_id UUID not null constraint consents_resident references residents (id),
    purpose TEXT not null,
    channel TEXT not null constraint consents_channel_known check (channel in ('email', 'sms', 'phone', 'post')),
    given BOOLEAN not null,
    at BIGINT not null,
    -- How it was said: the channel's word; by whom it was noted; the version of the text that was read or shown.
    how TEXT not null,
    account_id UUID constraint consents_account references accounts (id),
    text_version TEXT not null
);
create index consents_of_resident on consents (resident_id, at);

-- That somebody answered questions well enough to be told of their own matters, by one account, for a while.
create table verifications (
    id UUID not null constraint verifications_pk primary key,
    resident_id UUID not null constraint verifications_resident references residents (id),
    account_id UUID not null constraint verifications_account references accounts (id),
    -- The conversation in which it was done, if one was kept.
    interaction_id UUID,
    -- The keys of the questions answered rightly.
    questions JSONB not null,
    at BIGINT not null,
    until BIGINT not null
);
create index verifications_of_resident on verifications (resident_id, until);
create index verifications_of_interaction on verifications (interaction_id) where interaction_id is not null;

-- Conversations that last, and the number that somebody called from: not part of anybody's profile.
alter table interactions add column direction TEXT not null default 'in' constraint interactions_direction_known check (direction in ('in', 'out'));
alter table interactions add column line TEXT;
-- The one topic that it was about first of all.
alter table interactions add column topic TEXT;
alter table interactions add column topics JSONB not null default '[]';
alter table interactions add column account_id UUID;
-- The number as E.164 until its term is over, then a keyed hash of it, so that repeated callers still count.
alter table interactions add column caller_number TEXT;
alter table interactions add column caller_hash TEXT;
create index interactions_by_caller on interactions (caller_number) where caller_number is not null;
create index interactions_by_caller_hash on interactions (caller_hash) where caller_hash is not null;
create index interactions_of_resident on interactions (resident_id, begun_at) where resident_id is not null;

-- What was written down during a conversation.
create table interaction_notes (
    id UUID not null constraint interaction_notes_pk primary key,
    interaction_id UUID not null constraint interaction_notes_interaction references interactions (id),
    body TEXT not null,
    at BIGINT not null
);
create index interaction_notes_of_interaction on interaction_notes (interaction_id);

-- Whether the letter is to be read in large print.
alter table notices add column large_print BOOLEAN not null default false;

-- News that no letter may carry: a person has to call, write or find another way. `wish`: call, sms, post, none.
create table errands (
    id UUID not null constraint errands_pk primary key,
    resident_id UUID not null constraint errands_resident references residents (id),
    subject_id UUID not null,
    template TEXT not null,
    language TEXT not null,
    wish TEXT not null constraint errands_wish_known check (wish in ('call', 'sms', 'post', 'none')),
    reason TEXT not null,
    -- What is to be told; empty after erasure.
    title TEXT not null,
    body TEXT not null,
    cause_id UUID not null,
    begun_at BIGINT not null,
    done_at BIGINT,
    constraint errands_once unique (cause_id, resident_id)
);
create index errands_open on errands (begun_at) where done_at is null;
create index errands_of_resident on errands (resident_id);
