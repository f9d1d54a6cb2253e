-- Who the parties to the agreement are, day by day, who stands in for a coordinator, and what the agreement holds.

-- A party joins, pauses, comes back or leaves on a day; from then on it decides with the others, or no longer does.
create table party_standing (
  id text primary key,
  party_id text not null references party (id),
  standing text not null check (standing in ('joined', 'paused', 'left')),
  -- A calendar date where people live, 'YYYY-MM-DD'.
  from_day text not null check (length(from_day) = 10),
  reason jsonb not null default '{}',
  recorded_by text references person (id),
  recorded_at timestamptz not null,
  unique (party_id, from_day)
);
insert into party_standing (id, party_id, standing, from_day, recorded_at)
select 'founder-' || id, id, 'joined',
  coalesce((select min(adopted_on) from agreement), '2017-06-14'), '2017-06-14T10:00:00.000Z'
from party;

-- Named beforehand by the party itself, never by another: decides for the party while a coordinator is away.
create table substitute (
  id text primary key,
  party_id text not null references party (id),
  person_id text not null references person (id),
  named_by text not null references person (id),
  from_day text not null check (length(from_day) = 10),
  until_day text not null check (length(until_day) = 10),
  named_at timestamptz not null,
  ended_at timestamptz,
  constraint substitutes_for_some_days check (until_day >= from_day)
);
create index substitute_person on substitute (person_id, until_day);

