-- For trying another routing table on the cases of the past.
create index cases_of_service on cases (service_id, opened_at);
