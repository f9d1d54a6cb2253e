-- Lunch & Learn: needs that are handed in and seconded, offers to speak, and the lunches that are made of them.

-- "We want to understand how …". Nobody but the office sees it before it is opened.
create table lunch_need (
  id text primary key,
  number integer not null unique check (number > 0),
  -- Changed by the steps below and by nothing else.
  state text not null default 'new' check (state in (
    'new', 'open', 'joined', 'matched', 'planned', 'met', 'answered', 'turned-down', 'withdrawn'
  )),
  -- What it was written in; the words in other languages are the office's.
  language text not null check (language in ('sv', 'en', 'es')),
  words jsonb not null check (cast(words as text) <> '{}'),
  why text check (length(why) between 1 and 2000),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) between 1 and 200),
  handed_in_at timestamptz not null,
  -- A date: met or answered by then, whoever is to blame.
  answer_due_on text not null check (length(answer_due_on) = 10),
  opened_at timestamptz,
  into_id text references lunch_need (id),
  ended_at timestamptz,
  constraint known_or_typed check (organisation_id is null or organisation_name is null),
  constraint not_into_itself check (into_id <> id),
  constraint joined_into_one check ((state = 'joined') = (into_id is not null)),
  constraint opened_before_the_rest check (
    opened_at is not null or state in ('new', 'turned-down', 'withdrawn')
  ),
  constraint ended_as_stated check (
    (state in ('met', 'answered', 'turned-down', 'withdrawn')) = (ended_at is not null)
  )
);
create index lunch_need_into on lunch_need (into_id) where into_id is not null;
create index lunch_need_state on lunch_need (state, number);

-- Who stands behind a need: whoever asked, and whoever seconded it. No name is asked for.
create table lunch_voice (
  id text primary key,
  need_id text not null references lunch_need (id) on delete cascade,
  kind text not null check (kind in ('asked', 'seconded')),
  -- A checksum of the address, so that nobody counts twice; and the address itself of those who want to be told.
  address_key text check (length(address_key) = 64),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  -- A checksum of the organisation, to count different ones by.
  organisation_key text check (length(organisation_key) = 64),
  said_at timestamptz not null,
  confirmed_at timestamptz,
  left_at timestamptz,
  -- Since then the row is a number alone.
  forgotten_at timestamptz,
  constraint whoever_left_is_not_written_to check (left_at is null or email is null),
  constraint forgotten_is_forgotten check (forgotten_at is null or (address_key is null and email is null)),
  constraint known_until_forgotten check (forgotten_at is not null or address_key is not null)
);
create unique index lunch_voice_once on lunch_voice (need_id, address_key)
where left_at is null and address_key is not null;
create unique index lunch_voice_asked on lunch_voice (need_id) where kind = 'asked';

-- Somebody who would speak: on a need, or on a topic of their own.
create table lunch_offer (
  id text primary key,
  need_id text references lunch_need (id),
  language text not null check (language in ('sv', 'en', 'es')),
  topic text not null check (length(topic) between 1 and 200),
  about text check (length(about) between 1 and 2000),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) between 1 and 200),
  email text check (email = lower(email)),
  handed_in_at timestamptz not null,
  confirmed_at timestamptz,
  state text not null default 'new' check (state in ('new', 'open', 'turned-down', 'withdrawn')),
  decided_at timestamptz,
  -- Null when whoever offered took it back, or it had stood for its time.
  decided_by text references person (id),
  reason jsonb,
  forgotten_at timestamptz,
  constraint known_or_typed check (organisation_id is null or organisation_name is null),
  constraint decided_whole check ((state = 'new') = (decided_at is null)),
  constraint no_with_a_reason check ((state = 'turned-down') = (reason is not null)),
  constraint reachable_until_forgotten check ((email is null) = (forgotten_at is not null))
);
create index lunch_offer_need on lunch_offer (need_id) where need_id is not null;