-- What nobody decides alone: it is done once every party that is joined that day has said yes.
create table joint_decision (
  id text primary key,
  kind text not null check (kind in ('take-in-party', 'adopt-goal', 'close-goal', 'adopt-agreement')),
  -- The party, goal or version of the agreement; a party that is to come has no row of its own yet.
  about_id text not null,
  -- What is decided, as everybody who answers reads it.
  what jsonb not null,
  reason jsonb not null default '{}',
  state text not null check (state in ('open', 'carried', 'refused', 'withdrawn')),
  party_id text not null references party (id),
  -- Empty: signed on paper, before any version of the agreement stood here.
  made_by text references person (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  -- The day where people live: the parties of that day count.
  ended_on text check (length(ended_on) = 10),
  constraint joint_decision_ended check ((state = 'open') = (ended_at is null)),
  constraint joint_decision_ended_on_a_day check ((ended_at is null) = (ended_on is null))
);
create unique index joint_decision_open on joint_decision (kind, about_id) where state = 'open';
create index joint_decision_about on joint_decision (about_id, kind);

create table joint_answer (
  decision_id text not null references joint_decision (id),
  party_id text not null references party (id),
  answer text not null check (answer in ('yes', 'no')),
  reason jsonb not null default '{}',
  by_person text references person (id),
  as_substitute integer not null default 0 check (as_substitute in (0, 1)),
  at timestamptz not null,
  primary key (decision_id, party_id),
  constraint a_no_needs_a_reason check (answer <> 'no' or cast(reason as text) <> '{}')
);

-- sqlite:
create trigger party_standing_kept before update on party_standing
begin
  select raise(abort, 'how a party stood never changes');
end;
create trigger party_standing_stays before delete on party_standing
begin
  select raise(abort, 'how a party stood never changes');
end;
create trigger party_standing_in_order before insert on party_standing
when exists (
  select 1 from party_standing
  where id = new.id or (party_id = new.party_id and from_day >= new.from_day)
)
begin
  select raise(abort, 'how a party stands follows on what was');
end;
create trigger party_standing_beforehand before insert on party_standing
when new.from_day < substr(new.recorded_at, 1, 10)
  and exists (select 1 from party_standing where party_id = new.party_id)
begin
  select raise(abort, 'how a party stands is said beforehand');
end;
create trigger party_standing_after_leaving before insert on party_standing
when exists (select 1 from party_standing where party_id = new.party_id and standing = 'left')
begin
  select raise(abort, 'a party that has left is taken in anew');
end;
create trigger party_standing_one_stays before insert on party_standing
when new.standing <> 'joined' and not exists (
  select 1 from party_standing other
  where other.party_id <> new.party_id and other.standing = 'joined' and other.from_day <= new.from_day
    and not exists (
      select 1 from party_standing later
      where later.party_id = other.party_id and later.from_day > other.from_day
    )
)
begin
  select raise(abort, 'one party always stays to decide');
end;
create trigger party_taken_in_by_all before insert on party_standing
when exists (select 1 from agreement)
  and not exists (select 1 from party_standing where party_id = new.party_id)
  and not exists (
    select 1 from joint_decision
    where kind = 'take-in-party' and about_id = new.party_id and state = 'carried'
  )
begin
  select raise(abort, 'a party is taken in by all the others');
end;

create trigger substitute_named_by_own before insert on substitute
when new.ended_at is not null
  or exists (select 1 from substitute where id = new.id)
  or not exists (
    select 1 from coordinator
    where person_id = new.named_by and party_id = new.party_id and until is null
  )
begin
  select raise(abort, 'a substitute is named by a coordinator of that party');
end;
create trigger substitute_beforehand before insert on substitute
when new.from_day < substr(new.named_at, 1, 10)
begin
  select raise(abort, 'a substitute is named beforehand');
end;
create trigger substitute_of_one_party before insert on substitute
when exists (select 1 from coordinator where person_id = new.person_id and until is null)
  or exists (
    select 1 from substitute
    where person_id = new.person_id and party_id <> new.party_id and ended_at is null
      and until_day >= new.from_day and from_day <= new.until_day
  )
begin
  select raise(abort, 'a substitute acts for one party');
end;
create trigger substitute_kept before update on substitute
when old.ended_at is not null or new.ended_at is null
  or new.id <> old.id or new.party_id <> old.party_id or new.person_id <> old.person_id
  or new.named_by <> old.named_by or new.from_day <> old.from_day or new.until_day <> old.until_day
  or new.named_at <> old.named_at
begin
  select raise(abort, 'a substitute may end early, and nothing else');
end;
create trigger substitute_stays before delete on substitute
begin
  select raise(abort, 'a substitute may end early, and nothing else');
end;

create trigger joint_decision_begins before insert on joint_decision
when new.state <> 'open' or exists (select 1 from joint_decision where id = new.id)
  or (new.made_by is null and exists (
    select 1 from agreement_version where in_force_on is not null
  ))
begin
  select raise(abort, 'a joint decision begins with a question');
end;
create trigger joint_decision_kept before update on joint_decision
when old.state <> 'open' or new.id <> old.id or new.kind <> old.kind or new.about_id <> old.about_id
  or new.what <> old.what or new.reason <> old.reason or new.party_id <> old.party_id
  or new.made_by is not old.made_by or new.made_at <> old.made_at
begin
  select raise(abort, 'a joint decision never changes');
end;
create trigger joint_decision_stays before delete on joint_decision
begin
  select raise(abort, 'a joint decision never changes');
end;
create trigger joint_decision_of_its_day before update on joint_decision
when new.ended_on is not null
  and new.ended_on not in (substr(new.ended_at, 1, 10), date(substr(new.ended_at, 1, 10), '+1 day'))
begin
  select raise(abort, 'a joint decision ends on the day it ends');
end;
create trigger joint_decision_by_all before update on joint_decision
when new.state = 'carried' and (
  exists (
    select 1 from party_standing now
    where now.standing = 'joined' and now.from_day <= new.ended_on
      and not exists (
        select 1 from party_standing later where later.party_id = now.party_id
          and later.from_day > now.from_day and later.from_day <= new.ended_on
      )
      and not exists (
        select 1 from joint_answer
        where decision_id = new.id and party_id = now.party_id and answer = 'yes'
      )
  )
  or not exists (select 1 from joint_answer where decision_id = new.id and answer = 'yes')
  or exists (select 1 from joint_answer where decision_id = new.id and answer = 'no')
)
begin
  select raise(abort, 'every party says yes to a joint decision');
end;
create trigger joint_answer_given before insert on joint_answer
when not exists (select 1 from joint_decision where id = new.decision_id and state = 'open')
  or exists (select 1 from joint_answer where decision_id = new.decision_id and party_id = new.party_id)
begin
  select raise(abort, 'a joint decision is answered once by each party, while it is open');
end;
create trigger joint_answer_by_own before insert on joint_answer
when not exists (
    select 1 from coordinator
    where person_id = new.by_person and party_id = new.party_id and until is null
  )
  and not exists (
    select 1 from substitute
    where person_id = new.by_person and party_id = new.party_id and ended_at is null
      and from_day <= date(substr(new.at, 1, 10), '+1 day') and until_day >= substr(new.at, 1, 10)
  )
  and not (new.by_person is null and not exists (
    select 1 from agreement_version where in_force_on is not null
  ))
begin
  select raise(abort, 'each party answers for itself');
end;
create trigger joint_answer_kept before update on joint_answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger joint_answer_stays before delete on joint_answer
begin
  select raise(abort, 'an answer never changes');
end;
-- end
-- postgres:
create function keep_party_standing() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'how a party stood never changes'; end if;
  -- All parties are held, so that two that leave in the same moment don't each count on the other.
  perform 1 from party order by id for update;
  if exists (
    select 1 from party_standing where party_id = new.party_id and from_day >= new.from_day
  ) then raise exception 'how a party stands follows on what was'; end if;
  if new.from_day < to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD')
    and exists (select 1 from party_standing where party_id = new.party_id)
  then raise exception 'how a party stands is said beforehand'; end if;
  if exists (select 1 from party_standing where party_id = new.party_id and standing = 'left')
  then raise exception 'a party that has left is taken in anew'; end if;
  if new.standing <> 'joined' and not exists (
    select 1 from party_standing other
    where other.party_id <> new.party_id and other.standing = 'joined' and other.from_day <= new.from_day
      and not exists (
        select 1 from party_standing later
        where later.party_id = other.party_id and later.from_day > other.from_day
      )
  ) then raise exception 'one party always stays to decide'; end if;
  if exists (select 1 from agreement)
    and not exists (select 1 from party_standing where party_id = new.party_id)
    and not exists (
      select 1 from joint_decision
      where kind = 'take-in-party' and about_id = new.party_id and state = 'carried'
    )
  then raise exception 'a party is taken in by all the others'; end if;
  return new;
end $$;
create trigger keep_party_standing before insert or update or delete on party_standing
for each row execute function keep_party_standing();
create trigger keep_party_standings before truncate on party_standing
execute function keep_party_standing();

create function keep_substitute() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception 'a substitute may end early, and nothing else';
  end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or new.ended_at is null
      or (new.id, new.party_id, new.person_id, new.named_by, new.from_day, new.until_day, new.named_at)
        is distinct from
        (old.id, old.party_id, old.person_id, old.named_by, old.from_day, old.until_day, old.named_at)
    then raise exception 'a substitute may end early, and nothing else'; end if;
    return new;
  end if;
  if new.ended_at is not null or not exists (
    select 1 from coordinator
    where person_id = new.named_by and party_id = new.party_id and until is null
  ) then raise exception 'a substitute is named by a coordinator of that party'; end if;
  if new.from_day < to_char(new.named_at at time zone 'UTC', 'YYYY-MM-DD')
  then raise exception 'a substitute is named beforehand'; end if;
  perform 1 from person where id = new.person_id for update;
  if exists (select 1 from coordinator where person_id = new.person_id and until is null)
    or exists (
      select 1 from substitute
      where person_id = new.person_id and party_id <> new.party_id and ended_at is null
        and until_day >= new.from_day and from_day <= new.until_day
    )
  then raise exception 'a substitute acts for one party'; end if;
  return new;
end $$;
create trigger keep_substitute before insert or update or delete on substitute
for each row execute function keep_substitute();
create trigger keep_substitutes before truncate on substitute execute function keep_substitute();

create function keep_joint_decision() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'a joint decision never changes'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'open'
      or (new.made_by is null and exists (
        select 1 from agreement_version where in_force_on is not null
      ))
    then raise exception 'a joint decision begins with a question'; end if;
    return new;
  end if;
  if old.state <> 'open'
    or (new.id, new.kind, new.about_id, new.what, new.reason, new.party_id, new.made_by, new.made_at)
      is distinct from
      (old.id, old.kind, old.about_id, old.what, old.reason, old.party_id, old.made_by, old.made_at)
  then raise exception 'a joint decision never changes'; end if;
  if new.ended_on is not null and new.ended_on not in (
    to_char(new.ended_at at time zone 'UTC', 'YYYY-MM-DD'),
    to_char(new.ended_at at time zone 'UTC' + interval '1 day', 'YYYY-MM-DD')
  ) then raise exception 'a joint decision ends on the day it ends'; end if;
  if new.state = 'carried' and (
    exists (
      select 1 from party_standing now
      where now.standing = 'joined' and now.from_day <= new.ended_on
        and not exists (
          select 1 from party_standing later where later.party_id = now.party_id
            and later.from_day > now.from_day and later.from_day <= new.ended_on
        )
        and not exists (
          select 1 from joint_answer
          where decision_id = new.id and party_id = now.party_id and answer = 'yes'
        )
    )
    or not exists (select 1 from joint_answer where decision_id = new.id and answer = 'yes')
    or exists (select 1 from joint_answer where decision_id = new.id and answer = 'no')
  ) then raise exception 'every party says yes to a joint decision'; end if;
  return new;
end $$;
create trigger keep_joint_decision before insert or update or delete on joint_decision
for each row execute function keep_joint_decision();
create trigger keep_joint_decisions before truncate on joint_decision
execute function keep_joint_decision();

create function keep_joint_answer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'an answer never changes'; end if;
  perform 1 from joint_decision where id = new.decision_id and state = 'open' for share;
  if not found then
    raise exception 'a joint decision is answered once by each party, while it is open';
  end if;
  if not exists (
      select 1 from coordinator
      where person_id = new.by_person and party_id = new.party_id and until is null
    )
    and not exists (
      select 1 from substitute
      where person_id = new.by_person and party_id = new.party_id and ended_at is null
        and from_day <= to_char(new.at at time zone 'UTC' + interval '1 day', 'YYYY-MM-DD')
        and until_day >= to_char(new.at at time zone 'UTC', 'YYYY-MM-DD')
    )
    and not (new.by_person is null and not exists (
      select 1 from agreement_version where in_force_on is not null
    ))
  then raise exception 'each party answers for itself'; end if;
  return new;
end $$;
create trigger keep_joint_answer before insert or update or delete on joint_answer
for each row execute function keep_joint_answer();
create trigger keep_joint_answers before truncate on joint_answer execute function keep_joint_answer();
-- end

-- What the agreement says, version after version; each is decided by every party, and stays as it was from then on.
create table agreement_version (
  id text primary key,
  agreement_id text not null references agreement (id),
  number integer not null check (number > 0),
  title jsonb not null,
  vision jsonb not null,
  about jsonb not null default '{}',
  -- [{"key": …, "name": …, "about": …}, …], in their order; and the same for how we work.
  principles jsonb not null,
  conduct jsonb not null,
  -- What is different from the version before, for people to read.
  changed jsonb not null default '{}',
  created_at timestamptz not null,
  created_by text references person (id),
  changed_at timestamptz not null,
  -- Empty: a draft.
  in_force_on text check (length(in_force_on) = 10),
  unique (agreement_id, number)
);

-- Goals that a version adopts when it comes into force, and those that it closes, with a reason.
create table agreement_version_goal (
  version_id text not null references agreement_version (id),
  goal_id text not null references goal (id),
  step text not null check (step in ('adopt', 'close')),
  reason jsonb not null default '{}',
  primary key (version_id, goal_id),
  constraint closing_a_goal_needs_a_reason check (step <> 'close' or cast(reason as text) <> '{}')
);

-- Where a version was decided: each party has a body of its own for that.
create table agreement_decision (
  id text primary key,
  version_id text not null references agreement_version (id),
  body text not null check (body <> ''),
  decided_on text not null check (length(decided_on) = 10),
  paragraph text,
  case_number text,
  url text check (url like 'https://%' or url like 'http://%'),
  added_at timestamptz not null,
  added_by text references person (id)
);
create index agreement_decision_version on agreement_decision (version_id, decided_on);

-- The signed original, as a PDF.
create table agreement_original (
  id text primary key,
  version_id text not null references agreement_version (id),
  file_id text not null references stored_file (id),
  added_at timestamptz not null,
  added_by text references person (id)
);

-- Organisations that have joined the agreement.
create table signatory (
  id text primary key,
  organisation_id text references organisation (id),
  organisation_name text not null check (organisation_name <> ''),
  category text not null check (category in (
    'social-security', 'health', 'culture', 'sports', 'education', 'other'
  )),
  -- Who filled in the form: for the office alone, and wiped some time after it is of no use.
  person_name text,
  email text,
  language text not null check (language in ('sv', 'en', 'es')),
  about text,
  state text not null check (state in ('unconfirmed', 'waiting', 'joined', 'turned-down', 'left')),
  asked_at timestamptz not null,
  conditions_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by text references person (id),
  reason text,
  joined_on text check (length(joined_on) = 10),
  left_on text check (length(left_on) = 10),
  wiped_at timestamptz,
  constraint turning_down_needs_a_reason check (state <> 'turned-down' or reason <> ''),
  constraint joined_on_a_day check ((joined_on is not null) = (state in ('joined', 'left'))),
  constraint left_on_a_day check ((left_on is not null) = (state = 'left')),
  constraint decided_by_somebody check (
    (decided_by is not null and decided_at is not null and confirmed_at is not null)
    or state in ('unconfirmed', 'waiting')
  )
);
create unique index signatory_once on signatory (organisation_id)
  where organisation_id is not null and state = 'joined';
create index signatory_state on signatory (state, asked_at);
create table signatory_link (
  token_hash text primary key,
  signatory_id text not null references signatory (id),
  created_at timestamptz not null
);

-- What the Commission for a Socially Sustainable Malmö wrote: recommendation, domain, objective, action.
create table commission_item (
  id text primary key,
  kind text not null check (kind in ('recommendation', 'domain', 'objective', 'action')),
  -- As a spreadsheet names it: 'D1', 'D1.2'.
  code text not null unique check (code <> ''),
  -- Empty where no source says what it stands under.
  parent_id text references commission_item (id),
  position integer not null check (position > 0),
  title jsonb not null check (cast(title as text) <> '{}'),
  -- Where it can be read: a page of the report, or an address.
  source text not null check (source <> '')
);
create index commission_item_parent on commission_item (parent_id, position);

-- What a goal contributes to, and how in a few words; never how much.
create table goal_objective (
  goal_id text not null references goal (id),
  item_id text not null references commission_item (id),
  how jsonb not null default '{}',
  primary key (goal_id, item_id)
);

-- sqlite:
create trigger goal_adopted_by_all before update on goal
when old.adopted_at is null and new.adopted_at is not null and not exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.id and state = 'carried'
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement' and state = 'carried'
  where one.goal_id = new.id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal is adopted by every party');
end;
create trigger goal_begins_as_a_draft before insert on goal
when new.adopted_at is not null
begin
  select raise(abort, 'a goal is adopted by every party');
end;
create trigger goal_closed_by_all before update on goal
when old.closed_at is null and new.closed_at is not null and not exists (
  select 1 from joint_decision
  where kind = 'close-goal' and about_id = new.id and state = 'carried' and json(joint_decision.reason) = json(new.close_reason)
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement' and state = 'carried'
  where one.goal_id = new.id and one.step = 'close' and json(one.reason) = json(new.close_reason)
)
begin
  select raise(abort, 'a goal is closed by every party, for the reason they read');
end;
create trigger goal_held_while_asked before update on goal
when old.adopted_at is null and (
  new.id <> old.id or new.agreement_id <> old.agreement_id or new.number <> old.number
  or new.title <> old.title or new.about <> old.about
) and exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_not_dropped_while_asked before delete on goal
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_sdg_held_insert before insert on goal_sdg
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_sdg_held_delete before delete on goal_sdg
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_sdg_held_update before update on goal_sdg
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
  or exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_domain_held_insert before insert on goal_domain
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_domain_held_delete before delete on goal_domain
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_domain_held_update before update on goal_domain
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
  or exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_objective_held_insert before insert on goal_objective
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_objective_held_delete before delete on goal_objective
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_objective_held_update before update on goal_objective
when exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = old.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = old.goal_id and one.step = 'adopt'
)
  or exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.goal_id and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = new.goal_id and one.step = 'adopt'
)
begin
  select raise(abort, 'a goal stays as it is while it is asked about');
