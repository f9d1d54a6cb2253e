-- Seats kept for a sector, seats held until an address is confirmed, offers with an end, people who come together,
-- and an order of the waiting list that nobody changes without saying why.

-- Invited beyond what the room holds, since some never come; part of `capacity`.
alter table event add column over_invited integer not null default 0
  check (over_invited >= 0 and over_invited < capacity);
-- So many seats one organisation may have while seats are kept; null for as many as it likes.
alter table event add column organisation_max integer check (organisation_max > 0);
-- Until then seats are kept; null when none are. Given to all once `released_at` is set.
alter table event add column kept_until timestamptz;
alter table event add column released_at timestamptz;
-- Kept seats that nobody has taken yet. Kept by the triggers below; the check is what makes it impossible to take one.
alter table event add column seats_kept integer not null default 0
  check (seats_kept >= 0 and seats_taken + seats_kept <= capacity);

-- For each of the things that people take part as: how many seats are kept, and how many are taken.
create table event_sector (
  event_id text not null references event (id),
  capacity text not null check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  kept integer not null default 0 check (kept >= 0),
  taken integer not null default 0 check (taken >= 0),
  primary key (event_id, capacity)
);

-- The sign-ups move to a table that knows more states; whoever refers to them moves along.
alter table sign_up rename to sign_up_before;
alter table sign_up_need rename to sign_up_need_before;
alter table personal_link rename to personal_link_before;

create table sign_up (
  id text primary key,
  event_id text not null references event (id),
  -- The sign-up of whoever brought this person along, and looks after the seat too.
  brought_by text references sign_up (id),
  email text check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  -- 0 while nobody has said who comes along: then the name is that of whoever brings them.
  named integer not null default 1 check (named in (0, 1)),
  -- Name in lower case without accents, to search by at the door.
  search_text text not null,
  capacity text not null check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) <= 200),
  language text not null check (language in ('sv', 'en', 'es')),
  -- A held seat waits for the address to be confirmed, an offered one for somebody on the waiting list to say yes.
  state text not null check (state in ('held', 'seat', 'waiting', 'offered', 'cancelled')),
  -- The place in the queue is the order of this and the id, after the moves of queue_move.
  queued_at timestamptz not null,
  -- When whoever owns the address, or brought this person, was known to mean it.
  confirmed_at timestamptz,
  held_until timestamptz,
  -- Grows with every mail that carries a calendar entry for this person.
  sequence integer not null default 0,
  walk_in integer not null default 0 check (walk_in in (0, 1)),
  checked_in_at timestamptz,
  cancelled_at timestamptz,
  ended_because text check (ended_because in (
    'given-back', 'not-confirmed', 'offer-declined', 'offer-expired', 'given-back-by-group'
  )),
  -- Some months after the event the row stays as a number, and says nothing of who it was.
  forgotten_at timestamptz,
  check (forgotten_at is null or (
    name = '–' and search_text = '' and email is null and organisation_id is null and organisation_name is null
  )),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((state = 'cancelled') = (ended_because is not null)),
  check ((state in ('held', 'offered')) = (held_until is not null)),
  check (state not in ('seat', 'offered') or confirmed_at is not null),
  check (checked_in_at is null or state = 'seat'),
  check (email is not null or walk_in = 1 or brought_by is not null or forgotten_at is not null),
  check (named = 1 or brought_by is not null),
  check (brought_by <> id)
);
insert into sign_up (
  id, event_id, email, name, search_text, capacity, organisation_id, organisation_name, language, state, queued_at,
  confirmed_at, sequence, walk_in, checked_in_at, cancelled_at, ended_because
)
select
  id, event_id, email, name, search_text, capacity, organisation_id, organisation_name, language, state, queued_at,
  queued_at, sequence, walk_in, checked_in_at, cancelled_at, case when state = 'cancelled' then 'given-back' end
from sign_up_before;

create table sign_up_need (
  sign_up_id text primary key references sign_up (id) on delete cascade,
  access text,
  interpretation text,
  diet text,
  wipe_on text not null
);
insert into sign_up_need (sign_up_id, access, interpretation, diet, wipe_on)
select sign_up_id, access, interpretation, diet, wipe_on from sign_up_need_before;

create table personal_link (
  token_hash text primary key,
  sign_up_id text not null references sign_up (id) on delete cascade,
  created_at timestamptz not null
);
insert into personal_link (token_hash, sign_up_id, created_at)
select token_hash, sign_up_id, created_at from personal_link_before;

drop table personal_link_before;
drop table sign_up_need_before;
drop table sign_up_before;

