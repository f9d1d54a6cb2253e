-- Ideas and suggestions of anyone, who stands behind them, what the office lets through and answers, and what they become.

-- Within how many working days the office answers. The first row is also what decisions about ideas wait at, one by one.
create table idea_promise (
  id text primary key,
  working_days integer not null check (working_days between 1 and 60),
  since timestamptz not null,
  -- Null for what an installation begins with.
  set_by text references person (id)
);
insert into idea_promise (id, working_days, since) values ('first', 10, '2020-01-01T00:00:00.000Z');

create table idea (
  id text primary key,
  number integer not null unique check (number > 0),
  -- Whether everybody may see it: changed by decisions, and by nothing else.
  standing text not null default 'waiting' check (standing in ('waiting', 'shown', 'refused')),
  -- What has become of it: changed by steps, and by nothing else.
  state text not null default 'received' check (state in (
    'received', 'considered', 'becomes', 'declined', 'done', 'withdrawn'
  )),
  language text not null check (language in ('sv', 'en', 'es')),
  what text not null check (length(what) <= 400),
  why text not null check (length(why) <= 4000),
  place text check (length(place) between 1 and 200),
  -- Only where whoever wrote it wants to be named.
  author_name text check (length(author_name) between 1 and 100),
  search_text text not null,
  -- The words without signs, to find those that were sent twice.
  text_key text not null check (length(text_key) = 64),
  file_id text references stored_file (id),
  picture_width integer,
  picture_height integer,
  held_for text check (held_for in ('personal-number', 'harsh-words')),
  theme_id text references theme (id),
  handed_in_at timestamptz not null,
  -- When whoever wrote it showed that the address is theirs: from then on the office has it.
  confirmed_at timestamptz,
  promised_days integer check (promised_days > 0),
  answer_due_on text check (length(answer_due_on) = 10),
  shown_at timestamptz,
  answered_at timestamptz,
  -- Working days until then, and whether the promised day was over: counted when it is answered, and never again.
  answer_days integer,
  answered_late integer check (answered_late in (0, 1)),
  into_id text references idea (id),
  assigned_to text references person (id),
  -- How many people stand behind it and behind what is joined into it.
  supporters integer not null default 0 check (supporters >= 0),
  -- When something last happened that those behind it are told of.
  news_at timestamptz,
  wiped_at timestamptz,
  constraint promised_when_confirmed check ((confirmed_at is null) = (answer_due_on is null)),
  constraint counted_in_days check ((answer_due_on is null) = (promised_days is null)),
  constraint not_into_itself check (into_id <> id),
  constraint shown_once_shown check (standing <> 'shown' or shown_at is not null),
  constraint counted_when_answered check (
    (answered_at is null) = (answer_days is null) and (answered_at is null) = (answered_late is null)
  ),
  constraint size_of_a_picture check ((picture_width is null) = (picture_height is null)),
  constraint wiped_is_wiped check (wiped_at is null or (author_name is null and file_id is null))
);
create index idea_shown on idea (standing, shown_at);
create index idea_waiting on idea (confirmed_at) where standing = 'waiting';
create index idea_due on idea (answer_due_on) where answered_at is null;
create index idea_supported on idea (standing, supporters, number);
create index idea_kept on idea (standing, answer_days, answered_late) where answer_days is not null;
create index idea_unanswered on idea (standing, state, answer_due_on) where answered_at is null;
create index idea_into on idea (into_id) where into_id is not null;
create index idea_news on idea (news_at) where news_at is not null;
create index idea_text_key on idea (text_key);

-- Who stands behind an idea: whoever wrote it, and whoever supports it. Counted, and never listed.
create table idea_voice (
  id text primary key,
  idea_id text not null references idea (id) on delete cascade,
  kind text not null check (kind in ('author', 'supporter')),
  -- A checksum of the address, so that nobody counts twice; and the address itself of those who want to be told.
  address_key text check (length(address_key) = 64),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  said_at timestamptz not null,
  confirmed_at timestamptz,
  left_at timestamptz,
  told_at timestamptz,
  forgotten_at timestamptz,
  -- 1 where the same person was counted elsewhere when both were forgotten.
  doubled integer not null default 0 check (doubled in (0, 1)),
  constraint whoever_left_is_not_written_to check (left_at is null or email is null),
  constraint forgotten_is_forgotten check (forgotten_at is null or (address_key is null and email is null)),
  constraint known_until_forgotten check (forgotten_at is not null or address_key is not null)
);
create unique index idea_voice_once on idea_voice (idea_id, address_key)
where left_at is null and address_key is not null;
create unique index idea_voice_author on idea_voice (idea_id) where kind = 'author';
create index idea_voice_email on idea_voice (email) where email is not null;