end;
create trigger goal_objective_insert_after before insert on goal_objective
when exists (select 1 from goal where id = new.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_objective_delete_after before delete on goal_objective
when exists (select 1 from goal where id = old.goal_id and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger goal_objective_update_after before update on goal_objective
when exists (select 1 from goal where id in (old.goal_id, new.goal_id) and adopted_at is not null)
begin
  select raise(abort, 'an adopted goal never changes');
end;
create trigger agreement_version_begins before insert on agreement_version
when new.in_force_on is not null
  or exists (select 1 from agreement_version where id = new.id or (agreement_id = new.agreement_id and number = new.number))
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_version_by_all before update on agreement_version
when old.in_force_on is null and new.in_force_on is not null and not exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = new.id and state = 'carried' and ended_on = new.in_force_on
)
begin
  select raise(abort, 'a version of the agreement is decided by every party');
end;
create trigger agreement_version_kept before update on agreement_version
when old.in_force_on is not null or (
  (
    new.id <> old.id or new.agreement_id <> old.agreement_id or new.number <> old.number
    or new.title <> old.title or new.vision <> old.vision or new.about <> old.about
    or new.principles <> old.principles or new.conduct <> old.conduct or new.changed <> old.changed
  ) and exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = old.id and state in ('open', 'carried')
)
)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_version_stays before delete on agreement_version
when old.in_force_on is not null or exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = old.id and state in ('open', 'carried')
)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_version_goal_insert before insert on agreement_version_goal
when exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = new.version_id and state in ('open', 'carried')
)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_version_goal_delete before delete on agreement_version_goal
when exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = old.version_id and state in ('open', 'carried')
)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_version_goal_update before update on agreement_version_goal
when exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = old.version_id and state in ('open', 'carried')
)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_decision_kept before update on agreement_decision
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_decision_stays before delete on agreement_decision
when exists (select 1 from agreement_version where id = old.version_id and in_force_on is not null)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_original_kept before update on agreement_original
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_original_stays before delete on agreement_original
when exists (select 1 from agreement_version where id = old.version_id and in_force_on is not null)
begin
  select raise(abort, 'a version of the agreement stays as it was decided');