-- The links in mails: each leads one voice, or one offer, to its own page.
create table lunch_link (
  token_hash text primary key,
  voice_id text references lunch_voice (id) on delete cascade,
  offer_id text references lunch_offer (id) on delete cascade,
  created_at timestamptz not null,
  constraint to_one_thing check ((voice_id is null) <> (offer_id is null))
);
create index lunch_link_voice on lunch_link (voice_id) where voice_id is not null;
create index lunch_link_offer on lunch_link (offer_id) where offer_id is not null;

-- Everything that happened to a need, in order: what it became, when and by whom. Never changed.
create table lunch_need_step (
  need_id text not null references lunch_need (id) on delete cascade,
  number integer not null check (number > 0),
  state text not null check (state in (
    'open', 'joined', 'matched', 'planned', 'met', 'answered', 'turned-down', 'withdrawn'
  )),
  at timestamptz not null,
  -- Null for those who stood behind it, and for the clock.
  by_person text references person (id),
  -- Why, or the answer.
  words jsonb,
  into_id text references lunch_need (id),
  offer_id text references lunch_offer (id),
  event_id text references event (id),
  primary key (need_id, number),
  constraint no_with_a_reason check (state not in ('turned-down', 'answered') or words is not null),
  constraint joined_into_one check ((state = 'joined') = (into_id is not null)),
  constraint matched_with_an_offer check ((state = 'matched') = (offer_id is not null)),
  constraint planned_as_a_lunch check ((state in ('planned', 'met')) = (event_id is not null))
);

-- An event that was made of a need, with whom, and by whom.
create table lunch (
  event_id text primary key references event (id),
  need_id text not null references lunch_need (id),
  offer_id text not null references lunch_offer (id),
  partner_id text references organisation (id),
  partner_name text check (length(partner_name) between 1 and 200),
  made_by text not null references person (id),
  made_at timestamptz not null,
  constraint known_or_typed check (partner_id is null or partner_name is null)
);
create index lunch_need_id on lunch (need_id);

-- sqlite:
create trigger lunch_need_begins before insert on lunch_need
when new.state <> 'new' or new.opened_at is not null
begin
  select raise(abort, 'a need begins as new');
end;
create trigger lunch_need_step_in_order before insert on lunch_need_step
when new.number <> (select count(*) + 1 from lunch_need_step where need_id = new.need_id)
begin
  select raise(abort, 'the steps of a need come one after another');
end;
create trigger lunch_need_step_allowed before insert on lunch_need_step
when not exists (
  select 1 from lunch_need where id = new.need_id and (
    (state = 'new' and new.state in ('open', 'turned-down', 'withdrawn'))
    or (state = 'turned-down' and new.state = 'open')
    or (state = 'open' and new.state in ('joined', 'matched', 'answered', 'turned-down', 'withdrawn'))
    or (state = 'joined' and new.state in ('open', 'withdrawn'))
    or (state = 'matched' and new.state in ('open', 'planned', 'answered', 'withdrawn'))
    or (state = 'planned' and new.state in ('open', 'met', 'withdrawn'))
  )
)
begin
  select raise(abort, 'a need cannot become this from what it is');
end;
create trigger lunch_need_step_joins before insert on lunch_need_step
when new.state = 'joined' and not exists (
  select 1 from lunch_need where id = new.into_id and state in ('open', 'matched', 'planned')
)
begin
  select raise(abort, 'a need is joined with one that waits and stands on its own');
end;
create trigger lunch_need_step_leaves before insert on lunch_need_step
when new.state in ('joined', 'turned-down', 'withdrawn')
  and exists (select 1 from lunch_need where into_id = new.need_id)
begin
  select raise(abort, 'no need goes away with others joined into it');
end;
create trigger lunch_need_step_taken after insert on lunch_need_step
begin
  update lunch_need set
    state = new.state,
    into_id = new.into_id,
    opened_at = case when new.state = 'open' then coalesce(opened_at, new.at) else opened_at end,
    ended_at = case
      when new.state in ('met', 'answered', 'turned-down', 'withdrawn') then new.at
    end
  where id = new.need_id;
