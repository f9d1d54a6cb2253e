-- Before a forum: a theme on which people write statements and vote on them.

create table dialogue (
  id text primary key,
  event_id text not null references event (id),
  -- Its part of the address.
  slug text not null unique check (length(slug) between 1 and 80),
  title jsonb not null check (cast(title as text) <> '{}'),
  lead jsonb not null default '{}',
  made_by text not null references person (id),
  created_at timestamptz not null,
  -- Statements and votes are taken from then on.
  opened_at timestamptz,
  -- And no longer than this.
  closes_at timestamptz not null,
  -- When an organizer closed it before that.
  closed_at timestamptz,
  -- Since then everybody may see the opinion map.
  shown_at timestamptz,
  check (closed_at is null or opened_at is not null),
  check (shown_at is null or opened_at is not null),
  constraint closes_after_opening check (opened_at < closes_at)
);
create index dialogue_event on dialogue (event_id, id);

-- A browser in which somebody takes part in one dialogue, with or without having signed up for the event. No name.
create table voter (
  id text primary key,
  dialogue_id text not null references dialogue (id),
  -- Of the cookie or link by which they are known again.
  token_hash text not null unique,
  -- Known to be theirs.
  email text check (email = lower(email)),
  confirmed_at timestamptz,
  sign_up_id text references sign_up (id) on delete set null,
  -- What they take part as; told once, and may be corrected.
  capacity text check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  -- When they told it, or would rather not.
  sector_asked_at timestamptz,
  language text not null check (language in ('sv', 'en', 'es')),
  created_at timestamptz not null,
  -- Another browser of the same person: that one's votes and statements are theirs.
  merged_into text references voter (id),
  forgotten_at timestamptz,
  constraint confirmed_is_an_address check (confirmed_at is null or email is not null),
  constraint merged_have_nothing check (merged_into is null or (email is null and sign_up_id is null)),
  check (merged_into <> id),
  check (forgotten_at is null or (email is null and sign_up_id is null))
);
create unique index voter_email on voter (dialogue_id, email) where email is not null;
create unique index voter_sign_up on voter (dialogue_id, sign_up_id) where sign_up_id is not null;
create index voter_dialogue on voter (dialogue_id, capacity);
create index voter_merged on voter (merged_into) where merged_into is not null;

-- A mailed link that is still to be pressed: whoever reads the address is this voter.
create table voter_link (
  token_hash text primary key,
  voter_id text not null references voter (id),
  email text not null check (email = lower(email)),
  created_at timestamptz not null,
  used_at timestamptz
);
create index voter_link_made on voter_link (created_at);

create table statement (
  id text primary key,
  dialogue_id text not null references dialogue (id),
  number integer not null check (number >= 1),
  -- The language it was written in, and what it says there; translations by an editor.
  language text not null check (language in ('sv', 'en', 'es')),
  words text not null check (length(words) between 1 and 280),
  translations jsonb not null default '{}',
  -- Written by the organizers, to begin with.
  is_seed integer not null default 0 check (is_seed in (0, 1)),
  -- About the dialogue itself, not about its theme.
  is_meta integer not null default 0 check (is_meta in (0, 1)),
  written_by text references voter (id),
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'shown', 'turned-down')),
  decided_at timestamptz,
  decided_by text references person (id),
  -- Why it was turned down.
  reason text check (length(reason) between 1 and 400),
  -- How many votes of each kind there are; kept by the triggers below.
  agrees integer not null default 0 check (agrees >= 0),
  passes integer not null default 0 check (passes >= 0),
  disagrees integer not null default 0 check (disagrees >= 0),
  unique (dialogue_id, number),
  check ((state = 'waiting') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'turned-down') = (reason is not null)),
  constraint seeds_are_the_organizers check (is_seed = 0 or written_by is null)
);
create index statement_author on statement (written_by) where written_by is not null;

-- The latest vote of each person on each statement.
create table vote (
  statement_id text not null references statement (id),
  voter_id text not null references voter (id),
  -- Agree 1, pass 0, disagree -1.
  vote integer not null check (vote in (-1, 0, 1)),
  at timestamptz not null,
  primary key (statement_id, voter_id)
);
create index vote_voter on vote (voter_id);