-- Nobody is signed up twice for one event, but everybody may come back after having cancelled.
create unique index sign_up_once on sign_up (event_id, email) where state <> 'cancelled';
create index sign_up_waiting on sign_up (event_id, queued_at, id) where state = 'waiting';
create index sign_up_event on sign_up (event_id, state, search_text);
create index sign_up_email on sign_up (email, event_id);
create index sign_up_group on sign_up (brought_by) where brought_by is not null;
create index sign_up_held on sign_up (held_until) where held_until is not null;
create index sign_up_need_wipe on sign_up_need (wipe_on);
create index personal_link_sign_up on personal_link (sign_up_id);

insert into event_sector (event_id, capacity, taken)
select event_id, capacity, count(*) from sign_up where state = 'seat' group by event_id, capacity;

-- The only thing that changes the order of a waiting list: somebody is put before somebody else, or last, for a reason.
create table queue_move (
  id text primary key,
  event_id text not null references event (id),
  sign_up_id text not null references sign_up (id),
  before_id text references sign_up (id),
  by_person text not null references person (id),
  reason text not null check (length(trim(reason)) > 0),
  at timestamptz not null,
  check (before_id <> sign_up_id)
);
create index queue_move_event on queue_move (event_id, id);

-- sqlite:
create trigger sign_up_takes_seat after insert on sign_up when new.state in ('held', 'seat', 'offered')
begin
  insert into event_sector (event_id, capacity, taken) values (new.event_id, new.capacity, 1)
    on conflict (event_id, capacity) do update set taken = taken + 1;
  update event set seats_taken = seats_taken + 1 where id = new.event_id;
end;
-- A seat is given back before it is taken again, so that a change of sector is judged as one.
create trigger sign_up_changes_seat after update of state, capacity on sign_up
when (old.state in ('held', 'seat', 'offered')) <> (new.state in ('held', 'seat', 'offered'))
  or old.capacity <> new.capacity
begin
  update event set seats_taken = seats_taken - 1
    where id = new.event_id and old.state in ('held', 'seat', 'offered');
  update event_sector set taken = taken - 1
    where event_id = new.event_id and capacity = old.capacity and old.state in ('held', 'seat', 'offered');
  insert into event_sector (event_id, capacity, taken)
    select new.event_id, new.capacity, 1 where new.state in ('held', 'seat', 'offered')
    on conflict (event_id, capacity) do update set taken = taken + 1;
  update event set seats_taken = seats_taken + 1
    where id = new.event_id and new.state in ('held', 'seat', 'offered');
end;
create trigger sign_up_gives_seat_back after delete on sign_up when old.state in ('held', 'seat', 'offered')
begin
  update event set seats_taken = seats_taken - 1 where id = old.event_id;
  update event_sector set taken = taken - 1 where event_id = old.event_id and capacity = old.capacity;
end;
create trigger sign_up_stays_with_its_event before update of event_id on sign_up when old.event_id <> new.event_id
begin
  select raise(abort, 'a sign-up stays with its event');
end;
-- Only whoever comes back after the end of a sign-up stands last, as everybody who comes anew.
create trigger sign_up_keeps_its_place before update of queued_at on sign_up
when old.queued_at <> new.queued_at and (old.state <> 'cancelled' or new.queued_at < old.queued_at)
begin
  select raise(abort, 'a sign-up keeps its place in the queue');
end;
-- While seats are kept, no organisation of the directory has more than its share; at the door the room is known.
create trigger sign_up_within_share before insert on sign_up
when new.organisation_id is not null and new.state in ('held', 'seat', 'offered') and new.checked_in_at is null
  and (select count(*) from sign_up where event_id = new.event_id and organisation_id = new.organisation_id
       and state in ('held', 'seat', 'offered'))
    >= (select organisation_max from event where id = new.event_id and released_at is null)
begin
  select raise(abort, 'an organisation has no more than its share of the seats');
end;
create trigger sign_up_stays_within_share before update of state, organisation_id on sign_up
when new.organisation_id is not null and new.state in ('held', 'seat', 'offered') and new.checked_in_at is null
  and (old.state not in ('held', 'seat', 'offered') or old.organisation_id is not new.organisation_id)
  and (select count(*) from sign_up where event_id = new.event_id and organisation_id = new.organisation_id
       and state in ('held', 'seat', 'offered') and id <> new.id)
    >= (select organisation_max from event where id = new.event_id and released_at is null)
begin
  select raise(abort, 'an organisation has no more than its share of the seats');
end;
create trigger queue_move_stands before update on queue_move
begin
  select raise(abort, 'a move in the queue stands');
end;
create trigger queue_move_stays before delete on queue_move
begin
  select raise(abort, 'a move in the queue stands');
end;

create trigger event_sector_added after insert on event_sector when new.kept > 0
begin
  update event set seats_kept = case when released_at is null then
    (select coalesce(sum(max(kept - taken, 0)), 0) from event_sector where event_id = new.event_id) else 0 end
  where id = new.event_id;
