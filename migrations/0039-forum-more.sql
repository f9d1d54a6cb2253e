-- What the forum came to need when many used it at once.

-- How far out each statement stands on the map, by its number: wanted whenever somebody votes, where reading the whole map with
-- everybody's position in it would hold up all pages. Empty for a map that was drawn before; the next one tells it.
alter table dialogue_map add column extremities jsonb;