end;
create trigger lunch_need_step_kept before update on lunch_need_step
begin
  select raise(abort, 'what happened to a need never changes');
end;
create trigger lunch_need_step_stays before delete on lunch_need_step
when exists (select 1 from lunch_need where id = old.need_id)
begin
  select raise(abort, 'what happened to a need never changes');
end;
create trigger lunch_need_by_steps before update on lunch_need
when (new.state <> old.state or new.into_id is not old.into_id or new.opened_at is not old.opened_at
  or new.ended_at is not old.ended_at)
  and (new.state, new.into_id) is not (
    select state, into_id from lunch_need_step where need_id = new.id order by number desc limit 1
  )
begin
  select raise(abort, 'a need changes by its steps alone');
end;
create trigger lunch_need_times_kept before update on lunch_need
when (old.opened_at is not null and new.opened_at is not old.opened_at)
  or (new.ended_at is not null and new.ended_at <> (
    select at from lunch_need_step where need_id = new.id order by number desc limit 1
  ))
begin
  select raise(abort, 'a need changes by its steps alone');
end;
create trigger lunch_need_due_kept before update on lunch_need
when new.answer_due_on <> old.answer_due_on or new.number <> old.number or new.language <> old.language
begin
  select raise(abort, 'by when a need is answered never changes');
end;
create trigger lunch_need_stays before delete on lunch_need
when old.state <> 'new'
  or exists (select 1 from lunch_voice where need_id = old.id and confirmed_at is not null)
begin
  select raise(abort, 'a need that somebody stands behind stays');
end;
create trigger lunch_voice_in_time before insert on lunch_voice
when new.kind = 'seconded' and not exists (
  select 1 from lunch_need where id = new.need_id and state in ('open', 'joined', 'matched', 'planned')
)
begin
  select raise(abort, 'only a need that waits is seconded');
end;
create trigger lunch_voice_confirmed_in_time before update on lunch_voice
when old.confirmed_at is null and new.confirmed_at is not null and not exists (
  select 1 from lunch_need
  where id = new.need_id and (
    (new.kind = 'asked' and state = 'new')
    or (new.kind = 'seconded' and state in ('open', 'joined', 'matched', 'planned'))
  )
)
begin
  select raise(abort, 'only a need that waits is seconded');
end;
create trigger lunch_offer_step before update on lunch_offer
when new.state <> old.state and not (
  (old.state = 'new' and new.state in ('open', 'turned-down', 'withdrawn'))
  or (old.state = 'open' and new.state in ('turned-down', 'withdrawn'))
  or (old.state = 'turned-down' and new.state = 'open')
)
begin
  select raise(abort, 'an offer cannot become this from what it is');
end;
create trigger lunch_need_step_offered before insert on lunch_need_step
when new.state = 'matched' and not exists (
  select 1 from lunch_offer where id = new.offer_id and state = 'open'
)
begin
  select raise(abort, 'a need is matched with an offer that stands');
end;
-- end
-- postgres:
create function keep_lunch_need() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'new' or new.opened_at is not null then
      raise exception 'a need begins as new';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'new'
      or exists (select 1 from lunch_voice where need_id = old.id and confirmed_at is not null) then
      raise exception 'a need that somebody stands behind stays';
    end if;
    return old;
  end if;
  if (
    new.state <> old.state or new.into_id is distinct from old.into_id
    or new.opened_at is distinct from old.opened_at or new.ended_at is distinct from old.ended_at
  ) and not exists (
    select 1 from (
      select state, into_id from lunch_need_step where need_id = new.id order by number desc limit 1
    ) as latest
    where latest.state = new.state and latest.into_id is not distinct from new.into_id
  ) then
    raise exception 'a need changes by its steps alone';
  end if;
  if (old.opened_at is not null and new.opened_at is distinct from old.opened_at)
    or (new.ended_at is not null and new.ended_at <> (
      select at from lunch_need_step where need_id = new.id order by number desc limit 1
    )) then
    raise exception 'a need changes by its steps alone';
  end if;
  if new.answer_due_on <> old.answer_due_on or new.number <> old.number or new.language <> old.language then
    raise exception 'by when a need is answered never changes';
  end if;
  return new;
