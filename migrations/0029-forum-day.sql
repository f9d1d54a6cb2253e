-- The day itself: which round runs, the wall screen, and what people promise themselves at the end.

-- Counted up by every press of a button, so that two who press at the same moment move the day on once.
create table forum_day (
  event_id text primary key references event (id),
  version integer not null check (version >= 1),
  -- What the wall screen shows: the programme of the moment, what the tables write, or what people promise themselves.
  showing text not null default 'now' check (showing in ('now', 'cards', 'commitments')),
  changed_at timestamptz not null
);

create table round_run (
  event_id text not null,
  round integer not null,
  started_at timestamptz not null,
  -- When it is to end; moved when a minute is added.
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- While everybody waits: the time left stands still.
  paused_at timestamptz,
  started_by text references person (id),
  primary key (event_id, round),
  foreign key (event_id, round) references forum_round (event_id, number),
  check (ends_at > started_at),
  check (ended_at is null or ended_at >= started_at),
  check (paused_at is null or (ended_at is null and paused_at >= started_at))
);
-- One round at a time.
create unique index round_run_one on round_run (event_id) where ended_at is null;

-- Where the day has been, step by step; the last one is where it is. A step that was a mistake is taken away again.
create table day_step (
  event_id text not null references event (id),
  number integer not null check (number >= 1),
  round integer,
  item_id text references programme_item (id) on delete cascade,
  started_at timestamptz not null,
  -- Of an item; a round's is in `round_run`.
  ends_at timestamptz,
  primary key (event_id, number),
  foreign key (event_id, round) references round_run (event_id, round),
  check ((round is null) <> (item_id is null)),
  check ((item_id is null) = (ends_at is null))
);
create unique index day_step_round on day_step (event_id, round) where round is not null;

-- An open link to the wall of one event, for the projector and for phones in the room; it ends after the event.
create table wall_link (
  id text primary key,
  event_id text not null references event (id),
  token_hash text not null unique,
  label text not null check (length(label) between 1 and 80),
  made_by text not null references person (id),
  created_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check (until > created_at)
);
create index wall_link_event on wall_link (event_id, created_at);

-- What somebody who was there will do themselves. No plan and no party: a promise to oneself.
create table personal_commitment (
  id text primary key,
  event_id text not null references event (id),
  sign_up_id text references sign_up (id) on delete set null,
  -- Gone when it is forgotten; that there was one is counted for ever.
  words text check (length(words) between 1 and 400),
  language text not null check (language in ('sv', 'en', 'es')),
  -- As they want to be called on the wall; null for nobody in particular.
  name text check (length(name) between 1 and 80),
  -- Agreed to be shown on the wall.
  shown_at timestamptz,
  -- Taken off the wall by an organizer.
  hidden_at timestamptz,
  -- Where the reminder goes, once; gone when it was sent.
  email text check (email = lower(email)),
  remind_on text check (length(remind_on) = 10),
  -- Since then we know that whoever wrote it reads that address.
  confirmed_at timestamptz,
  reminded_at timestamptz,
  -- Of the link by which its writer comes back.
  token_hash text not null unique,
  created_at timestamptz not null,
  forgotten_at timestamptz,
  check ((forgotten_at is null) = (words is not null)),
  check (forgotten_at is null or (name is null and email is null)),
  check (name is null or shown_at is not null),
  check (reminded_at is null or (confirmed_at is not null and email is null)),
  check (email is null or remind_on is not null)
);
create index personal_commitment_event on personal_commitment (event_id, created_at, id);
create index personal_commitment_due on personal_commitment (remind_on) where email is not null;

-- sqlite:
create trigger forum_day_counts before update on forum_day when new.version <> old.version + 1
begin
  select raise(abort, 'the day moves one press at a time');
end;
create trigger round_run_begins before insert on round_run when
  exists (select 1 from round_run where event_id = new.event_id and round >= new.round)
  or not exists (
    select 1 from event where id = new.event_id and cancelled_at is null
      and new.started_at >= strftime('%Y-%m-%dT%H:%M:%fZ', starts_at, '-1 day')
      and new.started_at < strftime('%Y-%m-%dT%H:%M:%fZ', ends_at, '+1 day')
  )
begin
  select raise(abort, 'a round is started once, after the ones before it, on the day of the event');
end;
create trigger round_run_stays before update on round_run
when new.round <> old.round or new.event_id <> old.event_id or new.started_at <> old.started_at
begin
  select raise(abort, 'when a round was started never changes');
end;
create trigger personal_commitment_in_time before insert on personal_commitment when not exists (
  select 1 from event where id = new.event_id and cancelled_at is null and starts_at <= new.created_at
    and new.created_at < strftime('%Y-%m-%dT%H:%M:%fZ', ends_at, '+7 days')
)
begin
  select raise(abort, 'people promise themselves something from when an event begins until a week after it');
end;
create trigger personal_commitment_stays before update on personal_commitment
when (new.words is not null and new.words <> old.words) or new.event_id <> old.event_id
  or (old.forgotten_at is not null and new.forgotten_at is null)
begin
  select raise(abort, 'what somebody promised themselves is theirs: it stays as it is or goes');
end;
-- end
-- postgres:
create function keep_forum_day() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 then raise exception 'the day moves one press at a time'; end if;
  return new;
end $$;
create trigger keep_forum_day before update on forum_day for each row execute function keep_forum_day();

create function keep_round_run() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from round_run where event_id = new.event_id and round >= new.round)
      or not exists (
        select 1 from event where id = new.event_id and cancelled_at is null
          and new.started_at >= starts_at - interval '24 hours'
          and new.started_at < ends_at + interval '24 hours'
      ) then
      raise exception 'a round is started once, after the ones before it, on the day of the event';
    end if;
    return new;
  end if;
  if new.round <> old.round or new.event_id <> old.event_id or new.started_at <> old.started_at then
    raise exception 'when a round was started never changes';
  end if;
  return new;
end $$;
create trigger keep_round_run before insert or update on round_run
for each row execute function keep_round_run();

create function keep_personal_commitment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select 1 from event where id = new.event_id and cancelled_at is null and starts_at <= new.created_at
        and new.created_at < ends_at + interval '168 hours'
    ) then
      raise exception 'people promise themselves something from when an event begins until a week after it';
    end if;
    return new;
  end if;
  if (new.words is not null and new.words <> old.words) or new.event_id <> old.event_id
    or (old.forgotten_at is not null and new.forgotten_at is null) then
    raise exception 'what somebody promised themselves is theirs: it stays as it is or goes';
  end if;
  return new;
end $$;
create trigger keep_personal_commitment before insert or update on personal_commitment
for each row execute function keep_personal_commitment();
-- end