-- The moderator's log: who let something through or did not, when and why. It never changes.
create table idea_decision (
  id text primary key,
  idea_id text not null references idea (id) on delete cascade,
  number integer not null check (number > 0),
  kind text not null check (kind in ('shown', 'refused', 'taken-down', 'restored', 'kept')),
  reason text not null check (reason in (
    'within-rules', 'personal-data', 'threat', 'insult', 'against-a-group', 'advertising', 'not-about-malmo',
    'copyright', 'sent-twice', 'unlawful', 'other'
  )),
  words jsonb,
  by_person text not null references person (id),
  party_id text not null references party (id),
  at timestamptz not null,
  unique (idea_id, number),
  constraint no_with_words check (kind in ('shown', 'kept') or words is not null),
  constraint no_with_a_reason check ((kind in ('refused', 'taken-down')) = (reason <> 'within-rules'))
);

-- Whoever wrote something asks once for another look; somebody of the other party answers.
create table idea_appeal (
  decision_id text primary key references idea_decision (id) on delete cascade,
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null,
  answered_at timestamptz,
  outcome text check (outcome in ('changed', 'stands')),
  answer jsonb,
  answered_by text references person (id),
  party_id text references party (id),
  constraint answered_whole check (
    (answered_at is null) = (outcome is null) and (answered_at is null) = (answer is null)
    and (answered_at is null) = (answered_by is null) and (answered_at is null) = (party_id is null)
  )
);

create table idea_report (
  id text primary key,
  idea_id text not null references idea (id) on delete cascade,
  reason text not null check (reason in (
    'personal-data', 'threat', 'insult', 'against-a-group', 'advertising', 'copyright', 'unlawful', 'other'
  )),
  words text check (length(words) between 1 and 1000),
  -- Left empty by whoever reports without an address, and when it is forgotten.
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  at timestamptz not null,
  confirmed_at timestamptz,
  -- The decision that looked at it.
  decision_id text references idea_decision (id)
);
create index idea_report_open on idea_report (idea_id) where decision_id is null;

-- The links in mails: each leads one voice to its own page, or confirms one report.
create table idea_link (
  token_hash text primary key,
  voice_id text references idea_voice (id) on delete cascade,
  report_id text references idea_report (id) on delete cascade,
  created_at timestamptz not null,
  constraint to_one_thing check ((voice_id is null) <> (report_id is null))
);
create index idea_link_voice on idea_link (voice_id) where voice_id is not null;
create index idea_link_report on idea_link (report_id) where report_id is not null;

-- What an idea became, in order, with the public answer. Never changed.
create table idea_step (
  idea_id text not null references idea (id) on delete cascade,
  number integer not null check (number > 0),
  kind text not null check (kind in (
    'considered', 'becomes', 'declined', 'done', 'withdrawn', 'joined', 'parted'
  )),
  at timestamptz not null,
  words jsonb,
  -- Null for whoever wrote the idea.
  by_person text references person (id),
  party_id text references party (id),
  -- As what they answer: "samordnare". The name is shown of those alone who wish it.
  role text check (length(role) between 1 and 100),
  is_named integer not null default 0 check (is_named in (0, 1)),
  into_id text references idea (id),
  -- Of an answer: its date in Malmö, and how many working days after the address was confirmed it came.
  answered_on text check (length(answered_on) = 10),
  answer_days integer check (answer_days >= 0),
  primary key (idea_id, number),
  constraint answers_are_counted check (
    (kind in ('becomes', 'declined', 'done')) = (answer_days is not null)
    and (answer_days is null) = (answered_on is null)
  ),
  constraint answers_say_why check (kind not in ('considered', 'becomes', 'declined', 'done') or words is not null),
  constraint answers_are_somebodys check (
    kind = 'withdrawn' or (by_person is not null and party_id is not null)
  ),
  constraint joined_into_one check ((kind = 'joined') = (into_id is not null))
);