-- Every vote there ever was, also those that were changed later. Written by the triggers below, and never taken away.
create table vote_cast (
  id text primary key,
  statement_id text not null references statement (id),
  voter_id text not null references voter (id),
  vote integer not null check (vote in (-1, 0, 1)),
  at timestamptz not null
);
create index vote_cast_statement on vote_cast (statement_id, at, id);
create index vote_cast_voter on vote_cast (voter_id);

-- sqlite:
create trigger dialogue_keeps_what_was_promised before update on dialogue
begin
  select raise(abort, 'a dialogue stays with its event and its address')
    where new.event_id <> old.event_id or new.slug <> old.slug;
  select raise(abort, 'a dialogue stays opened') where old.opened_at is not null and new.opened_at is not old.opened_at;
  select raise(abort, 'a dialogue begins with three statements')
    where old.opened_at is null and new.opened_at is not null
      and (select count(*) from statement where dialogue_id = new.id and state = 'shown') < 3;
  select raise(abort, 'a dialogue whose map was shown does not open again')
    where old.shown_at is not null and (
      new.closes_at > old.closes_at
      or (old.closed_at is not null and (new.closed_at is null or new.closed_at > old.closed_at))
    );
end;
create trigger voter_keeps_dialogue before update of dialogue_id on voter
when new.dialogue_id <> old.dialogue_id
begin
  select raise(abort, 'a voter stays in the dialogue');
end;
create trigger voter_merges before update of merged_into on voter
when new.merged_into is not old.merged_into
begin
  select raise(abort, 'those who were merged stay so') where new.merged_into is null;
  select raise(abort, 'a voter is merged into one of the same dialogue') where not exists (
    select 1 from voter where id = new.merged_into and dialogue_id = new.dialogue_id and merged_into is null
  );
end;
create trigger statement_in_time before insert on statement
begin
  select raise(abort, 'the dialogue is not open') where not exists (
    select 1 from dialogue where id = new.dialogue_id
      and (opened_at <= new.created_at or (new.written_by is null and opened_at is null))
      and new.created_at < closes_at and (closed_at is null or new.created_at < closed_at)
  );
  select raise(abort, 'its author takes part in another dialogue') where new.written_by is not null and not exists (
    select 1 from voter where id = new.written_by and dialogue_id = new.dialogue_id
  );
end;
create trigger statement_says_what_it_said before update on statement
begin
  select raise(abort, 'what people voted on stays as it was written')
    where new.words <> old.words or new.language <> old.language or new.number <> old.number
      or new.dialogue_id <> old.dialogue_id or new.is_seed <> old.is_seed or new.created_at <> old.created_at;
  select raise(abort, 'a statement that was read does not wait again') where new.state = 'waiting' and old.state <> 'waiting';
  select raise(abort, 'another decision has another time')
    where new.state <> old.state and old.decided_at is not null and new.decided_at <= old.decided_at;
  select raise(abort, 'nobody can vote any more on what is shown now')
    where new.state = 'shown' and old.state <> 'shown' and not exists (
      select 1 from dialogue where id = new.dialogue_id
        and new.decided_at < closes_at and (closed_at is null or new.decided_at < closed_at)
    );
end;
create trigger statement_stays before delete on statement
when old.agrees + old.passes + old.disagrees > 0
begin
  select raise(abort, 'what people voted on stays');
end;
create trigger vote_in_time before insert on vote
when not exists (
  select 1 from statement
    join dialogue on dialogue.id = statement.dialogue_id
    join voter on voter.dialogue_id = dialogue.id
  where statement.id = new.statement_id and statement.state = 'shown'
    and voter.id = new.voter_id and voter.merged_into is null
    and opened_at <= new.at and new.at < closes_at and (closed_at is null or new.at < closed_at)
)
begin
  select raise(abort, 'a vote is on what is shown, while the dialogue is open');
end;
create trigger vote_changed_in_time before update of vote, at on vote
when not exists (
  select 1 from statement
    join dialogue on dialogue.id = statement.dialogue_id
  where statement.id = new.statement_id and statement.state = 'shown' and new.at >= old.at
    and opened_at <= new.at and new.at < closes_at and (closed_at is null or new.at < closed_at)
)
begin
  select raise(abort, 'a vote is on what is shown, while the dialogue is open');
end;
create trigger vote_stays before update of statement_id, voter_id on vote
when new.statement_id <> old.statement_id or (
  new.voter_id <> old.voter_id
  and not exists (select 1 from voter where id = old.voter_id and merged_into = new.voter_id)
)
begin
  select raise(abort, 'a vote stays with who gave it');
