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

-- How often two people sat at one table at earlier forums. Addresses are kept as keyed checksums alone.
create table encounter (
  one text not null,
  other text not null,
  times integer not null check (times >= 1),
  last_on text not null check (length(last_on) = 10),
  primary key (one, other),
  check (one < other)
);