end;
create trigger agreement_words_kept before update on agreement
when exists (
  select 1 from agreement_version where agreement_id = old.id and in_force_on is not null
) and not exists (
  select 1 from agreement_version
  where agreement_id = old.id and in_force_on is not null and json(title) = json(new.title)
    and json(vision) = json(new.vision) and json(about) = json(new.about) and number = (
      select max(number) from agreement_version where agreement_id = old.id and in_force_on is not null
    )
)
begin
  select raise(abort, 'the words of the agreement change by a version that every party has said yes to');
end;
create trigger agreement_stays before delete on agreement
when exists (
  select 1 from agreement_version where agreement_id = old.id and in_force_on is not null
)
begin
  select raise(abort, 'the words of the agreement change by a version that every party has said yes to');
end;
-- end
-- postgres:
create function goal_is_asked_about(goal text) returns boolean language sql as $$
  select exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = goal and state in ('open', 'carried')
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement'
    and state in ('open', 'carried')
  where one.goal_id = goal and one.step = 'adopt'
)
$$;
create function keep_goal_by_all() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.adopted_at is not null then raise exception 'a goal is adopted by every party'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if goal_is_asked_about(old.id) then raise exception 'a goal stays as it is while it is asked about'; end if;
    return old;
  end if;
  if old.adopted_at is null and new.adopted_at is not null and not exists (
  select 1 from joint_decision where kind = 'adopt-goal' and about_id = new.id and state = 'carried'
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement' and state = 'carried'
  where one.goal_id = new.id and one.step = 'adopt'
)
  then raise exception 'a goal is adopted by every party'; end if;
  if old.closed_at is null and new.closed_at is not null and not exists (
  select 1 from joint_decision
  where kind = 'close-goal' and about_id = new.id and state = 'carried' and joint_decision.reason = new.close_reason
  union all
  select 1 from agreement_version_goal one
  join joint_decision on about_id = one.version_id and kind = 'adopt-agreement' and state = 'carried'
  where one.goal_id = new.id and one.step = 'close' and one.reason = new.close_reason
)
  then raise exception 'a goal is closed by every party, for the reason they read'; end if;
  if old.adopted_at is null and (new.id, new.agreement_id, new.number, new.title, new.about)
      is distinct from (old.id, old.agreement_id, old.number, old.title, old.about)
    and goal_is_asked_about(old.id)
  then raise exception 'a goal stays as it is while it is asked about'; end if;
  return new;
