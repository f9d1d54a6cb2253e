-- Nothing in a plan changes but by a revision that every party of that day has said yes to.

-- Empty: a plan in the making. It is in force from its first day when all parties have adopted it.
alter table plan add column adopted_on text check (length(adopted_on) = 10);
update plan set adopted_on = starts_on;

create table revision (
  id text primary key,
  number integer not null unique check (number > 0),
  plan_id text not null references plan (id),
  -- change: of a plan in force. adoption: of a plan in the making, as a whole.
  kind text not null check (kind in ('change', 'adoption')),
  title jsonb not null,
  reason jsonb not null check (cast(reason as text) <> '{}'),
  state text not null check (state in (
    'draft', 'proposed', 'in-force', 'refused', 'withdrawn', 'lapsed', 'replaced'
  )),
  -- Each change of what is proposed raises it: a yes holds for what was seen, and for nothing else.
  version integer not null default 1 check (version > 0),
  party_id text not null references party (id),
  made_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  proposed_at timestamptz,
  -- The last day for answers; nobody's silence is a yes.
  decide_by text check (length(decide_by) = 10),
  ended_at timestamptz,
  -- The day it was decided on, where people live: the parties of that day count.
  ended_on text check (length(ended_on) = 10),
  end_reason jsonb not null default '{}',
  replaced_by text references revision (id),
  constraint proposed_with_a_last_day check ((proposed_at is null) = (decide_by is null)),
  constraint a_draft_is_not_proposed check ((state = 'draft') = (proposed_at is null) or state = 'withdrawn'),
  constraint ended_whole check ((state in ('draft', 'proposed')) = (ended_at is null)),
  constraint ended_on_a_day check ((ended_at is null) = (ended_on is null))
);
create index revision_plan on revision (plan_id, number);
create index revision_open on revision (decide_by) where state = 'proposed';

-- What it adds, changes and takes out, one row each: of a commitment, of the plan's own words, of a year's focus areas.
create table revision_change (
  id text primary key,
  revision_id text not null references revision (id),
  position integer not null check (position > 0),
  kind text not null check (kind in (
    'plan-words', 'add-commitment', 'change-commitment', 'remove-commitment', 'focus-areas'
  )),
  -- The commitment it is about; of one that is added, the id that it will have.
  commitment_id text,
  -- What stood there when it was written down, and what will; the shapes are in src/plan/revisions/change.ts.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  unique (revision_id, position)
);

create table revision_answer (
  revision_id text not null references revision (id),
  version integer not null,
  party_id text not null references party (id),
  answer text not null check (answer in ('yes', 'no')),
  reason jsonb not null default '{}',
  by_person text not null references person (id),
  as_substitute integer not null default 0 check (as_substitute in (0, 1)),
  at timestamptz not null,
  primary key (revision_id, version, party_id),
  constraint no_needs_a_reason check (answer <> 'no' or cast(reason as text) <> '{}')
);

-- Which commitment of an earlier plan it carries on, so that its thread goes on.
alter table commitment add column carried_from text references commitment (id);
create unique index commitment_carried on commitment (carried_from, plan_id) where carried_from is not null;

-- What has stood in the plan, and from which day. Without a revision: from before there were any.
create table commitment_version (
  id text primary key,
  commitment_id text not null references commitment (id),
  -- The first, second, … that it has been; the last is what it is now.
  position integer not null check (position > 0),
  revision_id text references revision (id),
  from_day text not null check (length(from_day) = 10),
  -- 1: from that day it is not in the plan any longer.
  is_removed integer not null default 0 check (is_removed in (0, 1)),
  title jsonb not null,
  what jsonb not null,
  measure jsonb not null,
  due_on text not null check (length(due_on) = 10),
  -- As in commitment_owner: [{"party": id} or {"organisation": id}, …], in their order.
  owners jsonb not null default '[]',
  unique (commitment_id, position)
);
create unique index commitment_version_revision on commitment_version (commitment_id, revision_id)
  where revision_id is not null;
