-- After the forum: similar cards joined, worded as recommendations, reported and answered.

create table harvest_group (
  id text primary key,
  event_id text not null references event (id),
  position integer not null check (position >= 1),
  title jsonb not null check (cast(title as text) <> '{}'),
  -- What became of it.
  recommendation_id text references recommendation (id),
  made_by text not null references person (id),
  created_at timestamptz not null
);
create index harvest_group_event on harvest_group (event_id, position, id);

create table harvest_card (
  card_id text primary key references note_card (id),
  group_id text not null references harvest_group (id) on delete cascade,
  added_at timestamptz not null
);
