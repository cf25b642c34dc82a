-- Who answers for the record: the key of a data controller of the pack. Whatever belongs to a case is its unit's
-- controller's; what the centre keeps by itself is the city's.
alter table residents add column controller TEXT not null default 'city';
alter table interactions add column controller TEXT not null default 'city';
alter table privacy_requests add column controller TEXT not null default 'city';
