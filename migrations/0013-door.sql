-- Stewards at the door, and what devices sent from there.

-- What an event's codes are made with: what a phone shows at the door is a sign-up and a mark that this secret gives it.
create table door_secret (
  event_id text primary key references event (id),
  secret text not null check (length(secret) >= 32)
);

-- Somebody who stands at the door of one event without an account: searches and checks in until a day, and no more.
create table steward_link (
  id text primary key,
  event_id text not null references event (id),
  token_hash text not null unique,
  label text not null check (length(label) between 1 and 80),
  -- May write up those who come without having signed up, and let in those who have no seat.
  may_write_up integer not null check (may_write_up in (0, 1)),
  until timestamptz not null,
  made_by text not null references person (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  check (until > created_at)
);
create index steward_link_event on steward_link (event_id, created_at);

-- Everything that was done at the door, once each, however often a device sent it. What a person's check-in is follows
-- from these rows alone, in whatever order they arrive.
create table door_scan (
  -- Made by the device or with the form.
  nonce text primary key,
  event_id text not null references event (id),
  -- The order in which they arrived at the event.
  arrival integer not null,
  -- No reference: it may arrive before the walk-in that it is about.
  sign_up_id text not null,
  kind text not null check (kind in ('in', 'undo', 'walk-in')),
  device text not null check (length(device) between 1 and 40),
  -- What an undo takes back: all that its sender had heard of when it was pressed.
  knew integer not null default 0,
  -- When it happened, by the device's clock; and when we heard of it.
  at timestamptz not null,
  received_at timestamptz not null,
  by_person text references person (id),
  by_steward text references steward_link (id),
  outcome text not null check (outcome in ('done', 'no-such-sign-up', 'not-the-day', 'not-allowed')),
  check ((by_person is null) <> (by_steward is null)),
  unique (event_id, arrival)
);
create index door_scan_sign_up on door_scan (sign_up_id, at);

-- The table at which somebody sits, as the name tag and the answer at the door say it.
create table table_number (
  sign_up_id text primary key references sign_up (id) on delete cascade,
  label text not null check (length(label) between 1 and 20)
);

-- sqlite:
insert into door_secret (event_id, secret) select id, lower(hex(randomblob(32))) from event;
create trigger event_gets_door_secret after insert on event
begin
  insert into door_secret (event_id, secret) values (new.id, lower(hex(randomblob(32))));
end;
create trigger door_scan_stands before update on door_scan
begin
  select raise(abort, 'what happened at the door stands');
end;
create trigger steward_is_let_go before insert on door_scan when new.by_steward is not null and not exists (
  select 1 from steward_link where id = new.by_steward and event_id = new.event_id
    and ended_at is null and until > new.received_at
)
begin
  select raise(abort, 'this steward has no door to stand at');
end;
-- end
-- postgres:
create function new_door_secret() returns text language sql volatile as
  $$ select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') $$;
insert into door_secret (event_id, secret) select id, new_door_secret() from event;
create function give_door_secret() returns trigger language plpgsql as $$
begin
  insert into door_secret (event_id, secret) values (new.id, new_door_secret());
  return null;
end $$;
create trigger give_door_secret after insert on event for each row execute function give_door_secret();

create function keep_door_scans() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then raise exception 'what happened at the door stands'; end if;
  if new.by_steward is not null and not exists (
    select 1 from steward_link where id = new.by_steward and event_id = new.event_id
      and ended_at is null and until > new.received_at
  ) then
    raise exception 'this steward has no door to stand at';
  end if;
  return new;
end $$;
create trigger keep_door_scans before insert or update on door_scan
for each row execute function keep_door_scans();
-- end
