-- What the votes show, as it was computed last; who may see it since when; and what the tables are to talk about.

create table dialogue_map (
  dialogue_id text primary key references dialogue (id),
  computed_at timestamptz not null,
  -- How many votes it knew of.
  votes integer not null check (votes >= 0),
  -- With everybody's position in it: never leaves the platform.
  map jsonb not null,
  -- What may be told of it: numbers and positions that point at nobody.
  draft jsonb not null,
  -- What everybody sees, and of when it is; it follows the draft only when enough people have voted since.
  shown jsonb,
  shown_of timestamptz,
  check ((shown is null) = (shown_of is null))
);

-- Somebody decided that everybody is to see the map, at once or when the voting closes.
create table map_opening (
  dialogue_id text primary key references dialogue (id),
  decided_by text not null references person (id),
  decided_at timestamptz not null,
  at_closing integer not null check (at_closing in (0, 1))
);

-- Each thing that makes a map old: a vote, a statement that is turned down, a sector that is told. Rows are added without a
-- look at one another, so that nobody who votes waits for anybody else; whoever draws the map takes away those it knows of.
create table map_change (
  id integer primary key,
  dialogue_id text not null references dialogue (id)
);
create index map_change_dialogue on map_change (dialogue_id);

-- Who is drawing which map, and until when others leave it to them.
create table map_drawing (
  dialogue_id text primary key references dialogue (id),
  by_whom text not null,
  until timestamptz not null
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
  -- Why the statement was taken: it bridges, or it divides.
  because text check (because in ('bridging', 'dividing')),
  proposal_id text references table_proposal (id) on delete cascade,
  check ((statement_id is null) <> (proposal_id is null)),
  check ((because is null) = (statement_id is null)),
  unique (question_id, statement_id),
  unique (question_id, proposal_id)
);
create index forum_question_source_proposal on forum_question_source (proposal_id);

-- sqlite:
create trigger map_change_vote_added after insert on vote
begin
  insert into map_change (dialogue_id) select dialogue_id from statement where id = new.statement_id;
end;
create trigger map_change_vote_changed after update of vote, voter_id on vote
when old.vote <> new.vote or old.voter_id <> new.voter_id
begin
  insert into map_change (dialogue_id) select dialogue_id from statement where id = new.statement_id;
end;
create trigger map_change_vote_removed after delete on vote
begin
  insert into map_change (dialogue_id) select dialogue_id from statement where id = old.statement_id;
end;
create trigger map_change_statement after update of state, is_meta, language, words, translations on statement
begin
  insert into map_change (dialogue_id) values (new.dialogue_id);
end;
create trigger map_change_voter after update of capacity on voter when old.capacity is not new.capacity
begin
  insert into map_change (dialogue_id) values (new.dialogue_id);
end;
create trigger map_stays_shown before update of shown_at on dialogue
when old.shown_at is not null and old.shown_at is not new.shown_at
begin
  select raise(abort, 'what everybody has seen is not taken back');
end;
create trigger map_shown_when_opened before insert on dialogue_map
when new.shown is not null and (select shown_at from dialogue where id = new.dialogue_id) is null
begin
  select raise(abort, 'nobody sees the map before it is opened');
end;
create trigger map_shown_when_opened_later before update of shown on dialogue_map
when new.shown is not null and (select shown_at from dialogue where id = new.dialogue_id) is null
begin
  select raise(abort, 'nobody sees the map before it is opened');
end;
create trigger map_opening_of_votes before insert on map_opening
when (select opened_at from dialogue where id = new.dialogue_id) is null
begin
  select raise(abort, 'the map of a dialogue that is not open yet cannot be shown');
end;
create trigger forum_question_max before insert on forum_question
when (select count(*) from forum_question where event_id = new.event_id) >= 12
begin
  select raise(abort, 'a forum has at most twelve questions');
end;
create trigger forum_question_source_fits before insert on forum_question_source
when not exists (
  select 1 from forum_question
  where id = new.question_id and event_id in (
    select event_id from dialogue join statement on statement.dialogue_id = dialogue.id
      where statement.id = new.statement_id and dialogue.shown_at is not null
    union all select event_id from table_proposal where id = new.proposal_id
  )
)
begin
  select raise(abort, 'a question is made from what was said before its own forum, and was shown');
end;
-- end
-- postgres:
alter table map_change alter column id add generated always as identity;
create function vote_changes_map() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.vote = new.vote and old.voter_id = new.voter_id then
      return null;
    end if;
  end if;
  insert into map_change (dialogue_id)
  select dialogue_id from statement
  where id = case when tg_op = 'DELETE' then old.statement_id else new.statement_id end;
  return null;
end $$;
create trigger vote_changes_map after insert or update of vote, voter_id or delete on vote
for each row execute function vote_changes_map();
create function row_changes_map() returns trigger language plpgsql as $$
begin
  insert into map_change (dialogue_id) values (new.dialogue_id);
  return null;
end $$;
create trigger statement_changes_map after update of state, is_meta, language, words, translations on statement
for each row execute function row_changes_map();
create trigger voter_changes_map after update of capacity on voter
for each row when (old.capacity is distinct from new.capacity) execute function row_changes_map();
create function keep_map_shown() returns trigger language plpgsql as $$
begin
  raise exception 'what everybody has seen is not taken back';
end $$;
create trigger keep_map_shown before update of shown_at on dialogue
for each row when (old.shown_at is not null and old.shown_at is distinct from new.shown_at)
execute function keep_map_shown();
create function map_shown_when_opened() returns trigger language plpgsql as $$
begin
  if (select shown_at from dialogue where id = new.dialogue_id) is null then
    raise exception 'nobody sees the map before it is opened';
  end if;
  return new;
end $$;
create trigger map_shown_when_opened before insert or update of shown on dialogue_map
for each row when (new.shown is not null) execute function map_shown_when_opened();
create function map_opening_of_votes() returns trigger language plpgsql as $$
begin
  if (select opened_at from dialogue where id = new.dialogue_id) is null then
    raise exception 'the map of a dialogue that is not open yet cannot be shown';
  end if;
  return new;
end $$;
create trigger map_opening_of_votes before insert on map_opening
for each row execute function map_opening_of_votes();
create function forum_question_max() returns trigger language plpgsql as $$
begin
  if (select count(*) from forum_question where event_id = new.event_id) >= 12 then
    raise exception 'a forum has at most twelve questions';
  end if;
  return new;
end $$;
create trigger forum_question_max before insert on forum_question
for each row execute function forum_question_max();
create function forum_question_source_fits() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from forum_question
    where id = new.question_id and event_id in (
      select event_id from dialogue join statement on statement.dialogue_id = dialogue.id
        where statement.id = new.statement_id and dialogue.shown_at is not null
      union all select event_id from table_proposal where id = new.proposal_id
    )
  ) then
    raise exception 'a question is made from what was said before its own forum, and was shown';
  end if;
  return new;
end $$;
create trigger forum_question_source_fits before insert on forum_question_source
for each row execute function forum_question_source_fits();
-- end
