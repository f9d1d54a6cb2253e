-- Tables and rounds of a forum, who takes which part, and who sits where.

create table seating (
  event_id text primary key references event (id),
  format text not null check (format in ('roundtable', 'world-cafe', 'fishbowl', 'panel', 'online')),
  seed integer not null default 1,
  -- Counted up by every change of a seat, so that nobody overwrites what they have not seen.
  version integer not null default 0,
  proposed_at timestamptz,
  -- What the last proposal is worth: repeats, bound, what cannot be met. Plain values of `report` in forum/seating.
  report jsonb,
  -- Since then those who come are shown their tables.
  shown_at timestamptz,
  created_at timestamptz not null,
  made_by text not null references person (id)
);

create table forum_round (
  event_id text not null references event (id),
  -- From 1.
  number integer not null check (number between 1 and 50),
  minutes integer not null check (minutes between 1 and 480),
  question_id text references forum_question (id) on delete set null,
  primary key (event_id, number)
);

create table forum_table (
  id text primary key,
  event_id text not null references event (id),
  number integer not null check (number >= 1),
  name text check (length(name) between 1 and 80),
  seats integer not null check (seats between 1 and 100),
  step_free integer not null default 0 check (step_free in (0, 1)),
  hearing_loop integer not null default 0 check (hearing_loop in (0, 1)),
  language text check (language in ('sv', 'en', 'es')),
  online_url text check (online_url like 'http%' and length(online_url) <= 500),
  unique (event_id, number)
);

-- What the seating knows of somebody who comes; whoever has no row is a guest who speaks Swedish and comes to every round.
create table seated_person (
  event_id text not null references event (id),
  sign_up_id text not null references sign_up (id),
  part text not null check (part in ('guest', 'host', 'note-taker', 'interpreter')),
  -- Languages spoken, as in 'sv,es'; also others than the three.
  speaks text not null default 'sv' check (length(speaks) > 0),
  -- Where they sit in every round.
  fixed_table text references forum_table (id),
  step_free integer not null default 0 check (step_free in (0, 1)),
  hearing_loop integer not null default 0 check (hearing_loop in (0, 1)),
  -- The rounds they are there for, as in '1,3'; null for all.
  rounds text check (length(rounds) > 0),
  primary key (event_id, sign_up_id)
);

create table table_seat (
  event_id text not null,
  round integer not null,
  sign_up_id text not null references sign_up (id),
  table_id text not null references forum_table (id),
  -- Stays when seats are proposed anew.
  locked integer not null default 0 check (locked in (0, 1)),
  primary key (event_id, round, sign_up_id),
  foreign key (event_id, round) references forum_round (event_id, number)
);
create index table_seat_table on table_seat (table_id, round);
create index table_seat_sign_up on table_seat (sign_up_id);

-- What changed, one row for each version of the seating: told to whoever saved on an older one, and taken back.
create table seating_step (
  event_id text not null references seating (event_id),
  version integer not null check (version >= 1),
  kind text not null check (kind in (
    'set-up', 'tables', 'rounds', 'people', 'proposed', 'filled', 'moved', 'swapped', 'locked', 'undone', 'door', 'left'
  )),
  at timestamptz not null,
  -- Null when somebody gave their seat back, or the clock did it.
  by_person text references person (id),
  -- Each seat that changed: [round, sign-up, table before, table after]; null for none.
  seats jsonb not null,
  -- The version that was taken back.
  undoes integer,
  primary key (event_id, version)
);

-- Seats being proposed: one for each event at a time. Whoever does it says every second that it still does.
create table seating_work (
  event_id text primary key references seating (event_id),
  id text not null unique,
  -- All seats anew, or only for those without one.
  kind text not null check (kind in ('propose', 'fill')),
  version integer not null,
  seed integer not null,
  by_person text not null references person (id),
  progress integer not null default 0 check (progress between 0 and 100),
  begun_at timestamptz not null,
  heard_at timestamptz not null,
  stop_asked_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('kept', 'outdated', 'stopped', 'failed')),
  check ((ended_at is null) = (outcome is null))
);

-- How often two people sat at one table at earlier forums. Addresses are kept as keyed checksums alone.
create table encounter (
  one text not null,
  other text not null,
  times integer not null check (times >= 1),
  last_on text not null check (length(last_on) = 10),
  primary key (one, other),
  check (one < other)
);

-- sqlite:
create trigger table_seat_fits before insert on table_seat
when not exists (
  select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id and state = 'seat'
) or not exists (select 1 from forum_table where id = new.table_id and event_id = new.event_id)
begin
  select raise(abort, 'a seat at a table is for somebody with a seat at that event, at a table of that event');
end;
create trigger table_seat_free before insert on table_seat
when (select count(*) from table_seat where table_id = new.table_id and round = new.round)
  >= (select seats from forum_table where id = new.table_id)
begin
  select raise(abort, 'a table seats no more than it has seats');