end;
create trigger vote_is_kept before delete on vote
when not exists (
  select 1 from voter one join voter other on other.merged_into = one.id
    join vote its on its.voter_id in (one.id, other.id)
  where old.voter_id in (one.id, other.id) and its.statement_id = old.statement_id and its.voter_id <> old.voter_id
)
begin
  select raise(abort, 'a vote is kept, unless the same person has another one');
end;
create trigger vote_counted after insert on vote
begin
  insert into vote_cast (id, statement_id, voter_id, vote, at)
    values (lower(hex(randomblob(16))), new.statement_id, new.voter_id, new.vote, new.at);
  update statement set agrees = agrees + (new.vote = 1), passes = passes + (new.vote = 0),
    disagrees = disagrees + (new.vote = -1)
  where id = new.statement_id;
end;
create trigger vote_counted_anew after update of vote, at on vote
begin
  insert into vote_cast (id, statement_id, voter_id, vote, at)
    values (lower(hex(randomblob(16))), new.statement_id, new.voter_id, new.vote, new.at);
  update statement set agrees = agrees + (new.vote = 1) - (old.vote = 1),
    passes = passes + (new.vote = 0) - (old.vote = 0),
    disagrees = disagrees + (new.vote = -1) - (old.vote = -1)
  where id = new.statement_id;
end;
create trigger vote_counted_out after delete on vote
begin
  update statement set agrees = agrees - (old.vote = 1), passes = passes - (old.vote = 0),
    disagrees = disagrees - (old.vote = -1)
  where id = old.statement_id;
end;
create trigger vote_cast_stays before update on vote_cast
when new.statement_id <> old.statement_id or new.vote <> old.vote or new.at <> old.at or new.id <> old.id
  or not exists (select 1 from voter where id = old.voter_id and merged_into = new.voter_id)
begin
  select raise(abort, 'what was voted stays');
end;
create trigger vote_cast_is_kept before delete on vote_cast
begin
  select raise(abort, 'what was voted stays');
end;
-- end

-- postgres:
create function dialogue_takes(of_dialogue text, moment timestamptz) returns boolean language sql as $$
  select exists (
    select 1 from dialogue where id = of_dialogue and opened_at <= moment and moment < closes_at
      and (closed_at is null or moment < closed_at)
  )
$$;
create function dialogue_keeps_what_was_promised() returns trigger language plpgsql as $$
begin
  if new.event_id <> old.event_id or new.slug <> old.slug then
    raise exception 'a dialogue stays with its event and its address';
  end if;
  if old.opened_at is not null and new.opened_at is distinct from old.opened_at then
    raise exception 'a dialogue stays opened';
  end if;
  if old.opened_at is null and new.opened_at is not null
    and (select count(*) from statement where dialogue_id = new.id and state = 'shown') < 3 then
    raise exception 'a dialogue begins with three statements';
  end if;
  if old.shown_at is not null and (
    new.closes_at > old.closes_at
    or (old.closed_at is not null and (new.closed_at is null or new.closed_at > old.closed_at))
  ) then
    raise exception 'a dialogue whose map was shown does not open again';
  end if;
  return new;
end $$;
create trigger dialogue_keeps_what_was_promised before update on dialogue
for each row execute function dialogue_keeps_what_was_promised();

create function voter_stays_one() returns trigger language plpgsql as $$
begin
  if new.dialogue_id <> old.dialogue_id then raise exception 'a voter stays in the dialogue'; end if;
  if new.merged_into is distinct from old.merged_into then
    if new.merged_into is null then raise exception 'those who were merged stay so'; end if;
    if not exists (
      select 1 from voter where id = new.merged_into and dialogue_id = new.dialogue_id and merged_into is null
    ) then
      raise exception 'a voter is merged into one of the same dialogue';
    end if;
  end if;
  return new;
end $$;
create trigger voter_stays_one before update of dialogue_id, merged_into on voter
for each row execute function voter_stays_one();

create function statement_in_time() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from dialogue where id = new.dialogue_id
      and (opened_at <= new.created_at or (new.written_by is null and opened_at is null))
      and new.created_at < closes_at and (closed_at is null or new.created_at < closed_at)
  ) then
    raise exception 'the dialogue is not open';
  end if;
  if new.written_by is not null and not exists (
    select 1 from voter where id = new.written_by and dialogue_id = new.dialogue_id
  ) then
    raise exception 'its author takes part in another dialogue';
  end if;
  return new;
