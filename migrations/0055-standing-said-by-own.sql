-- Nobody says for another party that it pauses or leaves, and whoever was asked about a change of the plan stays asked.

-- The day on which this version was put to the parties, where people live: those of that day have to say yes as well.
-- Empty: a draft, or ended before the platform kept it.
alter table revision add column asked_on text check (length(asked_on) = 10);
-- sqlite:
update revision set asked_on = substr(changed_at, 1, 10) where state = 'proposed';
drop view revision_lacks;
-- end
-- postgres:
update revision set asked_on = to_char(changed_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')
where state = 'proposed';
-- end

-- Whose yes is missing: parties that had joined on the day it was put to them or on the day it was decided on, and have
-- not said yes to what it is now.
-- sqlite:
create view revision_lacks as
select revision.id as revision_id, revision.state, revision.ended_on, joined.party_id
from revision join party_standing joined on joined.standing = 'joined'
where (
  (joined.from_day <= revision.ended_on and not exists (
    select 1 from party_standing later where later.party_id = joined.party_id
    and later.from_day <= revision.ended_on and later.from_day > joined.from_day
  )) or (joined.from_day <= revision.asked_on and not exists (
    select 1 from party_standing later where later.party_id = joined.party_id
    and later.from_day <= revision.asked_on and later.from_day > joined.from_day
  ))
) and not exists (
  select 1 from revision_answer yes where yes.revision_id = revision.id and yes.version = revision.version
  and yes.party_id = joined.party_id and yes.answer = 'yes'
);

create trigger revision_asked_first before insert on revision
when (new.state = 'draft' and new.asked_on is not null) or (new.state = 'proposed' and new.asked_on is null) or (
  new.asked_on not in (substr(new.changed_at, 1, 10), date(substr(new.changed_at, 1, 10), '+1 day'))
)
begin
  select raise(abort, 'the parties of a day are asked on that day');
end;
create trigger revision_asked before update on revision
when (new.state = 'proposed' and new.asked_on is null) or new.changed_at < old.changed_at or (
  (new.asked_on is not old.asked_on or new.changed_at <> old.changed_at) and (
    (old.state = 'proposed' and new.version = old.version)
    or (new.state <> 'proposed' and new.asked_on is not old.asked_on)
    or new.asked_on not in (substr(new.changed_at, 1, 10), date(substr(new.changed_at, 1, 10), '+1 day'))
  )
)
begin
  select raise(abort, 'the parties of a day are asked on that day');
end;

create trigger party_standing_by_own before insert on party_standing
when exists (select 1 from party_standing where party_id = new.party_id) and not exists (
  select 1 from coordinator where person_id = new.recorded_by and party_id = new.party_id
  and since <= new.recorded_at and (until is null or until > new.recorded_at)
)
begin
  select raise(abort, 'each party says itself how it stands');
end;
create trigger party_standing_begins before insert on party_standing
when not exists (select 1 from party_standing where party_id = new.party_id) and (
  new.standing <> 'joined' or (exists (select 1 from agreement) and not exists (
    select 1 from joint_decision where kind = 'take-in-party' and about_id = new.party_id and state = 'carried'
    and (made_by = new.recorded_by or exists (
      select 1 from joint_answer where decision_id = joint_decision.id and by_person = new.recorded_by
    ))
  ))
)
begin
  select raise(abort, 'who takes in a party has said yes to it');
end;
create trigger party_standing_after_asking before insert on party_standing
when exists (select 1 from revision where state = 'proposed' and asked_on >= new.from_day)
begin
  select raise(abort, 'whoever is asked about a change stands as it did that day');
end;

create trigger party_kept before update on party
when (new.id <> old.id or new.key <> old.key or new.name <> old.name)
  and exists (select 1 from party_standing where party_id = old.id)
begin
  select raise(abort, 'a party to the agreement keeps its name and stays');
end;
create trigger party_stays before delete on party
when exists (select 1 from party_standing where party_id = old.id)
begin
  select raise(abort, 'a party to the agreement keeps its name and stays');
end;
create trigger party_not_replaced before insert on party
when exists (
  select 1 from party join party_standing on party_id = party.id where party.id = new.id or key = new.key
)
begin
  select raise(abort, 'a party to the agreement keeps its name and stays');
end;
create trigger party_not_displaced before update on party
when exists (
  select 1 from party join party_standing on party_id = party.id
  where party.id <> old.id and (party.id = new.id or key = new.key)
)
begin
  select raise(abort, 'a party to the agreement keeps its name and stays');
end;

create trigger coordinator_keeps before update on coordinator
when new.id <> old.id or new.person_id <> old.person_id or new.party_id <> old.party_id or new.since <> old.since
  or (old.until is not null and new.until is not old.until)
begin
  select raise(abort, 'for whom somebody has spoken, and when, never changes');
end;
-- end
-- postgres:
create or replace view revision_lacks as
select revision.id as revision_id, revision.state, revision.ended_on, joined.party_id
from revision join party_standing joined on joined.standing = 'joined'
where (
  (joined.from_day <= revision.ended_on and not exists (
    select 1 from party_standing later where later.party_id = joined.party_id
    and later.from_day <= revision.ended_on and later.from_day > joined.from_day
  )) or (joined.from_day <= revision.asked_on and not exists (
    select 1 from party_standing later where later.party_id = joined.party_id
    and later.from_day <= revision.asked_on and later.from_day > joined.from_day
  ))
) and not exists (
  select 1 from revision_answer yes where yes.revision_id = revision.id and yes.version = revision.version
  and yes.party_id = joined.party_id and yes.answer = 'yes'
);

create function keep_revision_asked() returns trigger language plpgsql as $$
declare
  is_new boolean := true;
begin
  if tg_op = 'INSERT' then
    if (new.state = 'draft') = (new.asked_on is not null) then
      raise exception 'the parties of a day are asked on that day';
    end if;
  else
    is_new := (new.asked_on, new.changed_at) is distinct from (old.asked_on, old.changed_at);
    if (new.state = 'proposed' and new.asked_on is null) or new.changed_at < old.changed_at or (is_new and (
      (old.state = 'proposed' and new.version = old.version)
      or (new.state <> 'proposed' and new.asked_on is distinct from old.asked_on)
    )) then
      raise exception 'the parties of a day are asked on that day';
    end if;
  end if;
  if is_new and new.asked_on is not null then
    if new.asked_on <> to_char(new.changed_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') then
      raise exception 'the parties of a day are asked on that day';
    end if;
    -- Nobody joins, pauses or leaves in the same moment.
    lock table party_standing in share mode;
  end if;
  return new;
end $$;
create trigger keep_revision_asked before insert or update on revision
for each row execute function keep_revision_asked();

create function party_standing_said() returns trigger language plpgsql as $$
begin
  if exists (select 1 from party_standing where party_id = new.party_id) then
    if new.recorded_by is null or not speaks_for(new.recorded_by, new.party_id, new.recorded_at) then
      raise exception 'each party says itself how it stands';
    end if;
  elsif new.standing <> 'joined' or (exists (select 1 from agreement) and not exists (
    select 1 from joint_decision where kind = 'take-in-party' and about_id = new.party_id and state = 'carried'
    and (made_by = new.recorded_by or exists (
      select 1 from joint_answer where decision_id = joint_decision.id and by_person = new.recorded_by
    ))
  )) then
    raise exception 'who takes in a party has said yes to it';
  end if;
  if exists (select 1 from revision where state = 'proposed' and asked_on >= new.from_day) then
    raise exception 'whoever is asked about a change stands as it did that day';
  end if;
  return new;
end $$;
-- It comes after keep_party_standing, which holds the parties.
create trigger party_standing_said before insert on party_standing
for each row execute function party_standing_said();

create function keep_party() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'a party to the agreement keeps its name and stays'; end if;
  if (tg_op = 'DELETE' or (new.id, new.key, new.name) is distinct from (old.id, old.key, old.name))
    and exists (select 1 from party_standing where party_id = old.id) then
    raise exception 'a party to the agreement keeps its name and stays';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_party before update or delete on party for each row execute function keep_party();
create trigger keep_parties before truncate on party execute function keep_party();

create function keep_who_coordinates() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.party_id, new.since)
      is distinct from (old.id, old.person_id, old.party_id, old.since)
    or (old.until is not null and new.until is distinct from old.until) then
    raise exception 'for whom somebody has spoken, and when, never changes';
  end if;
  return new;
end $$;
create trigger keep_who_coordinates before update on coordinator
for each row execute function keep_who_coordinates();

-- What rows are kept from one by one is not taken away all at once either.
create function keep_from_emptying() returns trigger language plpgsql as $$
begin
  raise exception 'what was agreed and who agreed is never emptied';
end $$;
create trigger keep_coordinators before truncate on coordinator execute function keep_from_emptying();
create trigger keep_agreements before truncate on agreement execute function keep_from_emptying();
create trigger keep_agreement_version_goals before truncate on agreement_version_goal
execute function keep_from_emptying();
create trigger keep_successors before truncate on successor execute function keep_from_emptying();
create trigger keep_carry_answers before truncate on carry_answer execute function keep_from_emptying();
create trigger keep_carry_endings before truncate on carry_ending execute function keep_from_emptying();
create trigger keep_consultation_answers before truncate on consultation_answer
execute function keep_from_emptying();
create trigger keep_partner_gifts before truncate on partner_gift execute function keep_from_emptying();
create trigger keep_surveys before truncate on survey execute function keep_from_emptying();
create trigger keep_survey_statements before truncate on survey_statement execute function keep_from_emptying();
create trigger keep_steering_seats before truncate on steering_seat execute function keep_from_emptying();
create trigger keep_seat_terms before truncate on seat_term execute function keep_from_emptying();
create trigger keep_steering_meetings before truncate on steering_meeting execute function keep_from_emptying();
create trigger keep_steering_approvals before truncate on steering_approval execute function keep_from_emptying();
create trigger keep_steering_decisions before truncate on steering_decision execute function keep_from_emptying();
create trigger keep_focus_weighings before truncate on focus_weighing execute function keep_from_emptying();
create trigger keep_steering_items before truncate on steering_item execute function keep_from_emptying();
-- end
