-- What the tables write down: cards, written on several devices at once and without a net.

-- The link by which a table's host and note taker write. Until when follows from the event's end.
create table table_link (
  id text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  token_hash text not null unique,
  -- The link itself, for the sheet that stands on the table and may have to be printed again; gone when it ends.
  token text,
  made_by text not null references person (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or token is null)
);
create unique index table_link_one_at_a_time on table_link (table_id) where ended_at is null;
create index table_link_event on table_link (event_id);

create table note_card (
  -- Made by the device.
  id text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  round integer not null check (round between 1 and 50),
  kind text not null check (kind in ('insight', 'disagreement', 'proposal', 'open-question')),
  -- As it reads after all edits; words that two devices wrote apart stand in `note_beside` until somebody chooses.
  words text not null check (length(words) between 1 and 2000),
  -- Of a proposal: who could do it.
  who_could text check (length(who_could) between 1 and 200),
  language text not null check (language in ('sv', 'en', 'es')),
  -- By our own clock, when it arrived and when it was changed last: the clocks of phones are wrong.
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Taken away by the table, or by an organizer.
  removed_at timestamptz,
  -- The edit after which it reads as it does.
  head text,
  -- Counts what arrives at the event, so that whoever asks can be told what is new since then.
  arrival integer not null default 0,
  taken_away_at timestamptz,
  hidden_at timestamptz,
  hidden_because text check (length(hidden_because) between 1 and 500),
  check ((hidden_at is null) = (hidden_because is null)),
  check (removed_at is not null or (taken_away_at is null and hidden_at is null))
);
create index note_card_event on note_card (event_id, round, created_at, id);
create index note_card_table on note_card (table_id, round, created_at, id);
create index note_card_new on note_card (event_id, arrival);

-- Everything that was ever written on a card, once each, however often a device sent it.
create table note_card_edit (
  -- Made by the device or with the form.
  nonce text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  -- No reference: what a link that has ended sends makes no card.
  card_id text not null,
  arrival integer not null,
  -- The edit after which the writer saw the card, and how it read then; nothing where it is the first.
  base text,
  was jsonb,
  -- How the writer left it.
  round integer not null check (round between 1 and 50),
  kind text not null check (kind in ('insight', 'disagreement', 'proposal', 'open-question')),
  words text not null check (length(words) between 1 and 2000),
  who_could text check (length(who_could) between 1 and 200),
  taken_away integer not null check (taken_away in (0, 1)),
  device text not null check (length(device) between 1 and 40),
  -- By the device's clock, which may be wrong; and by ours.
  at timestamptz not null,
  received_at timestamptz not null,
  by_link text references table_link (id),
  by_person text references person (id),
  outcome text not null check (outcome in ('done', 'merged', 'beside', 'same', 'kept', 'held')),
  check ((by_link is null) <> (by_person is null)),
  unique (event_id, arrival)
);
create index note_card_edit_card on note_card_edit (card_id, arrival);
create index note_card_edit_link on note_card_edit (by_link);

-- Words that stand beside a card's own: written apart from them on another device, or sent by a link that had ended.
create table note_beside (
  nonce text primary key references note_card_edit (nonce) on delete cascade,
  event_id text not null references event (id),
  card_id text not null,
  why text not null check (why in ('apart', 'held')),
  since timestamptz not null,
  settled_at timestamptz
);
create index note_beside_card on note_beside (card_id);
create index note_beside_event on note_beside (event_id);

-- A picture of what was drawn or written on paper.
create table note_photo (
  id text primary key,
  event_id text not null references event (id),
  table_id text not null references forum_table (id),
  round integer not null check (round between 1 and 50),
  file_id text not null references stored_file (id),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- What is on it, for those who cannot see it.
  alt text not null check (length(alt) between 1 and 500),
  by_link text references table_link (id),
  by_person text references person (id),
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((by_link is null) <> (by_person is null))
);
create index note_photo_event on note_photo (event_id, table_id, round, id);

-- sqlite:
create trigger note_card_edit_stands before update on note_card_edit
begin
  select raise(abort, 'what was written on a card stands');
end;
create trigger note_card_edit_is_theirs before insert on note_card_edit when new.by_link is not null and not exists (
  select 1 from table_link where id = new.by_link and event_id = new.event_id and table_id = new.table_id
    and (ended_at is null or new.outcome = 'held')
)
begin
  select raise(abort, 'this link writes at no such table');
end;
create trigger note_beside_stays_settled before update on note_beside when old.settled_at is not null
begin
  select raise(abort, 'this has been settled');
end;
-- end
-- postgres:
create function keep_card_edits() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then raise exception 'what was written on a card stands'; end if;
  if new.by_link is not null and not exists (
    select 1 from table_link where id = new.by_link and event_id = new.event_id and table_id = new.table_id
      and (ended_at is null or new.outcome = 'held')
  ) then
    raise exception 'this link writes at no such table';
  end if;
  return new;
end $$;
create trigger keep_card_edits before insert or update on note_card_edit
for each row execute function keep_card_edits();

create function keep_settled() returns trigger language plpgsql as $$
begin
  if old.settled_at is not null then raise exception 'this has been settled'; end if;
  return new;
end $$;
create trigger keep_settled before update on note_beside for each row execute function keep_settled();
-- end
