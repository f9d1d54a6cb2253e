-- What each year is about: proposed by anyone, weighed by the steering group, chosen by a revision of the plan.

create table focus_call (
  id text primary key,
  year integer not null unique check (year between 2000 and 2200),
  -- What the coordinators say of it.
  words jsonb not null default '{}',
  -- Calendar dates where people live, 'YYYY-MM-DD'; both belong to it.
  opens_on text not null check (length(opens_on) = 10),
  closes_on text not null check (length(closes_on) = 10),
  made_by text not null references person (id),
  made_at timestamptz not null,
  constraint open_for_some_days check (closes_on > opens_on)
);

-- What everybody can read: shown by a coordinator, or put in from what forums, needs and themes gave.
create table focus_proposal (
  id text primary key,
  year integer not null check (year between 2000 and 2200),
  title jsonb not null,
  why jsonb not null,
  organisation_name text check (length(organisation_name) between 1 and 200),
  state text not null check (state in ('proposed', 'chosen', 'not-chosen', 'withdrawn')),
  -- Why it was not chosen.
  reason jsonb not null default '{}',
  created_at timestamptz not null,
  constraint not_chosen_with_a_reason check (state <> 'not-chosen' or cast(reason as text) <> '{}')
);
create index focus_proposal_year on focus_proposal (year, created_at);

-- What somebody sends in. It becomes a proposal of the same id when the address is confirmed and a coordinator shows it.
create table focus_submission (
  id text primary key,
  call_id text not null references focus_call (id),
  title text not null check (length(title) between 1 and 120),
  why text not null check (length(why) between 1 and 2000),
  language text not null check (language in ('sv', 'en', 'es')),
  organisation_name text check (length(organisation_name) between 1 and 200),
  email text check (email = lower(email)),
  token_hash text unique,
  sent_at timestamptz not null,
  confirmed_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'turned-down')),
  reason text check (length(reason) between 1 and 1000),
  decided_by text references person (id),
  -- When they were told what became of it, the last thing there is to tell.
  told_at timestamptz,
  forgotten_at timestamptz,
  constraint judged_when_confirmed check (state = 'waiting' or confirmed_at is not null),
  constraint turned_down_with_a_reason check ((state = 'turned-down') = (reason is not null)),
  constraint known_until_forgotten check ((email is null) = (forgotten_at is not null))
);
create index focus_submission_call on focus_submission (call_id, sent_at);

-- Who stands behind a proposal; each address once.
create table focus_support (
  id text primary key,
  proposal_id text not null references focus_proposal (id),
  address_key text not null check (length(address_key) = 64),
  token_hash text unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unique (proposal_id, address_key)
);

-- What a proposal was made from, so that the thread holds.
create table focus_source (
  proposal_id text not null references focus_proposal (id),
  kind text not null check (kind in ('need', 'theme', 'event', 'recommendation')),
  thing_id text not null,
  primary key (proposal_id, kind, thing_id)
);

-- What is done under a focus area, in each year that it is chosen for.
create table focus_link (
  proposal_id text not null references focus_proposal (id),
  kind text not null check (kind in ('event', 'commitment')),
  thing_id text not null,
  linked_by text not null references person (id),
  linked_at timestamptz not null,
  primary key (proposal_id, kind, thing_id)
);
create index focus_link_thing on focus_link (thing_id);

-- May run over more than one year: one row each.
create table focus_area (
  id text primary key,
  plan_id text not null references plan (id),
  year integer not null check (year between 2000 and 2200),
  position integer not null check (position > 0),
  title jsonb not null,
  about jsonb not null default '{}',
  proposal_id text references focus_proposal (id),
  revision_id text references revision (id),
  unique (plan_id, year, position)
);
create index focus_area_proposal on focus_area (proposal_id) where proposal_id is not null;

-- A proposal is chosen exactly when it stands in the plan, which only a revision in force brings about.
-- sqlite:
create trigger focus_proposal_chosen after insert on focus_area when new.proposal_id is not null
begin
  update focus_proposal set state = 'chosen' where id = new.proposal_id;
end;
create trigger focus_proposal_not_chosen_any_longer after delete on focus_area
when old.proposal_id is not null and not exists (select 1 from focus_area where proposal_id = old.proposal_id)
begin
  update focus_proposal set state = 'proposed' where id = old.proposal_id;