end $$;
create trigger keep_goal_by_all before insert or update or delete on goal
for each row execute function keep_goal_by_all();

create function keep_goal_links_asked() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and goal_is_asked_about(old.goal_id)
  then raise exception 'a goal stays as it is while it is asked about'; end if;
  if tg_op <> 'DELETE' and goal_is_asked_about(new.goal_id)
  then raise exception 'a goal stays as it is while it is asked about'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_goal_links_asked before insert or update or delete on goal_sdg
for each row execute function keep_goal_links_asked();
create trigger keep_goal_links_asked before insert or update or delete on goal_domain
for each row execute function keep_goal_links_asked();
create trigger keep_goal_links_asked before insert or update or delete on goal_objective
for each row execute function keep_goal_links_asked();
create trigger keep_goal_links before insert or update or delete on goal_objective
for each row execute function keep_goal_links();
create trigger keep_all_goal_links before truncate on goal_objective execute function keep_goal_links();

create function version_is_asked_about(version text) returns boolean language sql as $$
  select exists (
  select 1 from joint_decision
  where kind = 'adopt-agreement' and about_id = version and state in ('open', 'carried')
)
$$;
create function keep_agreement_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'a version of the agreement stays as it was decided'; end if;
  if tg_op = 'INSERT' then
    if new.in_force_on is not null then
      raise exception 'a version of the agreement stays as it was decided';
    end if;
    return new;
  end if;
  if old.in_force_on is not null then
    raise exception 'a version of the agreement stays as it was decided';
  end if;
  if tg_op = 'DELETE' then
    if version_is_asked_about(old.id) then
      raise exception 'a version of the agreement stays as it was decided';
    end if;
    return old;
  end if;
  if new.in_force_on is not null and not exists (
    select 1 from joint_decision
    where kind = 'adopt-agreement' and about_id = new.id and state = 'carried' and ended_on = new.in_force_on
  ) then raise exception 'a version of the agreement is decided by every party'; end if;
  if (new.id, new.agreement_id, new.number, new.title, new.vision, new.about, new.principles, new.conduct,
      new.changed) is distinct from (old.id, old.agreement_id, old.number, old.title, old.vision, old.about,
      old.principles, old.conduct, old.changed) and version_is_asked_about(old.id)
  then raise exception 'a version of the agreement stays as it was decided'; end if;
  return new;
