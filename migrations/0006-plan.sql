-- The agreement, its goals, and the plan with its commitments: change the plan, never the goal.

create table agreement (
  id text primary key,
  title jsonb not null,
  vision jsonb not null,
  about jsonb not null default '{}',
  -- A calendar date where people live, 'YYYY-MM-DD'.
  adopted_on text not null check (length(adopted_on) = 10)
);

create table principle (
  id text primary key,
  agreement_id text not null references agreement (id),
  key text not null,
  name jsonb not null,
  about jsonb not null default '{}',
  position integer not null,
  unique (agreement_id, key)
);

create table goal (
  id text primary key,
  agreement_id text not null references agreement (id),
  number integer not null unique check (number > 0),
  title jsonb not null,
  about jsonb not null default '{}',
  -- Empty: a draft. From here on the triggers below keep the goal as it is.
  adopted_at timestamptz,
  closed_at timestamptz,
  close_reason jsonb not null default '{}',
  constraint only_adopted_goals_close
    check (closed_at is null or (adopted_at is not null and closed_at >= adopted_at)),
  constraint closing_needs_a_reason check ((closed_at is null) = (close_reason = '{}'))
);

-- Which of the 17 Sustainable Development Goals it serves.
create table goal_sdg (
  goal_id text not null references goal (id),
  sdg integer not null check (sdg between 1 and 17),
  primary key (goal_id, sdg)
);

-- Which of the six domains of the Commission for a Socially Sustainable Malmö it belongs to.
create table goal_domain (
  goal_id text not null references goal (id),
  domain integer not null check (domain between 1 and 6),
  primary key (goal_id, domain)
);

create table plan (
  id text primary key,
  agreement_id text not null references agreement (id),
  -- Its place in addresses: '2022-2026'.
  slug text not null unique,
  title jsonb not null,
  lead jsonb not null,
  about jsonb not null default '{}',
  starts_on text not null unique check (length(starts_on) = 10),
  ends_on text not null check (length(ends_on) = 10),
  check (ends_on > starts_on)
);

create table commitment (
  id text primary key,
  number integer not null unique check (number > 0),
  plan_id text not null references plan (id),
  goal_id text not null references goal (id),
  recommendation_id text references recommendation (id),
  title jsonb not null,
  what jsonb not null default '{}',
  measure jsonb not null,
  due_on text not null check (length(due_on) = 10),
  created_at timestamptz not null,
  created_by text not null references person (id)
);
create unique index commitment_recommendation on commitment (recommendation_id, plan_id)
  where recommendation_id is not null;
create index commitment_goal on commitment (goal_id, number);
create index commitment_plan on commitment (plan_id, number);

create table commitment_owner (
  commitment_id text not null references commitment (id),
  position integer not null,
  party_id text references party (id),
  organisation_id text references organisation (id),
  primary key (commitment_id, position),
  constraint one_owner_a_row check ((party_id is null) <> (organisation_id is null))
);
create unique index commitment_owner_party on commitment_owner (commitment_id, party_id)
  where party_id is not null;
create unique index commitment_owner_organisation on commitment_owner (commitment_id, organisation_id)
  where organisation_id is not null;

-- How a commitment stands is what its latest update says; without any it is not started.
create table commitment_update (
  id text primary key,
  commitment_id text not null references commitment (id),
  at timestamptz not null,
  state text not null check (state in ('not-started', 'under-way', 'done', 'stopped')),
  said jsonb not null default '{}',
  evidence_url text check (evidence_url like 'https://%' or evidence_url like 'http://%'),
  by_person text not null references person (id),
  constraint stopped_needs_a_reason check (state <> 'stopped' or said <> '{}')
);
create index commitment_update_latest on commitment_update (commitment_id, at desc, id desc);
create index commitment_update_at on commitment_update (at desc, id desc);

