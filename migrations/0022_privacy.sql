-- A report is found by its conversation: whoever lists conversations leaves out those about matters that they may not know of.
create index reports_of_interaction on reports (interaction_id);
