-- Who the parties to the agreement are, day by day, who stands in for a coordinator, and what the agreement holds.

-- A party joins, pauses, comes back or leaves on a day; from then on it decides with the others, or no longer does.
create table party_standing (
  id text primary key,
  party_id text not null references party (id),
  standing text not null check (standing in ('joined', 'paused', 'left')),
  -- A calendar date where people live, 'YYYY-MM-DD'.
  from_day text not null check (length(from_day) = 10),
  reason jsonb not null default '{}',
  recorded_by text references person (id),
  recorded_at timestamptz not null,
  unique (party_id, from_day)
);
insert into party_standing (id, party_id, standing, from_day, recorded_at)
select 'founder-' || id, id, 'joined',
  coalesce((select min(adopted_on) from agreement), '2017-06-14'), '2017-06-14T10:00:00.000Z'
from party;

-- Named beforehand by the party itself, never by another: decides for the party while a coordinator is away.
create table substitute (
  id text primary key,
  party_id text not null references party (id),
  person_id text not null references person (id),
  named_by text not null references person (id),
  from_day text not null check (length(from_day) = 10),
  until_day text not null check (length(until_day) = 10),
  named_at timestamptz not null,
  ended_at timestamptz,
  constraint substitutes_for_some_days check (until_day >= from_day)
);
create index substitute_person on substitute (person_id, until_day);