-- What was made of an idea: the beginning of a red thread.
create table idea_led_to (
  idea_id text not null references idea (id) on delete cascade,
  kind text not null check (kind in (
    'lunch-need', 'theme-proposal', 'event', 'partnership', 'forum-theme', 'commitment'
  )),
  target_id text not null,
  at timestamptz not null,
  by_person text not null references person (id),
  -- Since when everybody can come to what it became: an event, or the lunch of a need.
  event_at timestamptz,
  primary key (kind, target_id, idea_id)
);
create index idea_led_to_idea on idea_led_to (idea_id);

-- sqlite:
create trigger idea_begins before insert on idea
when new.standing <> 'waiting' or new.state <> 'received' or new.shown_at is not null
  or new.answered_at is not null or new.into_id is not null
begin
  select raise(abort, 'an idea begins as sent in and seen by nobody');
end;
create trigger idea_standing_by_decision before update on idea
when (new.standing <> old.standing or new.shown_at is not old.shown_at) and not exists (
  select 1 from (
    select kind from idea_decision where idea_id = new.id order by number desc limit 1
  ) as latest
  where new.standing = case when latest.kind in ('refused', 'taken-down') then 'refused' else 'shown' end
)
begin
  select raise(abort, 'an idea is shown or not by a decision alone');
end;
create trigger idea_state_by_step before update on idea
when (new.state <> old.state and not exists (
    select 1 from (select kind from idea_step where idea_id = new.id order by number desc limit 1) as latest
    where latest.kind = new.state
  ))
  or (new.into_id is not old.into_id and not exists (
    select 1 from (select kind, into_id from idea_step where idea_id = new.id order by number desc limit 1) as latest
    where latest.kind in ('joined', 'parted') and latest.into_id is new.into_id
  ))
  or (new.answered_at is not old.answered_at and (old.answered_at is not null or not exists (
    select 1 from (select kind, at from idea_step where idea_id = new.id order by number desc limit 1) as latest
    where latest.at = new.answered_at and latest.kind in ('becomes', 'declined', 'done')
  )))
begin
  select raise(abort, 'an idea changes by its steps alone');
end;
create trigger idea_promise_kept before update on idea
when new.number <> old.number or new.handed_in_at <> old.handed_in_at or new.language <> old.language
  or (old.answer_due_on is not null and new.answer_due_on is not old.answer_due_on)
  or (old.confirmed_at is not null and new.confirmed_at is not old.confirmed_at)
  or (old.answer_days is not null and (
    new.answer_days is not old.answer_days or new.answered_late is not old.answered_late
  ))
begin
  select raise(abort, 'by when an idea is answered never changes');
end;
create trigger idea_stays before delete on idea
when old.confirmed_at is not null
begin
  select raise(abort, 'an idea that the office has stays');
end;
create trigger idea_decision_in_order before insert on idea_decision
when new.number <> (select count(*) + 1 from idea_decision where idea_id = new.idea_id)
begin
  select raise(abort, 'decisions come one after another');
end;
create trigger idea_decision_allowed before insert on idea_decision
when not exists (
  select 1 from idea where id = new.idea_id and confirmed_at is not null and (
    (standing = 'waiting' and new.kind in ('shown', 'refused'))
    or (standing = 'shown' and new.kind in ('taken-down', 'kept'))
    or (standing = 'refused' and new.kind = 'restored')
  )
)
begin
  select raise(abort, 'this cannot be decided about the idea as it stands');
end;
create trigger idea_decision_by_the_other before insert on idea_decision
when new.kind = 'restored' and new.party_id = (
  select party_id from idea_decision where idea_id = new.idea_id and kind in ('refused', 'taken-down')
  order by number desc limit 1
)
begin
  select raise(abort, 'the other party looks again');
end;
create trigger idea_decision_taken after insert on idea_decision
begin
  update idea set
    news_at = new.at,
    standing = case when new.kind in ('refused', 'taken-down') then 'refused' else 'shown' end,
    shown_at = case when new.kind in ('shown', 'restored') then coalesce(shown_at, new.at) else shown_at end
  where id = new.idea_id;