end;
create trigger focus_proposal_chosen_by_revision before update on focus_proposal
when new.state = 'chosen' and not exists (select 1 from focus_area where proposal_id = new.id)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_proposal_stays_chosen before update on focus_proposal
when old.state = 'chosen' and new.state <> 'chosen'
  and exists (select 1 from focus_area where proposal_id = new.id)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_proposal_begins before insert on focus_proposal when new.state = 'chosen'
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_support_while_proposed before insert on focus_support
when not exists (select 1 from focus_proposal where id = new.proposal_id and state = 'proposed')
begin
  select raise(abort, 'only what is still a proposal is supported');
end;
-- Nothing stands in a year that the parties have not said yes to, and nothing goes but for what they have said yes to since.
create trigger focus_area_agreed before insert on focus_area
when not exists (
  select 1 from agreed_change change where change.revision_id = new.revision_id
  and change.plan_id = new.plan_id and change.kind = 'focus-areas' and (change.after ->> '$.year') = new.year
  and json(new.title) is (change.after -> ('$.areas[' || (new.position - 1) || '].title'))
  and json(new.about) is (change.after -> ('$.areas[' || (new.position - 1) || '].about'))
  and (change.after ->> ('$.areas[' || (new.position - 1) || '].proposal_id')) is new.proposal_id
) or exists (select 1 from focus_area where id = new.id)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_area_kept before update on focus_area
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_area_stays before delete on focus_area
when not exists (
  select 1 from agreed_change change join revision later on later.id = change.revision_id
  where change.plan_id = old.plan_id and change.kind = 'focus-areas' and (change.after ->> '$.year') = old.year
  and later.id <> old.revision_id
  and later.ended_at >= (select ended_at from revision where id = old.revision_id)
)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
-- end
-- postgres:
create function follow_focus_area() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update focus_proposal set state = 'chosen' where id = new.proposal_id;
    return new;
  end if;
  update focus_proposal set state = 'proposed' where id = old.proposal_id
    and not exists (select 1 from focus_area where proposal_id = old.proposal_id);
  return old;
end $$;
create trigger follow_focus_area after insert or delete on focus_area
for each row execute function follow_focus_area();

create function keep_focus_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'chosen' then raise exception 'a focus area is chosen by a revision of the plan'; end if;
    return new;
  end if;
  if (new.state = 'chosen') <> (old.state = 'chosen')
    and (new.state = 'chosen') <> exists (select 1 from focus_area where proposal_id = new.id) then
    raise exception 'a focus area is chosen by a revision of the plan';
  end if;
  return new;
end $$;
create trigger keep_focus_proposal before insert or update on focus_proposal
for each row execute function keep_focus_proposal();

create function keep_focus_support() returns trigger language plpgsql as $$
begin
  perform 1 from focus_proposal where id = new.proposal_id and state = 'proposed' for share;
  if not found then raise exception 'only what is still a proposal is supported'; end if;
  return new;
end $$;
create trigger keep_focus_support before insert on focus_support
for each row execute function keep_focus_support();

create function agreed_focus_area() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and exists (
    select 1 from agreed_change change where change.revision_id = new.revision_id
    and change.plan_id = new.plan_id and change.kind = 'focus-areas'
    and (change.after ->> 'year')::integer = new.year
    and change.after -> 'areas' -> (new.position - 1) -> 'title' = new.title
    and change.after -> 'areas' -> (new.position - 1) -> 'about' = new.about
    and change.after -> 'areas' -> (new.position - 1) ->> 'proposal_id' is not distinct from new.proposal_id
  ) then
    return new;
  end if;
  if tg_op = 'DELETE' and exists (
    select 1 from agreed_change change join revision later on later.id = change.revision_id
    where change.plan_id = old.plan_id and change.kind = 'focus-areas'
    and (change.after ->> 'year')::integer = old.year and later.id <> old.revision_id
    and later.ended_at >= (select ended_at from revision where id = old.revision_id)
  ) then
    return old;
  end if;
  raise exception 'a focus area is chosen by a revision of the plan';
end $$;
create trigger agreed_focus_area before insert or update or delete on focus_area
for each row execute function agreed_focus_area();
create trigger agreed_focus_areas before truncate on focus_area execute function agreed_focus_area();
-- end