end $$;
create trigger statement_in_time before insert on statement
for each row execute function statement_in_time();

create function statement_says_what_it_said() returns trigger language plpgsql as $$
begin
  if new.words <> old.words or new.language <> old.language or new.number <> old.number
    or new.dialogue_id <> old.dialogue_id or new.is_seed <> old.is_seed or new.created_at <> old.created_at then
    raise exception 'what people voted on stays as it was written';
  end if;
  if new.state = 'waiting' and old.state <> 'waiting' then
    raise exception 'a statement that was read does not wait again';
  end if;
  if new.state <> old.state and old.decided_at is not null and new.decided_at <= old.decided_at then
    raise exception 'another decision has another time';
  end if;
  if new.state = 'shown' and old.state <> 'shown' and not exists (
    select 1 from dialogue where id = new.dialogue_id
      and new.decided_at < closes_at and (closed_at is null or new.decided_at < closed_at)
  ) then
    raise exception 'nobody can vote any more on what is shown now';
  end if;
  return new;
end $$;
create trigger statement_says_what_it_said before update on statement
for each row execute function statement_says_what_it_said();

create function statement_stays() returns trigger language plpgsql as $$
begin
  if old.agrees + old.passes + old.disagrees > 0 then raise exception 'what people voted on stays'; end if;
  return old;
end $$;
create trigger statement_stays before delete on statement for each row execute function statement_stays();

create function vote_in_time() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.voter_id <> old.voter_id then return new; end if;
  if not exists (
    select 1 from statement join voter on voter.dialogue_id = statement.dialogue_id
    where statement.id = new.statement_id and statement.state = 'shown'
      and voter.id = new.voter_id and voter.merged_into is null
      and dialogue_takes(statement.dialogue_id, new.at)
  ) or (tg_op = 'UPDATE' and new.at < old.at) then
    raise exception 'a vote is on what is shown, while the dialogue is open';
  end if;
  return new;
end $$;
create trigger vote_in_time before insert or update of vote, at on vote
for each row execute function vote_in_time();

create function vote_stays() returns trigger language plpgsql as $$
begin
  if new.statement_id <> old.statement_id or (
    new.voter_id <> old.voter_id
    and not exists (select 1 from voter where id = old.voter_id and merged_into = new.voter_id)
  ) then
    raise exception 'a vote stays with who gave it';
  end if;
  return new;
end $$;
create trigger vote_stays before update of statement_id, voter_id on vote
for each row execute function vote_stays();

create function vote_is_kept() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from voter one join voter other on other.merged_into = one.id
      join vote its on its.voter_id in (one.id, other.id)
    where old.voter_id in (one.id, other.id) and its.statement_id = old.statement_id and its.voter_id <> old.voter_id
  ) then
    raise exception 'a vote is kept, unless the same person has another one';
  end if;
  return old;
end $$;
create trigger vote_is_kept before delete on vote for each row execute function vote_is_kept();

create function vote_counted() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into vote_cast (id, statement_id, voter_id, vote, at)
      values (gen_random_uuid()::text, new.statement_id, new.voter_id, new.vote, new.at);
    update statement set agrees = agrees + (new.vote = 1)::int, passes = passes + (new.vote = 0)::int,
      disagrees = disagrees + (new.vote = -1)::int
    where id = new.statement_id;
  end if;
  if tg_op <> 'INSERT' then
    update statement set agrees = agrees - (old.vote = 1)::int, passes = passes - (old.vote = 0)::int,
      disagrees = disagrees - (old.vote = -1)::int
    where id = old.statement_id;
  end if;
  return null;
end $$;
create trigger vote_counted after insert or update of vote, at or delete on vote
for each row execute function vote_counted();

create function vote_cast_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'what was voted stays'; end if;
  if new.statement_id <> old.statement_id or new.vote <> old.vote or new.at <> old.at or new.id <> old.id
    or not exists (select 1 from voter where id = old.voter_id and merged_into = new.voter_id) then
    raise exception 'what was voted stays';
  end if;
  return new;
end $$;
create trigger vote_cast_stays before update or delete on vote_cast
for each row execute function vote_cast_stays();
-- end