end;
create trigger idea_decision_kept before update on idea_decision
begin
  select raise(abort, 'what was decided never changes');
end;
create trigger idea_decision_stays before delete on idea_decision
when exists (select 1 from idea where id = old.idea_id)
begin
  select raise(abort, 'what was decided never changes');
end;
create trigger idea_appeal_of_a_no before insert on idea_appeal
when new.answered_at is not null or not exists (
  select 1 from idea_decision as mine where mine.id = new.decision_id
    and mine.kind in ('refused', 'taken-down') and mine.number = (
      select max(number) from idea_decision where idea_id = mine.idea_id
    )
)
begin
  select raise(abort, 'only the latest no is looked at again');
end;
create trigger idea_appeal_by_the_other before update on idea_appeal
when old.answered_at is not null or new.at <> old.at
  or (new.answered_at is not null and new.party_id = (
    select party_id from idea_decision where id = new.decision_id
  ))
begin
  select raise(abort, 'the other party looks again, once');
end;
create trigger idea_step_in_order before insert on idea_step
when new.number <> (select count(*) + 1 from idea_step where idea_id = new.idea_id)
begin
  select raise(abort, 'the steps of an idea come one after another');
end;
create trigger idea_step_allowed before insert on idea_step
when not exists (
  select 1 from idea where id = new.idea_id and confirmed_at is not null and (
    (new.kind = 'withdrawn' and standing <> 'refused' and state in ('received', 'considered'))
    or (standing = 'shown' and (
      (state = 'received' and new.kind in ('considered', 'becomes', 'declined', 'done'))
      or (state = 'considered' and new.kind in ('becomes', 'declined', 'done'))
      or (state = 'becomes' and new.kind in ('considered', 'declined', 'done'))
      or (state = 'declined' and new.kind = 'considered')
      or (new.kind = 'joined' and state <> 'withdrawn' and into_id is null)
      or (new.kind = 'parted' and into_id is not null)
    ))
  )
)
begin
  select raise(abort, 'an idea cannot become this from what it is');
end;
create trigger idea_step_joins before insert on idea_step
when new.kind = 'joined' and (
  not exists (
    select 1 from idea where id = new.into_id and standing = 'shown' and into_id is null and state <> 'withdrawn'
  )
  or exists (select 1 from idea where into_id = new.idea_id)
)
begin
  select raise(abort, 'an idea is joined with one that is shown and stands on its own');
end;
create trigger idea_step_leaves before insert on idea_step
when new.kind = 'withdrawn' and exists (select 1 from idea where into_id = new.idea_id)
begin
  select raise(abort, 'no idea goes away with others joined into it');
end;
create trigger idea_step_taken after insert on idea_step
begin
  update idea set
    news_at = new.at,
    state = case when new.kind in ('joined', 'parted') then state else new.kind end,
    into_id = case when new.kind = 'joined' then new.into_id when new.kind = 'parted' then null else into_id end,
    answered_at = case
      when new.kind in ('becomes', 'declined', 'done') then coalesce(answered_at, new.at) else answered_at
    end,
    answer_days = coalesce(answer_days, new.answer_days),
    answered_late = coalesce(
      answered_late, case when new.answered_on > answer_due_on then 1 when new.answer_days is not null then 0 end
    )
  where id = new.idea_id;
end;
create trigger idea_step_kept before update on idea_step
begin
  select raise(abort, 'what happened to an idea never changes');
end;
create trigger idea_step_stays before delete on idea_step
when exists (select 1 from idea where id = old.idea_id)
begin
  select raise(abort, 'what happened to an idea never changes');
end;
create trigger idea_voice_in_time before insert on idea_voice
when new.kind = 'supporter' and not exists (
  select 1 from idea where id = new.idea_id and standing = 'shown' and state in ('received', 'considered', 'becomes')
)
begin
  select raise(abort, 'only an idea that everybody can see, and that is not over, is supported');
end;
create trigger idea_voice_confirmed_in_time before update on idea_voice
when old.confirmed_at is null and new.confirmed_at is not null and new.kind = 'supporter' and not exists (
  select 1 from idea where id = new.idea_id and standing = 'shown' and state in ('received', 'considered', 'becomes')
)
begin
  select raise(abort, 'only an idea that everybody can see, and that is not over, is supported');
