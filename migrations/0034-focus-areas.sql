-- What each year is about: proposed by anyone, weighed by the steering group, chosen by a revision of the plan.

create table focus_proposal (
  id text primary key,
  year integer not null check (year between 2000 and 2200),
  title jsonb not null,
  why jsonb not null,
  state text not null check (state in ('proposed', 'chosen', 'not-chosen', 'withdrawn')),
  created_at timestamptz not null
);
create index focus_proposal_year on focus_proposal (year, created_at);

-- May run over more than one year: one row each.
create table focus_area (
  id text primary key,
  plan_id text not null references plan (id),
  year integer not null check (year between 2000 and 2200),
  position integer not null check (position > 0),
  title jsonb not null,
  about jsonb not null default '{}',
  proposal_id text references focus_proposal (id),
  revision_id text references revision (id),
  unique (plan_id, year, position)
);