-- SQLite's `or replace` takes rows away without telling the triggers for deletion, so those for adding look too.
-- sqlite:
create trigger goal_kept before update on goal when old.adopted_at is not null and (
  new.id <> old.id or new.agreement_id <> old.agreement_id or new.number <> old.number
  or new.title <> old.title or new.about <> old.about or new.adopted_at is not old.adopted_at
  or old.closed_at is not null or new.closed_at is null
)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_stays before delete on goal when old.adopted_at is not null
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_not_replaced before insert on goal
when exists (select 1 from goal where (id = new.id or number = new.number) and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_not_displaced before update on goal
when exists (
  select 1 from goal where (id = new.id or number = new.number) and id <> old.id and adopted_at is not null
)
begin
  select raise(abort, 'an adopted goal never changes');
end;

create trigger goal_sdg_not_added before insert on goal_sdg
when exists (select 1 from goal where id = new.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_sdg_kept before update on goal_sdg
when exists (select 1 from goal where id in (old.goal_id, new.goal_id) and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_sdg_stays before delete on goal_sdg
when exists (select 1 from goal where id = old.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;

create trigger goal_domain_not_added before insert on goal_domain
when exists (select 1 from goal where id = new.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_domain_kept before update on goal_domain
when exists (select 1 from goal where id in (old.goal_id, new.goal_id) and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_domain_stays before delete on goal_domain
when exists (select 1 from goal where id = old.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;

create trigger commitment_under_adopted_goal before insert on commitment
when not exists (select 1 from goal where id = new.goal_id and adopted_at is not null and closed_at is null)
begin
  select raise(abort, 'a commitment stands under an adopted goal');
end;
create trigger commitment_within_plan before insert on commitment
when not exists (select 1 from plan where id = new.plan_id and new.due_on between starts_on and ends_on)
begin
  select raise(abort, 'a commitment is due while its plan lasts');
end;
create trigger commitment_after_hand_over before insert on commitment
when new.recommendation_id is not null and not exists (
  select 1 from recommendation where id = new.recommendation_id and handed_over_on is not null
)
begin
  select raise(abort, 'a recommendation is handed over before it becomes a commitment');
end;
create trigger commitment_not_replaced before insert on commitment
when exists (
  select 1 from commitment where id = new.id or number = new.number
  or (plan_id = new.plan_id and recommendation_id = new.recommendation_id)
)
begin
  select raise(abort, 'a commitment is there already');
end;
create trigger commitment_keeps_its_thread before update on commitment when
  new.id <> old.id or new.number <> old.number or new.plan_id <> old.plan_id or new.goal_id <> old.goal_id
  or new.recommendation_id is not old.recommendation_id
begin
  select raise(abort, 'a commitment keeps its number, plan, goal and recommendation');
end;
create trigger commitment_stays before delete on commitment
begin
  select raise(abort, 'a commitment is never taken away');
end;

create trigger commitment_update_not_replaced before insert on commitment_update
when exists (select 1 from commitment_update where id = new.id)
begin
  select raise(abort, 'an update never changes');
end;
create trigger commitment_update_kept before update on commitment_update
begin
  select raise(abort, 'an update never changes');
end;
create trigger commitment_update_stays before delete on commitment_update
begin
  select raise(abort, 'an update never changes');
end;
-- end
-- postgres:
create function keep_goal() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'an adopted goal never changes';
  end if;
  if old.adopted_at is not null and (
    tg_op = 'DELETE' or old.closed_at is not null or new.closed_at is null
    or (new.id, new.agreement_id, new.number, new.title, new.about, new.adopted_at)
      is distinct from (old.id, old.agreement_id, old.number, old.title, old.about, old.adopted_at)
  ) then
    raise exception 'an adopted goal never changes';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger keep_goal before update or delete on goal for each row execute function keep_goal();
create trigger keep_goals before truncate on goal execute function keep_goal();

create function keep_goal_links() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'an adopted goal never changes';
  end if;
  -- First hold the goal's row, so that it is not adopted in the same moment; then look.
  if tg_op <> 'INSERT' then
    perform 1 from goal where id = old.goal_id for share;
    perform 1 from goal where id = old.goal_id and adopted_at is not null;
    if found then raise exception 'an adopted goal never changes'; end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  perform 1 from goal where id = new.goal_id for share;
  perform 1 from goal where id = new.goal_id and adopted_at is not null;
  if found then raise exception 'an adopted goal never changes'; end if;
  return new;
end $$;
create trigger keep_goal_links before insert or update or delete on goal_sdg
for each row execute function keep_goal_links();
create trigger keep_all_goal_links before truncate on goal_sdg execute function keep_goal_links();
create trigger keep_goal_links before insert or update or delete on goal_domain
for each row execute function keep_goal_links();
create trigger keep_all_goal_links before truncate on goal_domain execute function keep_goal_links();

create function keep_commitment() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception 'a commitment is never taken away';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.number, new.plan_id, new.goal_id, new.recommendation_id)
      is distinct from (old.id, old.number, old.plan_id, old.goal_id, old.recommendation_id) then
      raise exception 'a commitment keeps its number, plan, goal and recommendation';
    end if;
    return new;
  end if;
  -- The goal's row is held, so that it is not closed in the same moment.
  perform 1 from goal where id = new.goal_id and adopted_at is not null and closed_at is null for share;
  if not found then raise exception 'a commitment stands under an adopted goal'; end if;
  perform 1 from plan where id = new.plan_id and new.due_on between starts_on and ends_on;
  if not found then raise exception 'a commitment is due while its plan lasts'; end if;
  if new.recommendation_id is not null then
    perform 1 from recommendation where id = new.recommendation_id and handed_over_on is not null;
    if not found then
      raise exception 'a recommendation is handed over before it becomes a commitment';
    end if;
  end if;
  return new;
end $$;
create trigger keep_commitment before insert or update or delete on commitment
for each row execute function keep_commitment();
create trigger keep_commitments before truncate on commitment execute function keep_commitment();

create function keep_commitment_update() returns trigger language plpgsql as $$
begin
  raise exception 'an update never changes';
end $$;
create trigger keep_commitment_update before update or delete on commitment_update
for each row execute function keep_commitment_update();
create trigger keep_commitment_updates before truncate on commitment_update
execute function keep_commitment_update();
-- end
