-- What the forum came to need when many used it at once.

-- How far out each statement stands on the map, by its number: wanted whenever somebody votes, where reading the whole map with
-- everybody's position in it would hold up all pages. Empty for a map that was drawn before; the next one tells it.
alter table dialogue_map add column extremities jsonb;

-- Up to which version of the seats those whose table changed were mailed: once for each.
create table seats_mailed (
  event_id text not null references event (id),
  version integer not null check (version >= 1),
  mailed_at timestamptz not null,
  mailed_by text not null references person (id),
  people integer not null check (people >= 1),
  primary key (event_id, version)
);

-- sqlite:
create trigger seats_mailed_of_now before insert on seats_mailed
when not exists (
  select 1 from seating where event_id = new.event_id and version = new.version and shown_at is not null
)
begin
  select raise(abort, 'people are told of the seats as they are, once they have been shown them');
end;
-- end
-- postgres:
create function seats_mailed_of_now() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from seating where event_id = new.event_id and version = new.version and shown_at is not null
  ) then
    raise exception 'people are told of the seats as they are, once they have been shown them';
  end if;
  return new;
end $$;
create trigger seats_mailed_of_now before insert on seats_mailed
for each row execute function seats_mailed_of_now();
-- end
