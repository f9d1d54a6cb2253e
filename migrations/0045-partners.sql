-- New partners: what is needed, who has pledged what, how it went, and what was given.

-- Within how many working days the office answers a pledge. Its row is also what decisions about pledges wait at.
create table pledge_promise (
  id text primary key,
  working_days integer not null check (working_days between 1 and 60)
);
insert into pledge_promise (id, working_days) values ('first', 10);

-- What each kind of partnership can mean, where the office says it in words of its own.
create table partner_meaning (
  kind text primary key check (kind in ('funding', 'premises', 'competence', 'time', 'evaluation')),
  words jsonb not null check (cast(words as text) <> '{}'),
  version integer not null check (version > 0),
  changed_by text not null references person (id),
  changed_at timestamptz not null
);

-- What is needed now: how much, until when, and how much of it is there from elsewhere.
create table partner_need (
  id text primary key,
  kind text not null check (kind in ('funding', 'premises', 'competence', 'time', 'evaluation')),
  title jsonb not null check (cast(title as text) <> '{}'),
  says jsonb not null default '{}',
  -- Whole crowns, whole hours, or so many times.
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('sek', 'hours', 'times')),
  elsewhere integer not null default 0 check (elsewhere >= 0),
  needed_on text not null check (length(needed_on) = 10),
  -- Each edit raises it, so that nobody overwrites what another has written meanwhile.
  version integer not null default 1 check (version > 0),
  changed_by text not null references person (id),
  changed_at timestamptz not null,
  ended_at timestamptz
);

create table pledge (
  id text primary key,
  number integer not null unique check (number > 0),
  -- Changed by steps, and by nothing else.
  state text not null default 'received' check (state in (
    'received', 'talk', 'agreed', 'given', 'thanked', 'declined', 'withdrawn'
  )),
  kind text not null check (kind in ('funding', 'premises', 'competence', 'time', 'evaluation')),
  need_id text references partner_need (id),
  giver text not null check (giver in ('organisation', 'person')),
  -- The organisation's name, or the person's; whose it is in the directory is said by the office.
  giver_name text check (length(giver_name) between 1 and 200),
  organisation_id text references organisation (id),
  contact_name text check (length(contact_name) between 1 and 100),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  what text not null check (length(what) <= 4000),
  amount integer check (amount > 0),
  unit text check (unit in ('sek', 'hours', 'times')),
  -- In the giver's own words: "våren 2027, tisdagar".
  at_what_time text check (length(at_what_time) between 1 and 300),
  -- What everybody may read: the name and what was given; what was given; or nothing but the sum of all gifts.
  publish text not null check (publish in ('named', 'unnamed', 'sums')),
  sent_at timestamptz not null,
  -- When the giver showed that the address is theirs: from then on the office has it.
  confirmed_at timestamptz,
  answer_due_on text check (length(answer_due_on) = 10),
  -- The first time that the office did anything.
  answered_at timestamptz,
  changed_at timestamptz not null,
  agreement_file_id text references stored_file (id),
  forgotten_at timestamptz,
  constraint promised_when_confirmed check ((confirmed_at is null) = (answer_due_on is null)),
  constraint an_amount_of_something check ((amount is null) = (unit is null)),
  constraint a_name_while_known check (forgotten_at is not null or giver_name is not null),
  constraint forgotten_is_forgotten check (forgotten_at is null or (email is null and contact_name is null))
);
create index pledge_state on pledge (state, confirmed_at);
create index pledge_need on pledge (need_id) where need_id is not null;
create index pledge_waiting on pledge (confirmed_at, id, answer_due_on) where state = 'received' and confirmed_at is not null;

-- How a pledge went on, in order. Never changed.
create table pledge_step (
  pledge_id text not null references pledge (id) on delete cascade,
  number integer not null check (number > 0),
  kind text not null check (kind in ('talk', 'agreed', 'given', 'thanked', 'declined', 'withdrawn')),
  reason text check (reason in (
    'not-needed', 'asks-for-influence', 'against-values', 'came-to-nothing', 'changed-plans', 'other'
  )),
  -- To the giver, in their language.
  words text check (length(words) between 1 and 4000),
  at timestamptz not null,
  -- Null for the giver.
  by_person text references person (id),
  primary key (pledge_id, number),
  constraint ends_with_a_reason check ((kind in ('declined', 'withdrawn')) = (reason is not null)),
  constraint the_office_does_the_rest check (kind = 'withdrawn' or by_person is not null)
);

-- The links in mails: each leads a giver to the page of their pledge.
create table pledge_link (
  token_hash text primary key,
  pledge_id text not null references pledge (id) on delete cascade,
  created_at timestamptz not null
);
create index pledge_link_pledge on pledge_link (pledge_id);

-- What was given stands in one place, whether it began as a pledge or was written down for the year's report.
alter table partner_gift add column pledge_id text references pledge (id);
alter table partner_gift add column given_on text check (length(given_on) = 10);
-- Of a gift without a pledge; with one, the pledge says what may be read.
alter table partner_gift add column publish text not null default 'named'
  check (publish in ('named', 'unnamed', 'sums'));
-- What it went to, where that has a page: '/events/…'.
alter table partner_gift add column went_to text check (length(went_to) between 2 and 300);
create unique index partner_gift_pledge on partner_gift (pledge_id) where pledge_id is not null;

-- sqlite:
create trigger pledge_begins before insert on pledge
when new.state <> 'received' or new.answered_at is not null or new.agreement_file_id is not null
begin
  select raise(abort, 'a pledge begins as received');
