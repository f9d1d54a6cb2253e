-- What people were told of their tables, seating anew at the door, and who has met whom.

-- The table that somebody had been shown before it was changed, until they say that they have seen the new one.
create table seat_told (
  event_id text not null references event (id),
  sign_up_id text not null references sign_up (id) on delete cascade,
  round integer not null check (round >= 1),
  -- Kept as they were shown: the table itself may be gone.
  table_number integer not null,
  primary key (sign_up_id, round)
);
create index seat_told_event on seat_told (event_id);

-- A proposal for the rounds to come, after some stayed away and others came; and that it was taken.
create table reseating (
  id text primary key,
  event_id text not null references event (id),
  -- The seating that it was made from: once that has changed it can't be taken.
  version integer not null,
  -- The last round that is over; 0 before the first.
  after_round integer not null check (after_round >= 0),
  -- Who is away, who is new, and who sits where from then on.
  proposal jsonb not null,
  made_by text not null references person (id),
  made_at timestamptz not null,
  taken_by text references person (id),
  taken_at timestamptz,
  check ((taken_by is null) = (taken_at is null))
);
create index reseating_event on reseating (event_id, made_at);

-- What addresses are mixed with before they are kept as checksums: without it nobody can try whether an address is there.
create table encounter_key (
  id text primary key check (id = 'one'),
  secret text not null check (length(secret) >= 64)
);
-- Forums whose encounters were added, once each.
create table encounters_added (
  event_id text primary key references event (id),
  added_at timestamptz not null,
  pairs integer not null check (pairs >= 0)
);
-- Those who do not want it remembered whom they sat with, as checksums.
create table encounter_unwanted (
  who text primary key check (length(who) = 64),
  since timestamptz not null
);
create index encounter_other on encounter (other);
create index encounter_last on encounter (last_on);

-- The table that somebody is shown to at the door and on paper: of the round that runs or comes next, once the seats are
-- shown; what was written down by hand stands for everybody else.
create view table_label as
select table_number.sign_up_id, label, 0 as from_seating from table_number
where not exists (
  select 1 from table_seat join seating on seating.event_id = table_seat.event_id
  where table_seat.sign_up_id = table_number.sign_up_id and shown_at is not null
)
union all
select seat.sign_up_id, cast(forum_table.number as text), 1
from table_seat as seat
join seating on seating.event_id = seat.event_id
join forum_table on forum_table.id = seat.table_id
where shown_at is not null and seat.round = (
  select min(coming.round) from table_seat as coming where coming.sign_up_id = seat.sign_up_id and not exists (
    select 1 from round_run
    where round_run.event_id = coming.event_id and round_run.round = coming.round and ended_at is not null
  )
);

-- sqlite:
insert into encounter_key (id, secret) values ('one', lower(hex(randomblob(32))));
create trigger seat_is_told_when_moved after update of table_id on table_seat
when old.table_id <> new.table_id and exists (
  select 1 from seating where event_id = old.event_id and shown_at is not null
)
begin
  insert into seat_told (event_id, sign_up_id, round, table_number)
  select old.event_id, old.sign_up_id, old.round, number from forum_table
  where id = old.table_id and not exists (
    select 1 from seat_told where sign_up_id = old.sign_up_id and round = old.round
  );
end;
create trigger seat_is_told_when_taken_away after delete on table_seat
when exists (select 1 from seating where event_id = old.event_id and shown_at is not null)
begin
  insert into seat_told (event_id, sign_up_id, round, table_number)
  select old.event_id, old.sign_up_id, old.round, number from forum_table
  where id = old.table_id and not exists (
    select 1 from seat_told where sign_up_id = old.sign_up_id and round = old.round
  );
end;
create trigger reseating_is_made_open before insert on reseating when new.taken_at is not null
begin
  select raise(abort, 'it is shown before it is taken');
end;
create trigger reseating_stands before update on reseating when
  old.taken_at is not null or new.id <> old.id or new.event_id <> old.event_id or new.version <> old.version
  or new.after_round <> old.after_round or new.proposal <> old.proposal or new.made_at <> old.made_at
begin
  select raise(abort, 'what was proposed stands');
end;
create trigger reseating_is_of_these_seats before update of taken_at on reseating
when new.taken_at is not null and not exists (
  select 1 from seating where event_id = new.event_id and version = new.version
)
begin
  select raise(abort, 'the seats have changed since this was proposed');
end;
create trigger encounter_is_wanted before insert on encounter when exists (
  select 1 from encounter_unwanted where who in (new.one, new.other)
)
begin
  select raise(abort, 'this is not to be remembered');
end;
-- end
-- postgres:
insert into encounter_key (id, secret) values ('one', new_door_secret());
create function note_told_seat() returns trigger language plpgsql as $$
begin
  if exists (select 1 from seating where event_id = old.event_id and shown_at is not null) then
    insert into seat_told (event_id, sign_up_id, round, table_number)
    select old.event_id, old.sign_up_id, old.round, number from forum_table where id = old.table_id
    on conflict (sign_up_id, round) do nothing;
  end if;
  return null;
end $$;
create trigger note_moved_seat after update of table_id on table_seat for each row
when (old.table_id <> new.table_id) execute function note_told_seat();
create trigger note_taken_seat after delete on table_seat for each row execute function note_told_seat();

create function keep_reseating() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.taken_at is not null then raise exception 'it is shown before it is taken'; end if;
    return new;
  end if;
  if old.taken_at is not null or new.id <> old.id or new.event_id <> old.event_id or new.version <> old.version
    or new.after_round <> old.after_round or new.proposal <> old.proposal or new.made_at <> old.made_at
  then raise exception 'what was proposed stands'; end if;
  if new.taken_at is not null and not exists (
    select 1 from seating where event_id = new.event_id and version = new.version
  ) then raise exception 'the seats have changed since this was proposed'; end if;
  return new;
end $$;
create trigger keep_reseating before insert or update on reseating
for each row execute function keep_reseating();

create function keep_encounter_wanted() returns trigger language plpgsql as $$
begin
  if exists (select 1 from encounter_unwanted where who in (new.one, new.other)) then
    raise exception 'this is not to be remembered';
  end if;
  return new;
end $$;
create trigger keep_encounter_wanted before insert on encounter
for each row execute function keep_encounter_wanted();
-- end
