-- What happens when and where, and who comes.

create table series (
  id text primary key,
  key text not null unique,
  name jsonb not null,
  lead jsonb not null,
  about jsonb not null default '{}',
  -- The yearly promise in words, and as numbers where it has numbers.
  promise jsonb not null default '{}',
  audience jsonb not null default '{}',
  yearly_min integer not null default 0 check (yearly_min >= 0),
  yearly_max integer check (yearly_max >= yearly_min),
  mark text not null,
  position integer not null
);

create table event (
  id text primary key,
  slug text not null unique,
  series_id text not null references series (id),
  title jsonb not null,
  lead jsonb not null,
  body jsonb not null default '{}',
  audience jsonb not null default '{}',
  place_name text,
  address text,
  access jsonb not null default '{}',
  online_url text,
  -- Languages spoken, as in 'sv,es'.
  spoken text not null,
  doors_at timestamptz,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sign_up_closes_at timestamptz not null,
  capacity integer not null check (capacity > 0),
  -- Kept by the triggers below; the check is what makes one seat too many impossible.
  seats_taken integer not null default 0,
  -- Grows with every change that calendars must learn of.
  sequence integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason jsonb not null default '{}',
  constraint never_one_seat_too_many check (seats_taken between 0 and capacity),
  check (ends_at > starts_at),
  check (doors_at is null or doors_at <= starts_at),
  check (sign_up_closes_at <= ends_at),
  check (place_name is not null or online_url is not null)
);
create index event_starts on event (starts_at, id) where published_at is not null;
create index event_series on event (series_id, starts_at);
create index event_unpublished on event (created_at) where published_at is null;

create table event_organiser (
  event_id text not null references event (id),
  person_id text not null references person (id),
  primary key (event_id, person_id)
);
create index event_organiser_person on event_organiser (person_id);

create table sign_up (
  id text primary key,
  event_id text not null references event (id),
  email text check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  -- Name in lower case without accents, to search by at the door.
  search_text text not null,
  capacity text not null check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) <= 200),
  language text not null check (language in ('sv', 'en', 'es')),
  state text not null check (state in ('seat', 'waiting', 'cancelled')),
  -- The place in the queue is the order of these two.
  queued_at timestamptz not null,
  -- Grows with every mail that carries a calendar entry for this person.
  sequence integer not null default 0,
  walk_in integer not null default 0 check (walk_in in (0, 1)),
  checked_in_at timestamptz,
  cancelled_at timestamptz,
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check (checked_in_at is null or state = 'seat'),
  check (email is not null or walk_in = 1)
);
-- Nobody is signed up twice for one event, but everybody may come back after having cancelled.
create unique index sign_up_once on sign_up (event_id, email) where state <> 'cancelled';
create index sign_up_waiting on sign_up (event_id, queued_at, id) where state = 'waiting';
create index sign_up_event on sign_up (event_id, state, search_text);
create index sign_up_email on sign_up (email);

-- What somebody needs in order to take part: health data, so apart, and wiped on a date that the form shows.
create table sign_up_need (
  sign_up_id text primary key references sign_up (id) on delete cascade,
  access text,
  interpretation text,
  diet text,
  wipe_on text not null
);
create index sign_up_need_wipe on sign_up_need (wipe_on);

-- Every mail with a link has a link of its own; all of them work until the event is over and done with.
create table personal_link (
  token_hash text primary key,
  sign_up_id text not null references sign_up (id) on delete cascade,
  created_at timestamptz not null
);
create index personal_link_sign_up on personal_link (sign_up_id);

-- sqlite:
create trigger sign_up_takes_seat after insert on sign_up when new.state = 'seat'
begin
  update event set seats_taken = seats_taken + 1 where id = new.event_id;
end;
create trigger sign_up_changes_seat after update of state on sign_up when (old.state = 'seat') <> (new.state = 'seat')
begin
  update event set seats_taken = seats_taken + case when new.state = 'seat' then 1 else -1 end where id = new.event_id;
end;
create trigger sign_up_gives_seat_back after delete on sign_up when old.state = 'seat'
begin
  update event set seats_taken = seats_taken - 1 where id = old.event_id;
end;
create trigger sign_up_stays_with_its_event before update of event_id on sign_up when old.event_id <> new.event_id
begin
  select raise(abort, 'a sign-up stays with its event');
end;
-- end
-- postgres:
create function count_seats() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.event_id <> new.event_id then
    raise exception 'a sign-up stays with its event';
  end if;
  if tg_op <> 'DELETE' and new.state = 'seat' and (tg_op = 'INSERT' or old.state <> 'seat') then
    update event set seats_taken = seats_taken + 1 where id = new.event_id;
  elsif tg_op <> 'INSERT' and old.state = 'seat' and (tg_op = 'DELETE' or new.state <> 'seat') then
    update event set seats_taken = seats_taken - 1 where id = old.event_id;
  end if;
  return null;
end $$;
create trigger count_seats after insert or update or delete on sign_up for each row execute function count_seats();
-- end