end;
create trigger pledge_by_steps before update on pledge
when (new.state <> old.state and not exists (
    select 1 from (select kind from pledge_step where pledge_id = new.id order by number desc limit 1) as latest
    where latest.kind = new.state
  ))
  or new.number <> old.number or new.sent_at <> old.sent_at
  or (old.confirmed_at is not null and (
    new.confirmed_at is not old.confirmed_at or new.answer_due_on is not old.answer_due_on
  ))
begin
  select raise(abort, 'a pledge changes by its steps alone');
end;
create trigger pledge_stays before delete on pledge
when old.confirmed_at is not null
begin
  select raise(abort, 'a pledge that the office has stays');
end;
create trigger pledge_step_allowed before insert on pledge_step
when new.number <> (select count(*) + 1 from pledge_step where pledge_id = new.pledge_id)
  or not exists (
    select 1 from pledge where id = new.pledge_id and confirmed_at is not null and (
      (state in ('received', 'talk', 'agreed') and new.kind in ('declined', 'withdrawn'))
      or (state = 'received' and new.kind = 'talk')
      or (state = 'talk' and new.kind = 'agreed')
      or (state = 'agreed' and new.kind = 'given')
      or (state = 'given' and new.kind = 'thanked')
    )
  )
  or (new.kind = 'given' and not exists (select 1 from partner_gift where pledge_id = new.pledge_id))
begin
  select raise(abort, 'a pledge cannot become this from what it is');
end;
create trigger pledge_step_taken after insert on pledge_step
begin
  update pledge set
    state = new.kind,
    changed_at = new.at,
    answered_at = coalesce(answered_at, case when new.by_person is not null then new.at end)
  where id = new.pledge_id;
end;
create trigger pledge_step_kept before update on pledge_step
when new.words is not null or new.number <> old.number or new.kind <> old.kind or new.reason is not old.reason
  or new.at <> old.at or new.by_person is not old.by_person or new.pledge_id <> old.pledge_id
begin
  select raise(abort, 'what happened to a pledge never changes');
end;
create trigger pledge_step_stays before delete on pledge_step
when exists (select 1 from pledge where id = old.pledge_id)
begin
  select raise(abort, 'what happened to a pledge never changes');
end;
create trigger partner_gift_of_pledge before insert on partner_gift
when new.pledge_id is not null and not exists (
  select 1 from pledge where id = new.pledge_id and state = 'agreed'
)
begin
  select raise(abort, 'what was agreed is given');
end;
create trigger partner_gift_same_pledge before update on partner_gift
when new.pledge_id is not old.pledge_id
begin
  select raise(abort, 'a gift stays with its pledge');
end;
create trigger partner_gift_of_pledge_stays before delete on partner_gift
when old.pledge_id is not null
begin
  select raise(abort, 'a gift stays with its pledge');
end;
-- end
-- postgres:
create function keep_pledge() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'received' or new.answered_at is not null or new.agreement_file_id is not null then
      raise exception 'a pledge begins as received';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.confirmed_at is not null then
      raise exception 'a pledge that the office has stays';
    end if;
    return old;
  end if;
  if (new.state <> old.state and new.state is distinct from (
      select kind from pledge_step where pledge_id = new.id order by number desc limit 1
    ))
    or new.number <> old.number or new.sent_at <> old.sent_at
    or (old.confirmed_at is not null and (
      new.confirmed_at is distinct from old.confirmed_at or new.answer_due_on is distinct from old.answer_due_on
    )) then
    raise exception 'a pledge changes by its steps alone';
  end if;
  return new;
end $$;
create trigger keep_pledge before insert or update or delete on pledge
for each row execute function keep_pledge();

create function keep_pledge_step() returns trigger language plpgsql as $$
declare
  was text;
begin
  if tg_op = 'UPDATE' then
    if new.words is null and (new.pledge_id, new.number, new.kind, new.reason, new.at, new.by_person)
      is not distinct from (old.pledge_id, old.number, old.kind, old.reason, old.at, old.by_person) then
      return new;
    end if;
    raise exception 'what happened to a pledge never changes';
  end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from pledge where id = old.pledge_id) then
      raise exception 'what happened to a pledge never changes';
    end if;
    return old;
  end if;
  select state into was from pledge where id = new.pledge_id and confirmed_at is not null for update;
  if new.number <> (select count(*) + 1 from pledge_step where pledge_id = new.pledge_id) or was is null or not (
    (was in ('received', 'talk', 'agreed') and new.kind in ('declined', 'withdrawn'))
    or (was = 'received' and new.kind = 'talk')
    or (was = 'talk' and new.kind = 'agreed')
    or (was = 'agreed' and new.kind = 'given')
    or (was = 'given' and new.kind = 'thanked')
  ) or (new.kind = 'given' and not exists (select 1 from partner_gift where pledge_id = new.pledge_id)) then
    raise exception 'a pledge cannot become this from what it is';
  end if;
  return new;
end $$;
create trigger keep_pledge_step before insert or update or delete on pledge_step
for each row execute function keep_pledge_step();

create function take_pledge_step() returns trigger language plpgsql as $$
begin
  update pledge set
    state = new.kind,
    changed_at = new.at,
    answered_at = coalesce(answered_at, case when new.by_person is not null then new.at end)
  where id = new.pledge_id;
  return null;
end $$;
create trigger take_pledge_step after insert on pledge_step
for each row execute function take_pledge_step();

create function keep_pledged_gift() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.pledge_id is not null and not exists (
      select 1 from pledge where id = new.pledge_id and state = 'agreed'
    ) then
      raise exception 'what was agreed is given';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if new.pledge_id is distinct from old.pledge_id then
      raise exception 'a gift stays with its pledge';
    end if;
    return new;
  end if;
  if old.pledge_id is not null then
    raise exception 'a gift stays with its pledge';
  end if;
  return old;
end $$;
create trigger keep_pledged_gift before insert or update or delete on partner_gift
for each row execute function keep_pledged_gift();
-- end
