-- The day itself: which round runs, the wall screen, and what people promise themselves at the end.

create table round_run (
  event_id text not null,
  round integer not null,
  started_at timestamptz not null,
  -- When it is to end; moved when a minute is added.
  ends_at timestamptz not null,
  ended_at timestamptz,
  started_by text references person (id),
  primary key (event_id, round),
  foreign key (event_id, round) references forum_round (event_id, number)
);
