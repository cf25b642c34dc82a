-- The thing with a number that a case is about, when its place is one: whoever looks after it may get the case.
alter table cases add column asset_id UUID constraint cases_asset references assets (id);
