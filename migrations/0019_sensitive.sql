-- Matters of a sensitive service are known only to the unit that deals with them and to people named for one of them.
-- Whether a case is one, and its archive category such as B5 or A: as the service said when it was opened.
alter table cases add column sensitive BOOLEAN not null default false;
alter table cases add column archive TEXT;
create index cases_sensitive on cases (service_id) where sensitive;

-- People outside the unit to whom one case was shown on purpose.
create table case_guests (
    case_id UUID not null constraint case_guests_case references cases (id),
    account_id UUID not null constraint case_guests_account references accounts (id),
    given_at BIGINT not null,
    constraint case_guests_pk primary key (case_id, account_id)
);
create index case_guests_of_account on case_guests (account_id);

-- The data controllers whose cases people of the centre may see; '*' means all.
create table centre_controllers (
    controller TEXT not null constraint centre_controllers_pk primary key
);
insert into centre_controllers (controller) values ('*');