end;
create trigger idea_led_to_from_shown before insert on idea_led_to
when not exists (select 1 from idea where id = new.idea_id and standing = 'shown' and state <> 'withdrawn')
begin
  select raise(abort, 'something is made of an idea that everybody can see');
end;
-- end
-- postgres:
create function keep_idea() returns trigger language plpgsql as $$
declare
  latest record;
begin
  if tg_op = 'INSERT' then
    if new.standing <> 'waiting' or new.state <> 'received' or new.shown_at is not null
      or new.answered_at is not null or new.into_id is not null then
      raise exception 'an idea begins as sent in and seen by nobody';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.confirmed_at is not null then
      raise exception 'an idea that the office has stays';
    end if;
    return old;
  end if;
  if new.standing <> old.standing or new.shown_at is distinct from old.shown_at then
    select kind into latest from idea_decision where idea_id = new.id order by number desc limit 1;
    if not found or new.standing <>
      (case when latest.kind in ('refused', 'taken-down') then 'refused' else 'shown' end) then
      raise exception 'an idea is shown or not by a decision alone';
    end if;
  end if;
  if new.state <> old.state or new.into_id is distinct from old.into_id
    or new.answered_at is distinct from old.answered_at then
    select kind, into_id, at into latest from idea_step where idea_id = new.id order by number desc limit 1;
    if not found
      or (new.state <> old.state and latest.kind <> new.state)
      or (new.into_id is distinct from old.into_id
        and (latest.kind not in ('joined', 'parted') or latest.into_id is distinct from new.into_id))
      or (new.answered_at is distinct from old.answered_at and (
        old.answered_at is not null or latest.at is distinct from new.answered_at
        or latest.kind not in ('becomes', 'declined', 'done')
      )) then
      raise exception 'an idea changes by its steps alone';
    end if;
  end if;
  if new.number <> old.number or new.handed_in_at <> old.handed_in_at or new.language <> old.language
    or (old.answer_due_on is not null and new.answer_due_on is distinct from old.answer_due_on)
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.answer_days is not null and (
      new.answer_days is distinct from old.answer_days or new.answered_late is distinct from old.answered_late
    )) then
    raise exception 'by when an idea is answered never changes';
  end if;
  return new;
end $$;
create trigger keep_idea before insert or update or delete on idea
for each row execute function keep_idea();

create function keep_idea_decision() returns trigger language plpgsql as $$
declare
  was text;
begin
  if tg_op = 'UPDATE' then
    raise exception 'what was decided never changes';
  end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from idea where id = old.idea_id) then
      raise exception 'what was decided never changes';
    end if;
    return old;
  end if;
  select standing into was from idea where id = new.idea_id and confirmed_at is not null for update;
  if new.number <> (select count(*) + 1 from idea_decision where idea_id = new.idea_id) then
    raise exception 'decisions come one after another';
  end if;
  if was is null or not (
    (was = 'waiting' and new.kind in ('shown', 'refused'))
    or (was = 'shown' and new.kind in ('taken-down', 'kept'))
    or (was = 'refused' and new.kind = 'restored')
  ) then
    raise exception 'this cannot be decided about the idea as it stands';
  end if;
  if new.kind = 'restored' and new.party_id = (
    select party_id from idea_decision where idea_id = new.idea_id and kind in ('refused', 'taken-down')
    order by number desc limit 1
  ) then
    raise exception 'the other party looks again';
  end if;
  return new;
end $$;
create trigger keep_idea_decision before insert or update or delete on idea_decision
for each row execute function keep_idea_decision();

create function take_idea_decision() returns trigger language plpgsql as $$
begin
  update idea set
    news_at = new.at,
    standing = case when new.kind in ('refused', 'taken-down') then 'refused' else 'shown' end,
    shown_at = case when new.kind in ('shown', 'restored') then coalesce(shown_at, new.at) else shown_at end
  where id = new.idea_id;
  return null;
end $$;
create trigger take_idea_decision after insert on idea_decision
for each row execute function take_idea_decision();

