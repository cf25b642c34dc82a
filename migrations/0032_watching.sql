-- A code mailed to whoever wants to see their own reports: six digits that hold for minutes. Neither the code nor an address stands here.
create table mailbox_codes (
    id UUID not null constraint mailbox_codes_pk primary key,
    -- The way to be reached that the code proves; null when the address is nobody's, or not one person's alone: the answer is the same.
    way_id UUID,
    -- A keyed digest of the code; null until its letter is made.
    digest TEXT,
    asked_at BIGINT not null,
    -- How often something else was typed.
    tries BIGINT not null,
    used_at BIGINT
);
create index mailbox_codes_of_way on mailbox_codes (way_id, asked_at) where way_id is not null;
create index mailbox_codes_by_age on mailbox_codes (asked_at);

-- What the public figures are counted by.
create index reports_received on reports (received_at);
create index verdicts_given on verdicts (given_at);
create index cases_open_to_all on cases (service_id, area_id) where public and state <> 'closed';
