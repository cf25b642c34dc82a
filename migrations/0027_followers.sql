-- Reports of one thing are one case: a case whose reports were moved into another one points to it, and has none itself.
alter table cases add column merged_into UUID;
create index cases_merged on cases (merged_into) where merged_into is not null;
create index cases_alike on cases (service_id, lat_e7) where lat_e7 is not null;
