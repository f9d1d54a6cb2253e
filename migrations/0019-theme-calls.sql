-- Calls for themes: anybody proposes what a dialogforum is to be about, others second it, and the theme is set from
-- that. Organisations get an address at which they can be invited.

-- An address of the organisation itself, such as info@, that everybody may know; never a person's own.
alter table organisation add column contact_email text
  check (contact_email = lower(contact_email) and length(contact_email) between 3 and 254);

create table theme_call (
  id text primary key,
  series_id text not null references series (id),
  -- The event whose theme it is, once there is one.
  event_id text references event (id),
  words jsonb not null default '{}',
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint open_for_a_while check (closes_at > opens_at)
);
create unique index theme_call_event on theme_call (event_id) where event_id is not null;
create index theme_call_series on theme_call (series_id, opens_at);

-- It holds nothing of who made it: that is in the support of kind 'proposed'.
create table theme_proposal (
  id text primary key,
  call_id text not null references theme_call (id),
  title text not null check (length(title) between 1 and 120),
  why text not null check (length(why) between 1 and 1000),
  -- Who could answer the questions in it, in a line.
  who text not null check (length(who) between 1 and 200),
  language text not null check (language in ('sv', 'en', 'es')),
  proposed_at timestamptz not null,
  state text not null check (state in ('waiting', 'shown', 'turned-down')),
  -- Why it was turned down, as its author was told.
  reason text check (length(reason) between 1 and 1000),
  decided_at timestamptz,
  decided_by text references person (id),
  constraint decided_by_somebody check (
    (state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint turned_down_with_a_reason check ((state = 'turned-down') = (reason is not null))
);
create index theme_proposal_call on theme_proposal (call_id, state, proposed_at);

-- Somebody who made a proposal, or seconds one. It counts from when the address is confirmed by its owner; addresses
-- are forgotten some time after the theme was set, and how many there were stays.
create table theme_support (
  id text primary key,
  proposal_id text not null references theme_proposal (id) on delete cascade,
  kind text not null check (kind in ('proposed', 'seconded')),
  email text check (email = lower(email)),
  capacity text not null check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  language text not null check (language in ('sv', 'en', 'es')),
  -- 1 for whoever wishes to be told which theme it became.
  wants_news integer not null check (wants_news in (0, 1)),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- Of the link in the latest mail; earlier links are dead.
  token_hash text unique,
  forgotten_at timestamptz,
  constraint confirmed_after_asking check (confirmed_at >= asked_at),
  check ((email is null) = (forgotten_at is not null)),
  check (token_hash is null or forgotten_at is null)
);
create unique index theme_support_once on theme_support (proposal_id, email) where email is not null;
create unique index theme_support_author on theme_support (proposal_id) where kind = 'proposed';
create index theme_support_unconfirmed on theme_support (asked_at) where confirmed_at is null;

create table theme_decision (
  call_id text primary key references theme_call (id),
  theme jsonb not null check (cast(theme as text) <> '{}'),
  -- The proposal that it was made from; null for another theme, which needs a reason.
  proposal_id text references theme_proposal (id),
  reason jsonb not null default '{}',
  -- How many people had proposed or seconded something; their addresses are forgotten later.
  people integer not null check (people >= 0),
  decided_at timestamptz not null,
  constraint another_theme_has_a_reason check (proposal_id is not null or cast(reason as text) <> '{}')
);

-- Which parties stand behind the theme, and who of them said so. Whoever sets it is the first.
create table theme_backing (
  call_id text not null references theme_decision (call_id),
  party_id text not null references party (id),
  person_id text not null references person (id),
  at timestamptz not null,
  primary key (call_id, party_id)
);

-- What comes too early or too late is no part of a call, and a theme that was set stays.
-- sqlite:
create trigger theme_proposal_in_time before insert on theme_proposal
begin
  select raise(abort, 'the call is not open') where not exists (
    select 1 from theme_call where id = new.call_id and opens_at <= new.proposed_at and new.proposed_at < closes_at
  ) or exists (select 1 from theme_decision where call_id = new.call_id);
end;
create trigger theme_support_in_time before insert on theme_support
begin
  select raise(abort, 'the call is not open') where not exists (
    select 1 from theme_proposal join theme_call on theme_call.id = theme_proposal.call_id
    where theme_proposal.id = new.proposal_id and opens_at <= new.asked_at and new.asked_at < closes_at
  ) or exists (
    select 1 from theme_proposal join theme_decision on theme_decision.call_id = theme_proposal.call_id
    where theme_proposal.id = new.proposal_id
  );
  select raise(abort, 'nobody seconds what is not shown') where new.kind = 'seconded' and not exists (
    select 1 from theme_proposal where id = new.proposal_id and state = 'shown'
  );
end;
create trigger theme_support_confirmed_in_time before update of confirmed_at on theme_support
when new.confirmed_at is not null and old.confirmed_at is null
begin
  select raise(abort, 'the theme is set') from theme_proposal
  join theme_decision on theme_decision.call_id = theme_proposal.call_id where theme_proposal.id = new.proposal_id;
end;
create trigger theme_set_after_the_call before insert on theme_decision
begin
  select raise(abort, 'the call is still open') from theme_call where id = new.call_id and closes_at > new.decided_at;
  select raise(abort, 'no such proposal is shown in this call') where new.proposal_id is not null and not exists (
    select 1 from theme_proposal where id = new.proposal_id and call_id = new.call_id and state = 'shown'
  );
end;
create trigger theme_stays_set before update on theme_decision
begin
  select raise(abort, 'a theme that is set stays');
end;
create trigger theme_stays before delete on theme_decision
begin
  select raise(abort, 'a theme that is set stays');
end;
create trigger theme_call_stays_over before update of opens_at, closes_at on theme_call
when new.opens_at <> old.opens_at or new.closes_at <> old.closes_at
begin
  select raise(abort, 'the theme is set') from theme_decision where call_id = new.id;
end;
-- end
-- postgres:
create function theme_is_open(of_call text, at timestamptz) returns boolean language sql as $$
  select exists (select 1 from theme_call where id = of_call and opens_at <= at and at < closes_at)
    and not exists (select 1 from theme_decision where call_id = of_call)
$$;
create function theme_proposal_in_time() returns trigger language plpgsql as $$
begin
  if not theme_is_open(new.call_id, new.proposed_at) then raise exception 'the call is not open'; end if;
  return new;
end $$;
create trigger theme_proposal_in_time before insert on theme_proposal
for each row execute function theme_proposal_in_time();

create function theme_support_in_time() returns trigger language plpgsql as $$
declare
  proposal theme_proposal;
begin
  select * into proposal from theme_proposal where id = new.proposal_id;
  if tg_op = 'INSERT' then
    if not theme_is_open(proposal.call_id, new.asked_at) then raise exception 'the call is not open'; end if;
    if new.kind = 'seconded' and proposal.state <> 'shown' then
      raise exception 'nobody seconds what is not shown';
    end if;
  elsif new.confirmed_at is not null and old.confirmed_at is null
    and exists (select 1 from theme_decision where call_id = proposal.call_id) then
    raise exception 'the theme is set';
  end if;
  return new;
end $$;
create trigger theme_support_in_time before insert or update of confirmed_at on theme_support
for each row execute function theme_support_in_time();

create function theme_set_after_the_call() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'a theme that is set stays'; end if;
  if exists (select 1 from theme_call where id = new.call_id and closes_at > new.decided_at) then
    raise exception 'the call is still open';
  end if;
  if new.proposal_id is not null and not exists (
    select 1 from theme_proposal where id = new.proposal_id and call_id = new.call_id and state = 'shown'
  ) then
    raise exception 'no such proposal is shown in this call';
  end if;
  return new;
end $$;
create trigger theme_set_after_the_call before insert or update or delete on theme_decision
for each row execute function theme_set_after_the_call();

create function theme_call_stays_over() returns trigger language plpgsql as $$
begin
  if (new.opens_at <> old.opens_at or new.closes_at <> old.closes_at)
    and exists (select 1 from theme_decision where call_id = new.id) then
    raise exception 'the theme is set';
  end if;
  return new;
end $$;
create trigger theme_call_stays_over before update of opens_at, closes_at on theme_call
for each row execute function theme_call_stays_over();
-- end
