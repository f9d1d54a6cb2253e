-- Who met, in numbers that point at nobody: written once an event is over, before its sign-ups are forgotten.

create table event_met (
  event_id text primary key references event (id),
  counted_at timestamptz not null,
  -- The year it began in where people live.
  year integer not null check (year between 2000 and 2999),
  time_of_day text not null check (time_of_day in ('daytime', 'evening', 'weekend')),
  -- Counted from those let in at the door, or, where nobody stood there, from those who had a seat.
  counted_from text not null check (counted_from in ('door', 'seats')),
  -- Null when they were fewer than five.
  people integer check (people >= 5)
);
create index event_met_year on event_met (year, event_id);

-- A smaller number than five cannot even be written down: small groups are counted together, under 'rest'.
create table event_met_group (
  event_id text not null references event_met (event_id),
  what text not null check (what in ('sector', 'organisation', 'before')),
  key text not null check (
    (what = 'sector' and key in (
      'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other', 'rest'
    ))
    or (what = 'organisation' and key in (
      'association', 'umbrella', 'network', 'foundation', 'faith-community', 'study-association',
      'department', 'committee', 'company', 'university', 'public-body', 'not-listed', 'rest'
    ))
    or (what = 'before' and key in ('new', 'been-before', 'unknown', 'rest'))
  ),
  count integer not null check (count >= 5),
  primary key (event_id, what, key)
);

-- sqlite:
create trigger event_met_is_over before insert on event_met
when not exists (
  select 1 from event
  where id = new.event_id and ends_at <= new.counted_at and published_at is not null and cancelled_at is null
)
begin
  select raise(abort, 'who met is counted once the event is over');
end;
create trigger event_met_kept before update on event_met
begin
  select raise(abort, 'who met is counted once');
end;
create trigger event_met_stays before delete on event_met
begin
  select raise(abort, 'who met is counted once');
end;
create trigger event_met_group_adds_up before insert on event_met_group
when new.what <> 'organisation' and new.count + (
  select coalesce(sum(count), 0) from event_met_group where event_id = new.event_id and what = new.what
) > (select coalesce(people, 0) from event_met where event_id = new.event_id)
begin
  select raise(abort, 'groups are not more people than met');
end;
create trigger event_met_group_kept before update on event_met_group
begin
  select raise(abort, 'who met is counted once');
end;
create trigger event_met_group_stays before delete on event_met_group
begin
  select raise(abort, 'who met is counted once');
end;
create trigger event_counted_before_forgotten before insert on event_forgotten
when exists (
  select 1 from event where id = new.event_id and published_at is not null and cancelled_at is null
) and not exists (select 1 from event_met where event_id = new.event_id)
begin
  select raise(abort, 'who met is counted before the sign-ups are forgotten');
end;
-- end
-- postgres:
create function keep_event_met() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'who met is counted once';
  end if;
  if not exists (
    select 1 from event
    where id = new.event_id and ends_at <= new.counted_at and published_at is not null and cancelled_at is null
  ) then
    raise exception 'who met is counted once the event is over';
  end if;
  return new;
end $$;
create trigger keep_event_met before insert or update or delete on event_met
for each row execute function keep_event_met();
create function keep_event_met_group() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'who met is counted once';
  end if;
  if new.what <> 'organisation' and new.count + (
    select coalesce(sum(count), 0) from event_met_group where event_id = new.event_id and what = new.what
  ) > (select coalesce(people, 0) from event_met where event_id = new.event_id) then
    raise exception 'groups are not more people than met';
  end if;
  return new;
end $$;
create trigger keep_event_met_group before insert or update or delete on event_met_group
for each row execute function keep_event_met_group();
create function count_before_forgetting() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from event where id = new.event_id and published_at is not null and cancelled_at is null
  ) and not exists (select 1 from event_met where event_id = new.event_id) then
    raise exception 'who met is counted before the sign-ups are forgotten';
  end if;
  return new;
end $$;
create trigger count_before_forgetting before insert on event_forgotten
for each row execute function count_before_forgetting();
-- end
