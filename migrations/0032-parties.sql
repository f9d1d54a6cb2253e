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
  -- Empty: signed on paper before anybody coordinated here.
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
  or (new.made_by is null and exists (select 1 from coordinator where party_id = new.party_id))
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
    select 1 from coordinator where party_id = new.party_id
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
      or (new.made_by is null and exists (select 1 from coordinator where party_id = new.party_id))
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
      select 1 from coordinator where party_id = new.party_id
    ))
  then raise exception 'each party answers for itself'; end if;
  return new;
end $$;
create trigger keep_joint_answer before insert or update or delete on joint_answer
for each row execute function keep_joint_answer();
create trigger keep_joint_answers before truncate on joint_answer execute function keep_joint_answer();
-- end