end $$;
create trigger keep_lunch_need before insert or update or delete on lunch_need
for each row execute function keep_lunch_need();

create function keep_lunch_need_step() returns trigger language plpgsql as $$
declare
  was text;
begin
  if tg_op = 'UPDATE' then
    raise exception 'what happened to a need never changes';
  end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from lunch_need where id = old.need_id) then
      raise exception 'what happened to a need never changes';
    end if;
    return old;
  end if;
  select state into was from lunch_need where id = new.need_id for update;
  if new.number <> (select count(*) + 1 from lunch_need_step where need_id = new.need_id) then
    raise exception 'the steps of a need come one after another';
  end if;
  if not (
    (was = 'new' and new.state in ('open', 'turned-down', 'withdrawn'))
    or (was = 'turned-down' and new.state = 'open')
    or (was = 'open' and new.state in ('joined', 'matched', 'answered', 'turned-down', 'withdrawn'))
    or (was = 'joined' and new.state in ('open', 'withdrawn'))
    or (was = 'matched' and new.state in ('open', 'planned', 'answered', 'withdrawn'))
    or (was = 'planned' and new.state in ('open', 'met', 'withdrawn'))
  ) then
    raise exception 'a need cannot become this from what it is';
  end if;
  if new.state = 'joined' and not exists (
    select 1 from lunch_need where id = new.into_id and state in ('open', 'matched', 'planned')
  ) then
    raise exception 'a need is joined with one that waits and stands on its own';
  end if;
  if new.state in ('joined', 'turned-down', 'withdrawn')
    and exists (select 1 from lunch_need where into_id = new.need_id) then
    raise exception 'no need goes away with others joined into it';
  end if;
  if new.state = 'matched' and not exists (
    select 1 from lunch_offer where id = new.offer_id and state = 'open'
  ) then
    raise exception 'a need is matched with an offer that stands';
  end if;
  return new;
end $$;
create trigger keep_lunch_need_step before insert or update or delete on lunch_need_step
for each row execute function keep_lunch_need_step();

create function take_lunch_need_step() returns trigger language plpgsql as $$
begin
  update lunch_need set
    state = new.state,
    into_id = new.into_id,
    opened_at = case when new.state = 'open' then coalesce(opened_at, new.at) else opened_at end,
    ended_at = case
      when new.state in ('met', 'answered', 'turned-down', 'withdrawn') then new.at
    end
  where id = new.need_id;
  return null;
end $$;
create trigger take_lunch_need_step after insert on lunch_need_step
for each row execute function take_lunch_need_step();

create function keep_lunch_voice() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.kind = 'seconded' and not exists (
      select 1 from lunch_need where id = new.need_id and state in ('open', 'joined', 'matched', 'planned')
    ) then
      raise exception 'only a need that waits is seconded';
    end if;
    return new;
  end if;
  if old.confirmed_at is null and new.confirmed_at is not null and not exists (
    select 1 from lunch_need
    where id = new.need_id and (
      (new.kind = 'asked' and state = 'new')
      or (new.kind = 'seconded' and state in ('open', 'joined', 'matched', 'planned'))
    )
  ) then
    raise exception 'only a need that waits is seconded';
  end if;
  return new;
end $$;
create trigger keep_lunch_voice before insert or update on lunch_voice
for each row execute function keep_lunch_voice();

create function keep_lunch_offer() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not (
    (old.state = 'new' and new.state in ('open', 'turned-down', 'withdrawn'))
    or (old.state = 'open' and new.state in ('turned-down', 'withdrawn'))
    or (old.state = 'turned-down' and new.state = 'open')
  ) then
    raise exception 'an offer cannot become this from what it is';
  end if;
  return new;
end $$;
create trigger keep_lunch_offer before update on lunch_offer
for each row execute function keep_lunch_offer();
-- end
