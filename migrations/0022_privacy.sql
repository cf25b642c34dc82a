-- A report is found by its conversation: whoever lists conversations leaves out those about matters that they may not know of.
create index reports_of_interaction on reports (interaction_id);

-- What somebody changed is found without reading the whole journal.
create index events_of_actor on events (actor_id, at) where actor_id is not null;
