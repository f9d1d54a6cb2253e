-- What each series promises for a year, from when until when and why; and the reason where a promise was not kept.

create table series_promise (
  id text primary key,
  series_id text not null references series (id),
  -- Calendar dates where people live, 'YYYY-MM-DD'; the last day belongs to it, and null is for as long as nothing else is said.
  from_on text not null check (length(from_on) = 10),
  until_on text check (length(until_on) = 10),
  yearly_min integer not null check (yearly_min between 0 and 60),
  yearly_max integer check (yearly_max between 0 and 60),
  -- What is counted: every event, or courses of several meetings.
  counts text not null default 'events' check (counts in ('events', 'courses')),
  -- In words of one's own; without them the numbers are said.
  words jsonb not null default '{}',
  -- The plan that it belongs to, when it belongs to one.
  plan_id text references plan (id),
  reason jsonb not null default '{}',
  made_at timestamptz not null,
  -- Nobody: it came with the starting content, or from before promises had a period.
  made_by text references person (id),
  -- Why it ends before its time, or ends at all.
  end_reason jsonb not null default '{}',
  -- Another promise was put in its place before it had begun to count.
  replaced_at timestamptz,
  constraint ends_after_it_begins check (until_on >= from_on),
  constraint at_most_is_not_fewer_than_at_least check (yearly_max >= yearly_min),
  constraint a_promise_has_a_reason check (made_by is null or cast(reason as text) <> '{}')
);
create index series_promise_series on series_promise (series_id, from_on);

-- Why a year's promise was not kept. What was said stays; whoever says it better adds a row.
create table promise_missed (
  id text primary key,
  series_id text not null references series (id),
  year integer not null check (year between 2000 and 2999),
  reason jsonb not null check (cast(reason as text) <> '{}'),
  given_on text not null check (length(given_on) = 10),
  given_at timestamptz not null,
  given_by text not null references person (id),
  constraint a_year_is_over_before_it_is_missed check (cast(substr(given_on, 1, 4) as integer) > year)
);
create index promise_missed_year on promise_missed (series_id, year, given_at);

-- So many days before an event its invitation goes out.
alter table series add column lead_days integer not null default 42 check (lead_days between 0 and 366);

-- What counts for a year is read on the first page: from this index alone, however many events there are.
create index event_counted on event (series_id, starts_at, ends_at, id, published_at, cancelled_at)
  where published_at is not null and cancelled_at is null;

-- Until now a promise was two numbers of its series, and stood since the platform was put to use.
insert into series_promise (id, series_id, from_on, yearly_min, yearly_max, counts, words, made_at)
select
  'promise-of-' || series.id,
  series.id,
  coalesce((select substr(cast(min(created_at) as text), 1, 4) from installation), '2022') || '-01-01',
  case when yearly_min > 60 then 60 else yearly_min end,
  case when yearly_max > 60 then 60 else yearly_max end,
  case when key = 'co-creating-change' then 'courses' else 'events' end,
  promise,
  coalesce((select min(created_at) from installation), '2022-01-01T00:00:00.000Z')
from series;
alter table series drop column yearly_max;
alter table series drop column yearly_min;
alter table series drop column promise;

-- SQLite's `or replace` takes rows away without telling the triggers for deletion, so those for adding look too.
-- sqlite:
create trigger series_promise_alone before insert on series_promise
when new.replaced_at is null and exists (
  select 1 from series_promise
  where series_id = new.series_id and replaced_at is null
  and from_on <= coalesce(new.until_on, '9999-12-31') and coalesce(until_on, '9999-12-31') >= new.from_on
)
begin
  select raise(abort, 'promises of one series never overlap');
end;
create trigger series_promise_stays_alone before update on series_promise
when new.replaced_at is null and exists (
  select 1 from series_promise
  where id <> new.id and series_id = new.series_id and replaced_at is null
  and from_on <= coalesce(new.until_on, '9999-12-31') and coalesce(until_on, '9999-12-31') >= new.from_on
)
begin
  select raise(abort, 'promises of one series never overlap');