end;
create trigger table_seat_fits_still before update of event_id, round, sign_up_id, table_id on table_seat
when not exists (
  select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id and state = 'seat'
) or not exists (select 1 from forum_table where id = new.table_id and event_id = new.event_id)
begin
  select raise(abort, 'a seat at a table is for somebody with a seat at that event, at a table of that event');
end;
create trigger table_seat_free_still before update of round, table_id on table_seat
when (old.round <> new.round or old.table_id <> new.table_id)
  and (select count(*) from table_seat where table_id = new.table_id and round = new.round)
    >= (select seats from forum_table where id = new.table_id)
begin
  select raise(abort, 'a table seats no more than it has seats');
end;
create trigger forum_table_holds_all before update of seats, event_id on forum_table
when new.event_id <> old.event_id or new.seats < (
  select coalesce(max(seated), 0) from
    (select count(*) as seated from table_seat where table_id = old.id group by round) as rounds
)
begin
  select raise(abort, 'a table has a seat for everybody who sits there');
end;
create trigger seated_person_of_event before insert on seated_person
when not exists (select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id)
  or (new.fixed_table is not null and not exists (
    select 1 from forum_table where id = new.fixed_table and event_id = new.event_id
  ))
begin
  select raise(abort, 'whoever is seated signed up for that event, and stays at a table of that event');
end;
create trigger seated_person_stays_of_event before update on seated_person
when not exists (select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id)
  or (new.fixed_table is not null and not exists (
    select 1 from forum_table where id = new.fixed_table and event_id = new.event_id
  ))
begin
  select raise(abort, 'whoever is seated signed up for that event, and stays at a table of that event');
end;
create trigger sign_up_leaves_tables after update of state on sign_up
when old.state = 'seat' and new.state <> 'seat'
  and exists (select 1 from table_seat where sign_up_id = new.id)
begin
  update seating set version = version + 1 where event_id = new.event_id;
  insert into seating_step (event_id, version, kind, at, by_person, seats)
    select new.event_id, seating.version, 'left',
      coalesce(new.cancelled_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), null,
      (select json_group_array(json_array(round, sign_up_id, table_id, null)) from table_seat
       where sign_up_id = new.id)
    from seating where event_id = new.event_id;
  delete from table_seat where sign_up_id = new.id;
end;
create trigger seating_step_kept before update of event_id, version, kind, at, seats on seating_step
begin
  select raise(abort, 'what changed in a seating stays as it was');
end;
-- end
-- postgres:
create function check_table_seat() returns trigger language plpgsql as $$
declare
  chairs integer;
begin
  -- Nobody else sits down at this table meanwhile.
  select seats into chairs from forum_table where id = new.table_id and event_id = new.event_id for update;
  if chairs is null or not exists (
    select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id and state = 'seat'
  ) then
    raise exception 'a seat at a table is for somebody with a seat at that event, at a table of that event';
  end if;
  if tg_op = 'UPDATE' then
    if old.round = new.round and old.table_id = new.table_id then return new; end if;
  end if;
  if (select count(*) from table_seat where table_id = new.table_id and round = new.round) >= chairs then
    raise exception 'a table seats no more than it has seats';
  end if;
  return new;
end $$;
create trigger check_table_seat before insert or update of event_id, round, sign_up_id, table_id on table_seat
for each row execute function check_table_seat();

create function check_forum_table() returns trigger language plpgsql as $$
begin
  if new.event_id <> old.event_id or new.seats < (
    select coalesce(max(seated), 0) from
      (select count(*) as seated from table_seat where table_id = old.id group by round) as rounds
  ) then
    raise exception 'a table has a seat for everybody who sits there';
  end if;
  return new;
end $$;
create trigger check_forum_table before update of seats, event_id on forum_table
for each row execute function check_forum_table();

create function check_seated_person() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id)
    or (new.fixed_table is not null and not exists (
      select 1 from forum_table where id = new.fixed_table and event_id = new.event_id
    )) then
    raise exception 'whoever is seated signed up for that event, and stays at a table of that event';
  end if;
  return new;
end $$;
create trigger check_seated_person before insert or update on seated_person
for each row execute function check_seated_person();

create function leave_tables() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from table_seat where sign_up_id = new.id) then return null; end if;
  update seating set version = version + 1 where event_id = new.event_id;
  insert into seating_step (event_id, version, kind, at, by_person, seats)
    select new.event_id, seating.version, 'left', coalesce(new.cancelled_at, now()), null,
      (select jsonb_agg(jsonb_build_array(round, sign_up_id, table_id, null)) from table_seat
       where sign_up_id = new.id)
    from seating where event_id = new.event_id;
  delete from table_seat where sign_up_id = new.id;
  return null;
end $$;
create trigger leave_tables after update of state on sign_up
for each row when (old.state = 'seat' and new.state <> 'seat') execute function leave_tables();

create function keep_seating_step() returns trigger language plpgsql as $$
begin
  raise exception 'what changed in a seating stays as it was';
end $$;
create trigger keep_seating_step before update of event_id, version, kind, at, seats on seating_step
for each row execute function keep_seating_step();
-- end
