-- What the votes show, as it was computed last; and what the tables are to talk about.

create table dialogue_map (
  dialogue_id text primary key references dialogue (id),
  computed_at timestamptz not null,
  -- How many votes it knew of.
  votes integer not null check (votes >= 0),
  map jsonb not null
);

create table forum_question (
  id text primary key,
  event_id text not null references event (id),
  position integer not null check (position >= 1),
  words jsonb not null check (cast(words as text) <> '{}'),
  made_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index forum_question_event on forum_question (event_id, position, id);

-- What a question was made from: statements that bridge or divide, or what somebody proposed at sign-up.
create table forum_question_source (
  id text primary key,
  question_id text not null references forum_question (id) on delete cascade,
  statement_id text references statement (id),
  proposal_id text references table_proposal (id),
  check ((statement_id is null) <> (proposal_id is null)),
  unique (question_id, statement_id),
  unique (question_id, proposal_id)
);