end;
create trigger series_promise_within_plan before insert on series_promise
when new.plan_id is not null and not exists (
  select 1 from plan where id = new.plan_id and new.from_on >= starts_on and new.until_on <= ends_on
)
begin
  select raise(abort, 'a promise of a plan lies within its period');
end;
create trigger series_promise_longer_than_plan before update of until_on on series_promise
when new.plan_id is not null and not exists (
  select 1 from plan where id = new.plan_id and new.from_on >= starts_on and new.until_on <= ends_on
)
begin
  select raise(abort, 'a promise of a plan lies within its period');
end;
create trigger series_promise_kept before update on series_promise when
  old.replaced_at is not null
  or new.id <> old.id or new.series_id <> old.series_id or new.from_on <> old.from_on
  or new.yearly_min <> old.yearly_min or new.yearly_max is not old.yearly_max or new.counts <> old.counts
  or new.words <> old.words or new.plan_id is not old.plan_id or new.reason <> old.reason
  or new.made_at <> old.made_at or new.made_by is not old.made_by
  or (new.until_on is not old.until_on and (new.until_on is null or new.until_on > coalesce(old.until_on, '9999-12-31')))
begin
  select raise(abort, 'a promise stays as it was made, and is only ended');
end;
create trigger series_promise_stays before delete on series_promise
begin
  select raise(abort, 'a promise is never taken away');
end;
create trigger series_promise_not_replaced before insert on series_promise
when exists (select 1 from series_promise where id = new.id)
begin
  select raise(abort, 'a promise is never taken away');
end;
create trigger promise_missed_kept before update on promise_missed
begin
  select raise(abort, 'a reason that was given stays');
end;
create trigger promise_missed_stays before delete on promise_missed
begin
  select raise(abort, 'a reason that was given stays');
end;
create trigger promise_missed_not_replaced before insert on promise_missed
when exists (select 1 from promise_missed where id = new.id)
begin
  select raise(abort, 'a reason that was given stays');
end;
-- end
-- postgres:
create function keep_series_promise() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a promise is never taken away';
  end if;
  if tg_op = 'UPDATE' and (
    old.replaced_at is not null
    or (new.id, new.series_id, new.from_on, new.yearly_min, new.yearly_max, new.counts, new.words, new.plan_id,
        new.reason, new.made_at, new.made_by)
      is distinct from (old.id, old.series_id, old.from_on, old.yearly_min, old.yearly_max, old.counts, old.words,
        old.plan_id, old.reason, old.made_at, old.made_by)
    or (new.until_on is distinct from old.until_on
        and (new.until_on is null or new.until_on > coalesce(old.until_on, '9999-12-31')))
  ) then
    raise exception 'a promise stays as it was made, and is only ended';
  end if;
  if new.replaced_at is not null then
    return new;
  end if;
  -- The row of the series is held, so that two do not promise the same time in the same moment.
  perform 1 from series where id = new.series_id for update;
  perform 1 from series_promise
  where id <> new.id and series_id = new.series_id and replaced_at is null
  and from_on <= coalesce(new.until_on, '9999-12-31') and coalesce(until_on, '9999-12-31') >= new.from_on;
  if found then
    raise exception 'promises of one series never overlap';
  end if;
  if new.plan_id is not null then
    perform 1 from plan where id = new.plan_id and new.from_on >= starts_on and new.until_on <= ends_on;
    if not found then
      raise exception 'a promise of a plan lies within its period';
    end if;
  end if;
  return new;
end $$;
create trigger keep_series_promise before insert or update or delete on series_promise
for each row execute function keep_series_promise();
create function keep_promise_missed() returns trigger language plpgsql as $$
begin
  raise exception 'a reason that was given stays';
end $$;
create trigger keep_promise_missed before update or delete on promise_missed
for each row execute function keep_promise_missed();
-- end
