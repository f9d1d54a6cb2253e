-- Nothing in a plan changes but by a revision that every party of that day has said yes to.

-- Empty: a plan in the making. It is in force from its first day when all parties have adopted it.
alter table plan add column adopted_on text check (length(adopted_on) = 10);
update plan set adopted_on = starts_on;

create table revision (
  id text primary key,
  number integer not null unique check (number > 0),
  plan_id text not null references plan (id),
  -- change: of a plan in force. adoption: of a plan in the making, as a whole.
  kind text not null check (kind in ('change', 'adoption')),
  title jsonb not null,
  reason jsonb not null check (cast(reason as text) <> '{}'),
  state text not null check (state in (
    'draft', 'proposed', 'in-force', 'refused', 'withdrawn', 'lapsed', 'replaced'
  )),
  -- Each change of what is proposed raises it: a yes holds for what was seen, and for nothing else.
  version integer not null default 1 check (version > 0),
  party_id text not null references party (id),
  made_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  proposed_at timestamptz,
  -- The last day for answers; nobody's silence is a yes.
  decide_by text check (length(decide_by) = 10),
  ended_at timestamptz,
  -- The day it was decided on, where people live: the parties of that day count.
  ended_on text check (length(ended_on) = 10),
  end_reason jsonb not null default '{}',
  replaced_by text references revision (id),
  constraint proposed_with_a_last_day check ((proposed_at is null) = (decide_by is null)),
  constraint a_draft_is_not_proposed check ((state = 'draft') = (proposed_at is null) or state = 'withdrawn'),
  constraint ended_whole check ((state in ('draft', 'proposed')) = (ended_at is null)),
  constraint ended_on_a_day check ((ended_at is null) = (ended_on is null))
);
create index revision_plan on revision (plan_id, number);
create index revision_open on revision (decide_by) where state = 'proposed';

-- What it adds, changes and takes out, one row each: of a commitment, of the plan's own words, of a year's focus areas.
create table revision_change (
  id text primary key,
  revision_id text not null references revision (id),
  position integer not null check (position > 0),
  kind text not null check (kind in (
    'plan-words', 'add-commitment', 'change-commitment', 'remove-commitment', 'focus-areas'
  )),
  -- The commitment it is about; of one that is added, the id that it will have.
  commitment_id text,
  -- What stood there when it was written down, and what will; the shapes are in src/plan/revisions/change.ts.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  unique (revision_id, position)
);

create table revision_answer (
  revision_id text not null references revision (id),
  version integer not null,
  party_id text not null references party (id),
  answer text not null check (answer in ('yes', 'no')),
  reason jsonb not null default '{}',
  by_person text not null references person (id),
  as_substitute integer not null default 0 check (as_substitute in (0, 1)),
  at timestamptz not null,
  primary key (revision_id, version, party_id),
  constraint no_needs_a_reason check (answer <> 'no' or cast(reason as text) <> '{}')
);

-- What has stood in the plan, and from which day. Without a revision: from before there were any.
create table commitment_version (
  id text primary key,
  commitment_id text not null references commitment (id),
  revision_id text references revision (id),
  from_day text not null check (length(from_day) = 10),
  -- 1: from that day it is not in the plan any longer.
  is_removed integer not null default 0 check (is_removed in (0, 1)),
  title jsonb not null,
  what jsonb not null,
  measure jsonb not null,
  due_on text not null check (length(due_on) = 10),
  -- As in commitment_owner: [{"party": id} or {"organisation": id}, …], in their order.
  owners jsonb not null default '[]'
);
create index commitment_version_day on commitment_version (commitment_id, from_day);
insert into commitment_version (id, commitment_id, from_day, title, what, measure, due_on)
select 'first-' || id, id, substr(cast(created_at as text), 1, 10), title, what, measure, due_on from commitment;

create table plan_version (
  id text primary key,
  plan_id text not null references plan (id),
  revision_id text references revision (id),
  from_day text not null check (length(from_day) = 10),
  title jsonb not null,
  lead jsonb not null,
  about jsonb not null
);
create index plan_version_day on plan_version (plan_id, from_day);
insert into plan_version (id, plan_id, from_day, title, lead, about)
select 'first-' || id, id, starts_on, title, lead, about from plan;