end;
create trigger event_sector_changed after update of kept, taken on event_sector when new.kept > 0 or old.kept > 0
begin
  update event set seats_kept = case when released_at is null then
    (select coalesce(sum(max(kept - taken, 0)), 0) from event_sector where event_id = new.event_id) else 0 end
  where id = new.event_id;
end;
create trigger event_seats_released after update of released_at on event
begin
  update event set seats_kept = case when new.released_at is null then
    (select coalesce(sum(max(kept - taken, 0)), 0) from event_sector where event_id = new.id) else 0 end
  where id = new.id;
end;
-- end
-- postgres:
create function takes_seat(state text) returns boolean language sql immutable as
  $$ select state in ('held', 'seat', 'offered') $$;
create function count_seats_by_sector() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.event_id <> new.event_id then raise exception 'a sign-up stays with its event'; end if;
    -- Only whoever comes back after the end of a sign-up stands last, as everybody who comes anew.
    if old.queued_at <> new.queued_at and (old.state <> 'cancelled' or new.queued_at < old.queued_at) then
      raise exception 'a sign-up keeps its place in the queue';
    end if;
    if takes_seat(old.state) = takes_seat(new.state) and old.capacity = new.capacity then return null; end if;
  end if;
  -- A seat is given back before it is taken again, so that a change of sector is judged as one.
  if takes_seat(old.state) then
    update event set seats_taken = seats_taken - 1 where id = old.event_id;
    update event_sector set taken = taken - 1 where event_id = old.event_id and capacity = old.capacity;
  end if;
  if tg_op = 'UPDATE' and takes_seat(new.state) then
    insert into event_sector as sector (event_id, capacity, taken) values (new.event_id, new.capacity, 1)
      on conflict (event_id, capacity) do update set taken = sector.taken + 1;
    update event set seats_taken = seats_taken + 1 where id = new.event_id;
  end if;
  return null;
end $$;
create trigger count_seats_by_sector after update or delete on sign_up
for each row execute function count_seats_by_sector();
-- Many may be added at once: they are counted once, since every update of a row makes the next one dearer.
create function count_seats_added() returns trigger language plpgsql as $$
begin
  insert into event_sector as sector (event_id, capacity, taken)
    select event_id, capacity, count(*) from added where takes_seat(state) group by event_id, capacity
    on conflict (event_id, capacity) do update set taken = sector.taken + excluded.taken;
  update event set seats_taken = seats_taken + taking.seats
    from (select event_id, count(*) as seats from added where takes_seat(state) group by event_id) as taking
    where id = taking.event_id;
  return null;
end $$;
create trigger count_seats_added after insert on sign_up referencing new table as added
for each statement execute function count_seats_added();
drop function count_seats();

-- While seats are kept, no organisation of the directory has more than its share; at the door the room is known.
create function keep_shares() returns trigger language plpgsql as $$
declare
  share integer;
begin
  if new.organisation_id is null or not takes_seat(new.state) or new.checked_in_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' and takes_seat(old.state) and old.organisation_id is not distinct from new.organisation_id then
    return new;
  end if;
  select organisation_max into share from event where id = new.event_id and released_at is null;
  if share is not null and share <= (
    select count(*) from sign_up where event_id = new.event_id and organisation_id = new.organisation_id
      and takes_seat(state) and id <> new.id
  ) then
    raise exception 'an organisation has no more than its share of the seats';
  end if;
  return new;
end $$;
create trigger keep_shares before insert or update of state, organisation_id on sign_up
for each row execute function keep_shares();

create function seats_still_kept(of_event text) returns integer language sql as $$
  select coalesce(sum(greatest(kept - taken, 0)), 0)::integer from event_sector where event_id = of_event
$$;
create function keep_seats() returns trigger language plpgsql as $$
begin
  if new.kept > 0 or (tg_op = 'UPDATE' and old.kept > 0) then
    update event set seats_kept = case when released_at is null then seats_still_kept(new.event_id) else 0 end
      where id = new.event_id;
  end if;
  return null;
end $$;
create trigger keep_seats after insert or update of kept, taken on event_sector
for each row execute function keep_seats();

create function release_seats() returns trigger language plpgsql as $$
begin
  new.seats_kept := case when new.released_at is null then seats_still_kept(new.id) else 0 end;
  return new;
end $$;
create trigger release_seats before update of released_at on event
for each row when (old.released_at is distinct from new.released_at) execute function release_seats();

create function keep_queue_moves() returns trigger language plpgsql as $$
begin
  raise exception 'a move in the queue stands';
end $$;
create trigger keep_queue_moves before update or delete on queue_move
for each row execute function keep_queue_moves();
-- end
