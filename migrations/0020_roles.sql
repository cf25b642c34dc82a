-- What the pack says of a role stands in `entries`, with all else that the city says of itself. `retired`: the city no longer
-- names the role, and nobody holds it.
alter table roles drop column told;
alter table roles add column retired BOOLEAN;