end $$;
create trigger keep_agreement_version before insert or update or delete on agreement_version
for each row execute function keep_agreement_version();
create trigger keep_agreement_versions before truncate on agreement_version
execute function keep_agreement_version();

create function keep_agreement_version_goal() returns trigger language plpgsql as $$
begin
  if (tg_op <> 'INSERT' and version_is_asked_about(old.version_id))
    or (tg_op <> 'DELETE' and version_is_asked_about(new.version_id))
  then raise exception 'a version of the agreement stays as it was decided'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_agreement_version_goal before insert or update or delete on agreement_version_goal
for each row execute function keep_agreement_version_goal();

create function keep_agreement_papers() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then raise exception 'a version of the agreement stays as it was decided'; end if;
  if exists (select 1 from agreement_version where id = old.version_id and in_force_on is not null)
  then raise exception 'a version of the agreement stays as it was decided'; end if;
  return old;
end $$;
create trigger keep_agreement_papers before update or delete on agreement_decision
for each row execute function keep_agreement_papers();
create trigger keep_agreement_papers before update or delete on agreement_original
for each row execute function keep_agreement_papers();
create trigger keep_all_agreement_papers before truncate on agreement_decision
execute function keep_agreement_papers();
create trigger keep_all_agreement_papers before truncate on agreement_original
execute function keep_agreement_papers();

create function keep_agreement_words() returns trigger language plpgsql as $$
begin
  if exists (select 1 from agreement_version where agreement_id = old.id and in_force_on is not null)
    and (tg_op = 'DELETE' or not exists (
      select 1 from agreement_version
      where agreement_id = old.id and in_force_on is not null
        and title = new.title and vision = new.vision and about = new.about and number = (
          select max(number) from agreement_version where agreement_id = old.id and in_force_on is not null
        )
    ))
  then raise exception 'the words of the agreement change by a version that every party has said yes to'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_agreement_words before update or delete on agreement
for each row execute function keep_agreement_words();
-- end
