-- What the tables write down: cards, written on several devices at once and without a net.

-- The link by which a table's host and note taker write, until a time.
create table table_link (
  id text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  token_hash text not null unique,
  made_by text not null references person (id),
  created_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz
);

create table note_card (
  -- Made by the device.
  id text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  round integer not null check (round >= 1),
  kind text not null check (kind in ('insight', 'disagreement', 'proposal', 'open-question')),
  -- As it reads after all edits; several lines where two devices wrote apart stand in `note_card_edit`.
  words text not null check (length(words) between 1 and 2000),
  -- Of a proposal: who could do it.
  who_could text check (length(who_could) between 1 and 200),
  language text not null check (language in ('sv', 'en', 'es')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Taken away by the table, or by an organizer.
  removed_at timestamptz
);
create index note_card_event on note_card (event_id, round, created_at, id);
create index note_card_table on note_card (table_id, round, created_at, id);