create function keep_idea_appeal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.answered_at is not null or not exists (
      select 1 from idea_decision as mine where mine.id = new.decision_id
        and mine.kind in ('refused', 'taken-down') and mine.number = (
          select max(number) from idea_decision where idea_id = mine.idea_id
        )
    ) then
      raise exception 'only the latest no is looked at again';
    end if;
    return new;
  end if;
  if old.answered_at is not null or new.at <> old.at
    or (new.answered_at is not null and new.party_id = (
      select party_id from idea_decision where id = new.decision_id
    )) then
    raise exception 'the other party looks again, once';
  end if;
  return new;
end $$;
create trigger keep_idea_appeal before insert or update on idea_appeal
for each row execute function keep_idea_appeal();

create function keep_idea_step() returns trigger language plpgsql as $$
declare
  was record;
begin
  if tg_op = 'UPDATE' then
    raise exception 'what happened to an idea never changes';
  end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from idea where id = old.idea_id) then
      raise exception 'what happened to an idea never changes';
    end if;
    return old;
  end if;
  select standing, state, into_id into was from idea
  where id = new.idea_id and confirmed_at is not null for update;
  if new.number <> (select count(*) + 1 from idea_step where idea_id = new.idea_id) then
    raise exception 'the steps of an idea come one after another';
  end if;
  if was.state is null or not (
    (new.kind = 'withdrawn' and was.standing <> 'refused' and was.state in ('received', 'considered'))
    or (was.standing = 'shown' and (
      (was.state = 'received' and new.kind in ('considered', 'becomes', 'declined', 'done'))
      or (was.state = 'considered' and new.kind in ('becomes', 'declined', 'done'))
      or (was.state = 'becomes' and new.kind in ('considered', 'declined', 'done'))
      or (was.state = 'declined' and new.kind = 'considered')
      or (new.kind = 'joined' and was.state <> 'withdrawn' and was.into_id is null)
      or (new.kind = 'parted' and was.into_id is not null)
    ))
  ) then
    raise exception 'an idea cannot become this from what it is';
  end if;
  if new.kind = 'joined' and (
    not exists (
      select 1 from idea
      where id = new.into_id and standing = 'shown' and into_id is null and state <> 'withdrawn'
    )
    or exists (select 1 from idea where into_id = new.idea_id)
  ) then
    raise exception 'an idea is joined with one that is shown and stands on its own';
  end if;
  if new.kind = 'withdrawn' and exists (select 1 from idea where into_id = new.idea_id) then
    raise exception 'no idea goes away with others joined into it';
  end if;
  return new;
end $$;
create trigger keep_idea_step before insert or update or delete on idea_step
for each row execute function keep_idea_step();

create function take_idea_step() returns trigger language plpgsql as $$
begin
  update idea set
    news_at = new.at,
    state = case when new.kind in ('joined', 'parted') then state else new.kind end,
    into_id = case when new.kind = 'joined' then new.into_id when new.kind = 'parted' then null else into_id end,
    answered_at = case
      when new.kind in ('becomes', 'declined', 'done') then coalesce(answered_at, new.at) else answered_at
    end,
    answer_days = coalesce(answer_days, new.answer_days),
    answered_late = coalesce(
      answered_late, case when new.answered_on > answer_due_on then 1 when new.answer_days is not null then 0 end
    )
  where id = new.idea_id;
  return null;
end $$;
create trigger take_idea_step after insert on idea_step
for each row execute function take_idea_step();

create function keep_idea_voice() returns trigger language plpgsql as $$
begin
  if new.kind = 'supporter'
    and (tg_op = 'INSERT' or (old.confirmed_at is null and new.confirmed_at is not null))
    and not exists (
      select 1 from idea
      where id = new.idea_id and standing = 'shown' and state in ('received', 'considered', 'becomes')
    ) then
    raise exception 'only an idea that everybody can see, and that is not over, is supported';
  end if;
  return new;
end $$;
create trigger keep_idea_voice before insert or update on idea_voice
for each row execute function keep_idea_voice();

create function keep_idea_led_to() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from idea where id = new.idea_id and standing = 'shown' and state <> 'withdrawn') then
    raise exception 'something is made of an idea that everybody can see';
  end if;
  return new;
end $$;
create trigger keep_idea_led_to before insert on idea_led_to
for each row execute function keep_idea_led_to();
-- end