create index commitment_version_day on commitment_version (from_day, commitment_id);
-- sqlite:
insert into commitment_version
  (id, commitment_id, position, from_day, title, what, measure, due_on, owners)
select 'first-' || id, id, 1, substr(created_at, 1, 10), title, what, measure, due_on, coalesce((
  select json_group_array(json(owner)) from (
    select case when party_id is null then json_object('organisation', organisation_id)
      else json_object('party', party_id) end as owner
    from commitment_owner where commitment_id = commitment.id order by position
  )
), '[]') from commitment;
-- end
-- postgres:
insert into commitment_version
  (id, commitment_id, position, from_day, title, what, measure, due_on, owners)
select 'first-' || id, id, 1, to_char(created_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'),
  title, what, measure, due_on, coalesce((
    select jsonb_agg(case when party_id is null then jsonb_build_object('organisation', organisation_id)
      else jsonb_build_object('party', party_id) end order by position)
    from commitment_owner where commitment_id = commitment.id
  ), '[]') from commitment;
-- end

create table plan_version (
  id text primary key,
  plan_id text not null references plan (id),
  position integer not null check (position > 0),
  revision_id text references revision (id),
  from_day text not null check (length(from_day) = 10),
  title jsonb not null,
  lead jsonb not null,
  about jsonb not null,
  unique (plan_id, position)
);
create unique index plan_version_revision on plan_version (plan_id, revision_id) where revision_id is not null;
insert into plan_version (id, plan_id, position, from_day, title, lead, about)
select 'first-' || id, id, 1, starts_on, title, lead, about from plan;

create view commitment_latest as
select * from commitment_version one where not exists (
  select 1 from commitment_version later
  where later.commitment_id = one.commitment_id and later.position > one.position
);
create view plan_latest as
select * from plan_version one where not exists (
  select 1 from plan_version later where later.plan_id = one.plan_id and later.position > one.position
);
-- Whose yes is missing: parties that had joined on the day it was decided on, and have not said yes to what it is now.
create view revision_lacks as
select revision.id as revision_id, revision.state, revision.ended_on, joined.party_id
from revision join party_standing joined
  on joined.standing = 'joined' and joined.from_day <= revision.ended_on
where not exists (
  select 1 from party_standing later where later.party_id = joined.party_id
  and later.from_day <= revision.ended_on and later.from_day > joined.from_day
) and not exists (
  select 1 from revision_answer yes where yes.revision_id = revision.id and yes.version = revision.version
  and yes.party_id = joined.party_id and yes.answer = 'yes'
);
-- What all have said yes to about each commitment.
create view agreed_change as
select revision_change.*, revision.plan_id, revision.kind as revision_kind, revision.ended_on
from revision_change join revision on revision.id = revision_change.revision_id
where revision.state = 'in-force';

-- SQLite's `or replace` takes rows away without telling the triggers for deletion, so those for adding look too.
-- sqlite:
create trigger revision_begins before insert on revision
when new.state not in ('draft', 'proposed') or exists (
  select 1 from revision where id = new.id or number = new.number
)
begin
  select raise(abort, 'a revision begins as a draft or a proposal');
end;
create trigger revision_ended before update on revision
when old.ended_at is not null
begin
  select raise(abort, 'a revision that has ended never changes');
end;
create trigger revision_keeps before update on revision
when new.id <> old.id or new.number <> old.number or new.plan_id <> old.plan_id or new.kind <> old.kind
  or new.party_id <> old.party_id or new.created_at <> old.created_at or new.version < old.version
  or (old.proposed_at is not null and new.proposed_at is not old.proposed_at)
begin
  select raise(abort, 'a revision keeps its number, plan and party, and its version grows');
end;
create trigger revision_seen before update on revision
when old.state = 'proposed' and new.version = old.version and (
  new.title <> old.title or new.reason <> old.reason or new.decide_by <> old.decide_by
)
begin
  select raise(abort, 'what is proposed changes with its version');
end;
create trigger revision_goes before update on revision
when new.state <> old.state and not (
  (old.state = 'draft' and new.state in ('proposed', 'withdrawn'))
  or (old.state = 'proposed' and new.state not in ('draft', 'proposed'))
)
begin
  select raise(abort, 'a revision is decided on after it was proposed');
end;
create trigger revision_ends_on_its_day before update on revision
when new.ended_at is not null and (
  new.ended_on not in (substr(new.ended_at, 1, 10), date(substr(new.ended_at, 1, 10), '+1 day'))
  or new.ended_at < new.changed_at or new.ended_at < coalesce(new.proposed_at, '') or new.ended_at < coalesce(
    (select max(at) from revision_answer where revision_id = new.id), ''
  )
)
begin
  select raise(abort, 'a revision ends on the day of its last step');
end;
create trigger revision_ends_for_a_cause before update on revision
when (new.state = 'refused' and not exists (
    select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'no'
  ))
  or (new.state = 'lapsed' and new.ended_on <= new.decide_by)
  or (new.state = 'in-force' and new.ended_on > new.decide_by)
  or (new.state = 'replaced') <> (new.replaced_by is not null)
  or (new.state = 'replaced' and not exists (
    select 1 from revision where id = new.replaced_by and state = 'in-force'
  ))
begin
  select raise(abort, 'a revision ends for a cause');
end;
create trigger revision_in_force after update on revision
when new.state = 'in-force' and (
  exists (select 1 from revision_lacks where revision_id = new.id)
  or not exists (
    select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'yes'
  )
  or exists (
    select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'no'
  )
)
begin
  select raise(abort, 'nothing comes into force without the yes of every party');
end;
create trigger revision_stays before delete on revision
when old.state <> 'draft'
begin
  select raise(abort, 'what was proposed is never taken away');
end;

create trigger revision_change_added before insert on revision_change
when exists (
  select 1 from revision where id = new.revision_id and (ended_at is not null or exists (
    select 1 from revision_answer where revision_id = revision.id and version = revision.version
  ))
) or exists (select 1 from revision_change where id = new.id)
begin
  select raise(abort, 'what somebody has answered never changes');
end;
create trigger revision_change_kept before update on revision_change
when exists (
  select 1 from revision where id in (old.revision_id, new.revision_id) and (ended_at is not null or exists (
    select 1 from revision_answer where revision_id = revision.id and version = revision.version
  ))
)
begin
  select raise(abort, 'what somebody has answered never changes');
end;
create trigger revision_change_not_displaced before update on revision_change
when exists (
  select 1 from revision_change where id <> old.id
  and (id = new.id or (revision_id = new.revision_id and position = new.position))
)
begin
  select raise(abort, 'what somebody has answered never changes');
end;
create trigger revision_change_stays before delete on revision_change
when exists (
  select 1 from revision where id = old.revision_id and (ended_at is not null or exists (
    select 1 from revision_answer where revision_id = revision.id and version = revision.version
  ))
)
begin
  select raise(abort, 'what somebody has answered never changes');
end;

create trigger revision_answer_to_what_stands before insert on revision_answer
when not exists (
  select 1 from revision where id = new.revision_id and state = 'proposed'
  and version = new.version and changed_at <= new.at
)
begin
  select raise(abort, 'an answer is to what is proposed now');
end;
create trigger revision_answer_by_the_party before insert on revision_answer
when not exists (
  select 1 from coordinator where person_id = new.by_person and party_id = new.party_id
  and new.as_substitute = 0 and since <= new.at and (until is null or until > new.at)
) and not exists (
  select 1 from substitute where person_id = new.by_person and party_id = new.party_id
  and new.as_substitute = 1 and named_at <= new.at and (ended_at is null or ended_at > new.at)
  and from_day <= date(substr(new.at, 1, 10), '+1 day') and until_day >= substr(new.at, 1, 10)
)
begin
  select raise(abort, 'each party answers for itself');
end;
create trigger revision_answer_not_replaced before insert on revision_answer
when exists (
  select 1 from revision_answer
  where revision_id = new.revision_id and version = new.version and party_id = new.party_id
)
begin
  select raise(abort, 'an answer never changes');
end;
create trigger revision_answer_kept before update on revision_answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger revision_answer_stays before delete on revision_answer
begin
  select raise(abort, 'an answer never changes');
end;

create trigger commitment_agreed before insert on commitment
when not exists (
  select 1 from agreed_change where kind = 'add-commitment' and commitment_id = new.id
  and plan_id = new.plan_id and (after ->> '$.goal_id') is new.goal_id
  and (after ->> '$.recommendation_id') is new.recommendation_id
  and (after ->> '$.carried_from') is new.carried_from
  and json(new.title) is (after -> '$.title') and json(new.what) is (after -> '$.what')
  and json(new.measure) is (after -> '$.measure') and new.due_on is (after ->> '$.due_on')
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger commitment_carried_once before insert on commitment
when exists (select 1 from commitment where carried_from = new.carried_from and plan_id = new.plan_id)
begin
  select raise(abort, 'a commitment is there already');
end;
create trigger commitment_keeps_what_it_carries_on before update on commitment
when new.carried_from is not old.carried_from or new.created_at <> old.created_at
begin
  select raise(abort, 'a commitment keeps its number, plan, goal and recommendation');
end;
create trigger commitment_words_agreed before update on commitment
when (new.title <> old.title or new.what <> old.what or new.measure <> old.measure or new.due_on <> old.due_on)
and not exists (
  select 1 from commitment_latest latest where latest.commitment_id = new.id
  and json(latest.title) = json(new.title) and json(latest.what) = json(new.what)
  and json(latest.measure) = json(new.measure) and latest.due_on = new.due_on
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger commitment_still_within_plan before update on commitment
when new.due_on <> old.due_on and not exists (
  select 1 from plan where id = new.plan_id and new.due_on between starts_on and ends_on
)
begin
  select raise(abort, 'a commitment is due while its plan lasts');
end;
create trigger commitment_version_agreed before insert on commitment_version
when not exists (
  select 1 from agreed_change change
  join commitment on commitment.id = change.commitment_id and commitment.plan_id = change.plan_id
  where change.revision_id = new.revision_id and change.commitment_id = new.commitment_id
  and change.ended_on = new.from_day
  and ((change.kind = 'add-commitment' and new.position = 1) or exists (
    -- What the parties compared it with is what stands there.
    select 1 from commitment_latest latest where latest.commitment_id = new.commitment_id
    and new.position = latest.position + 1 and latest.is_removed = 0
    and json(latest.title) is (change.before -> '$.title')
    and json(latest.what) is (change.before -> '$.what')
    and json(latest.measure) is (change.before -> '$.measure')
    and latest.due_on is (change.before ->> '$.due_on')
    and json(latest.owners) is (change.before -> '$.owners')
  ))
  and ((change.kind = 'remove-commitment' and new.is_removed = 1
  and json(new.title) is (change.before -> '$.title') and json(new.what) is (change.before -> '$.what')
  and json(new.measure) is (change.before -> '$.measure') and new.due_on is (change.before ->> '$.due_on')
  and json(new.owners) is (change.before -> '$.owners')
  ) or (change.kind in ('add-commitment', 'change-commitment') and new.is_removed = 0
  and json(new.title) is (change.after -> '$.title') and json(new.what) is (change.after -> '$.what')
  and json(new.measure) is (change.after -> '$.measure') and new.due_on is (change.after ->> '$.due_on')
  and json(new.owners) is (change.after -> '$.owners')))
) or exists (
  select 1 from commitment_version
  where id = new.id or (commitment_id = new.commitment_id and revision_id = new.revision_id)
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger commitment_version_kept before update on commitment_version
begin
  select raise(abort, 'what has stood in a plan never changes');
end;
create trigger commitment_version_stays before delete on commitment_version
begin
  select raise(abort, 'what has stood in a plan never changes');
end;
create trigger plan_version_kept before update on plan_version
begin
  select raise(abort, 'what has stood in a plan never changes');
end;
create trigger plan_version_stays before delete on plan_version
begin
  select raise(abort, 'what has stood in a plan never changes');
end;
create trigger commitment_owner_agreed before insert on commitment_owner
when not exists (
  select 1 from commitment_latest latest where latest.commitment_id = new.commitment_id
  and (latest.owners ->> ('$[' || (new.position - 1) || '].party')) is new.party_id
  and (latest.owners ->> ('$[' || (new.position - 1) || '].organisation')) is new.organisation_id
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger commitment_owner_kept before update on commitment_owner
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger commitment_owner_stays before delete on commitment_owner
when exists (
  select 1 from commitment_latest latest where latest.commitment_id = old.commitment_id
  and (latest.owners ->> ('$[' || (old.position - 1) || '].party')) is old.party_id
  and (latest.owners ->> ('$[' || (old.position - 1) || '].organisation')) is old.organisation_id
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;

create trigger plan_version_agreed before insert on plan_version
when not exists (
  select 1 from agreed_change change where change.revision_id = new.revision_id
  and change.plan_id = new.plan_id and change.kind = 'plan-words' and change.ended_on = new.from_day
  and new.position = 1 + (select count(*) from plan_version where plan_id = new.plan_id)
  and json(new.title) is (change.after -> '$.title') and json(new.lead) is (change.after -> '$.lead')
  and json(new.about) is (change.after -> '$.about')
  and (change.revision_kind = 'adoption' or exists (
    select 1 from plan where id = new.plan_id and json(title) is (change.before -> '$.title')
    and json(lead) is (change.before -> '$.lead') and json(about) is (change.before -> '$.about')
  ))
) or exists (
  select 1 from plan_version
  where id = new.id or (plan_id = new.plan_id and revision_id = new.revision_id)
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger plan_first before insert on plan
when (new.adopted_on is not null and exists (select 1 from plan)) or exists (
  select 1 from plan where id = new.id or slug = new.slug or starts_on = new.starts_on
)
begin
  select raise(abort, 'a plan comes into force when the parties have adopted it');
end;
create trigger plan_adopted before update on plan
when new.adopted_on is not old.adopted_on and (old.adopted_on is not null or not exists (
  select 1 from revision where plan_id = new.id and kind = 'adoption' and state = 'in-force'
  and ended_on = new.adopted_on
))
begin
  select raise(abort, 'a plan comes into force when the parties have adopted it');
end;
create trigger plan_keeps_its_period before update on plan
when old.adopted_on is not null and (new.id <> old.id or new.agreement_id <> old.agreement_id
  or new.slug <> old.slug or new.starts_on <> old.starts_on or new.ends_on <> old.ends_on)
begin
  select raise(abort, 'a plan in force keeps its period');
end;
create trigger plan_words_agreed before update on plan
when new.adopted_on is not null and (
  old.adopted_on is null or new.title <> old.title or new.lead <> old.lead or new.about <> old.about
) and not exists (
  select 1 from plan_latest latest where latest.plan_id = new.id and json(latest.title) = json(new.title)
  and json(latest.lead) = json(new.lead) and json(latest.about) = json(new.about)
)
begin
  select raise(abort, 'nothing stands in a plan that the parties have not said yes to');
end;
create trigger plan_not_displaced before update on plan
when exists (
  select 1 from plan
  where id <> old.id and (id = new.id or slug = new.slug or starts_on = new.starts_on)
)
begin
  select raise(abort, 'a plan in force is never taken away');
end;
create trigger plan_stays before delete on plan
when old.adopted_on is not null
begin
  select raise(abort, 'a plan in force is never taken away');
end;

create trigger party_standing_after_decisions after insert on party_standing
when exists (select 1 from revision_lacks where state = 'in-force')
begin
  select raise(abort, 'who decided together on a day never changes afterwards');
end;
-- end
-- postgres:
create function keep_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'what was proposed is never taken away'; end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then raise exception 'what was proposed is never taken away'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state not in ('draft', 'proposed') then
      raise exception 'a revision begins as a draft or a proposal';
    end if;
    return new;
  end if;
  if old.ended_at is not null then raise exception 'a revision that has ended never changes'; end if;
  if (new.id, new.number, new.plan_id, new.kind, new.party_id, new.created_at)
    is distinct from (old.id, old.number, old.plan_id, old.kind, old.party_id, old.created_at)
    or new.version < old.version
    or (old.proposed_at is not null and new.proposed_at is distinct from old.proposed_at) then
    raise exception 'a revision keeps its number, plan and party, and its version grows';
  end if;
  if old.state = 'proposed' and new.version = old.version
    and (new.title, new.reason, new.decide_by) is distinct from (old.title, old.reason, old.decide_by) then
    raise exception 'what is proposed changes with its version';
  end if;
  if new.state <> old.state and not (
    (old.state = 'draft' and new.state in ('proposed', 'withdrawn'))
    or (old.state = 'proposed' and new.state not in ('draft', 'proposed'))
  ) then
    raise exception 'a revision is decided on after it was proposed';
  end if;
  if new.ended_at is not null and (
    new.ended_on <> to_char(new.ended_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')
    or new.ended_at < new.changed_at or new.ended_at < new.proposed_at
    or new.ended_at < (select max(at) from revision_answer where revision_id = new.id)
  ) then
    raise exception 'a revision ends on the day of its last step';
  end if;
  if (new.state = 'refused' and not exists (
      select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'no'
    ))
    or (new.state = 'lapsed' and new.ended_on <= new.decide_by)
    or (new.state = 'in-force' and new.ended_on > new.decide_by)
    or (new.state = 'replaced') <> (new.replaced_by is not null)
    or (new.state = 'replaced' and not exists (
      select 1 from revision where id = new.replaced_by and state = 'in-force'
    )) then
    raise exception 'a revision ends for a cause';
  end if;
  return new;
end $$;
create trigger keep_revision before insert or update or delete on revision
for each row execute function keep_revision();
create trigger keep_revisions before truncate on revision execute function keep_revision();

create function revision_in_force() returns trigger language plpgsql as $$
begin
  -- Nobody joins, pauses or leaves in the same moment.
  lock table party_standing in share mode;
  if exists (select 1 from revision_lacks where revision_id = new.id)
    or not exists (
      select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'yes'
    )
    or exists (
      select 1 from revision_answer where revision_id = new.id and version = new.version and answer = 'no'
    ) then
    raise exception 'nothing comes into force without the yes of every party';
  end if;
  return null;
end $$;
create trigger revision_in_force after update on revision for each row
when (new.state = 'in-force') execute function revision_in_force();

create function keep_revision_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'what somebody has answered never changes'; end if;
  -- The revision is held first, so that nobody answers in the same moment; then look.
  if tg_op <> 'INSERT' then
    perform 1 from revision where id = old.revision_id for no key update;
    perform 1 from revision where id = old.revision_id and (ended_at is not null or exists (
      select 1 from revision_answer where revision_id = revision.id and version = revision.version
    ));
    if found then raise exception 'what somebody has answered never changes'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  perform 1 from revision where id = new.revision_id for no key update;
  perform 1 from revision where id = new.revision_id and (ended_at is not null or exists (
    select 1 from revision_answer where revision_id = revision.id and version = revision.version
  ));
  if found then raise exception 'what somebody has answered never changes'; end if;
  return new;
end $$;
create trigger keep_revision_change before insert or update or delete on revision_change
for each row execute function keep_revision_change();
create trigger keep_revision_changes before truncate on revision_change
execute function keep_revision_change();

create function keep_revision_answer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'an answer never changes'; end if;
  perform 1 from revision where id = new.revision_id for no key update;
  perform 1 from revision where id = new.revision_id and state = 'proposed'
    and version = new.version and changed_at <= new.at;
  if not found then raise exception 'an answer is to what is proposed now'; end if;
  if not exists (
    select 1 from coordinator where person_id = new.by_person and party_id = new.party_id
    and new.as_substitute = 0 and since <= new.at and (until is null or until > new.at)
  ) and not exists (
    select 1 from substitute where person_id = new.by_person and party_id = new.party_id
    and new.as_substitute = 1 and named_at <= new.at and (ended_at is null or ended_at > new.at)
    and to_char(new.at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') between from_day and until_day
  ) then
    raise exception 'each party answers for itself';
  end if;
  return new;
end $$;
create trigger keep_revision_answer before insert or update or delete on revision_answer
for each row execute function keep_revision_answer();
create trigger keep_revision_answers before truncate on revision_answer
execute function keep_revision_answer();

create function agreed_commitment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select 1 from agreed_change where kind = 'add-commitment' and commitment_id = new.id
      and plan_id = new.plan_id and after ->> 'goal_id' is not distinct from new.goal_id
      and after ->> 'recommendation_id' is not distinct from new.recommendation_id
      and after ->> 'carried_from' is not distinct from new.carried_from
      and after -> 'title' = new.title and after -> 'what' = new.what
      and after -> 'measure' = new.measure and after ->> 'due_on' = new.due_on
    ) then
      raise exception 'nothing stands in a plan that the parties have not said yes to';
    end if;
    return new;
  end if;
  if (new.carried_from, new.created_at) is distinct from (old.carried_from, old.created_at) then
    raise exception 'a commitment keeps its number, plan, goal and recommendation';
  end if;
  if (new.title, new.what, new.measure, new.due_on)
    is distinct from (old.title, old.what, old.measure, old.due_on) and not exists (
    select 1 from commitment_latest latest where latest.commitment_id = new.id
    and (latest.title, latest.what, latest.measure, latest.due_on)
      = (new.title, new.what, new.measure, new.due_on)
  ) then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  if new.due_on <> old.due_on and not exists (
    select 1 from plan where id = new.plan_id and new.due_on between starts_on and ends_on
  ) then
    raise exception 'a commitment is due while its plan lasts';
  end if;
  return new;
end $$;
create trigger agreed_commitment before insert or update on commitment
for each row execute function agreed_commitment();

create function agreed_commitment_version() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'what has stood in a plan never changes'; end if;
  if not exists (
    select 1 from agreed_change change
    join commitment on commitment.id = change.commitment_id and commitment.plan_id = change.plan_id
    where change.revision_id = new.revision_id and change.commitment_id = new.commitment_id
    and change.ended_on = new.from_day
    and ((change.kind = 'add-commitment' and new.position = 1) or exists (
      -- What the parties compared it with is what stands there.
      select 1 from commitment_latest latest where latest.commitment_id = new.commitment_id
      and new.position = latest.position + 1 and latest.is_removed = 0
      and change.before -> 'title' = latest.title and change.before -> 'what' = latest.what
      and change.before -> 'measure' = latest.measure and change.before ->> 'due_on' = latest.due_on
      and change.before -> 'owners' = latest.owners
    ))
    and ((change.kind = 'remove-commitment' and new.is_removed = 1
      and change.before -> 'title' = new.title and change.before -> 'what' = new.what
      and change.before -> 'measure' = new.measure and change.before ->> 'due_on' = new.due_on
      and change.before -> 'owners' = new.owners
    ) or (change.kind in ('add-commitment', 'change-commitment') and new.is_removed = 0
      and change.after -> 'title' = new.title and change.after -> 'what' = new.what
      and change.after -> 'measure' = new.measure and change.after ->> 'due_on' = new.due_on
      and change.after -> 'owners' = new.owners))
  ) then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  return new;
end $$;
create trigger agreed_commitment_version before insert or update or delete on commitment_version
for each row execute function agreed_commitment_version();
create trigger agreed_commitment_versions before truncate on commitment_version
execute function agreed_commitment_version();

create function agreed_owner() returns trigger language plpgsql as $$
declare
  given commitment_owner;
  is_agreed boolean;
begin
  if tg_op in ('UPDATE', 'TRUNCATE') then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  given := case when tg_op = 'DELETE' then old else new end;
  is_agreed := exists (
    select 1 from commitment_latest latest where latest.commitment_id = given.commitment_id
    and latest.owners -> (given.position - 1) ->> 'party' is not distinct from given.party_id
    and latest.owners -> (given.position - 1) ->> 'organisation' is not distinct from given.organisation_id
  );
  if is_agreed = (tg_op = 'DELETE') then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  return given;
end $$;
create trigger agreed_owner before insert or update or delete on commitment_owner
for each row execute function agreed_owner();
create trigger agreed_owners before truncate on commitment_owner execute function agreed_owner();

create function agreed_plan_version() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'what has stood in a plan never changes'; end if;
  if not exists (
    select 1 from agreed_change change where change.revision_id = new.revision_id
    and change.plan_id = new.plan_id and change.kind = 'plan-words' and change.ended_on = new.from_day
    and new.position = 1 + (select count(*) from plan_version where plan_id = new.plan_id)
    and change.after -> 'title' = new.title and change.after -> 'lead' = new.lead
    and change.after -> 'about' = new.about
    and (change.revision_kind = 'adoption' or exists (
      select 1 from plan where id = new.plan_id and title = change.before -> 'title'
      and lead = change.before -> 'lead' and about = change.before -> 'about'
    ))
  ) then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  return new;
end $$;
create trigger agreed_plan_version before insert or update or delete on plan_version
for each row execute function agreed_plan_version();
create trigger agreed_plan_versions before truncate on plan_version execute function agreed_plan_version();

create function agreed_plan() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'a plan in force is never taken away'; end if;
  if tg_op = 'DELETE' then
    if old.adopted_on is not null then raise exception 'a plan in force is never taken away'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.adopted_on is not null and exists (select 1 from plan) then
      raise exception 'a plan comes into force when the parties have adopted it';
    end if;
    return new;
  end if;
  if new.adopted_on is distinct from old.adopted_on and (old.adopted_on is not null or not exists (
    select 1 from revision where plan_id = new.id and kind = 'adoption' and state = 'in-force'
    and ended_on = new.adopted_on
  )) then
    raise exception 'a plan comes into force when the parties have adopted it';
  end if;
  if old.adopted_on is not null and (new.id, new.agreement_id, new.slug, new.starts_on, new.ends_on)
    is distinct from (old.id, old.agreement_id, old.slug, old.starts_on, old.ends_on) then
    raise exception 'a plan in force keeps its period';
  end if;
  if new.adopted_on is not null and (
    old.adopted_on is null
    or (new.title, new.lead, new.about) is distinct from (old.title, old.lead, old.about)
  ) and not exists (
    select 1 from plan_latest latest where latest.plan_id = new.id
    and (latest.title, latest.lead, latest.about) = (new.title, new.lead, new.about)
  ) then
    raise exception 'nothing stands in a plan that the parties have not said yes to';
  end if;
  return new;
end $$;
create trigger agreed_plan before insert or update or delete on plan
for each row execute function agreed_plan();
create trigger agreed_plans before truncate on plan execute function agreed_plan();

create function party_standing_after_decisions() returns trigger language plpgsql as $$
begin
  if exists (select 1 from revision_lacks where state = 'in-force') then
    raise exception 'who decided together on a day never changes afterwards';
  end if;
  return null;
end $$;
create trigger party_standing_after_decisions after insert on party_standing
for each row execute function party_standing_after_decisions();
-- end
