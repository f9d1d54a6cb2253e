-- Each party names itself who speaks for it: nobody is made coordinator of another party and then says yes for it.

-- The coordinator of that party who named them. Empty: the first of a party, or named before the platform kept it.
alter table coordinator add column named_by text references person (id);

-- sqlite:
create trigger coordinator_named_by_own before insert on coordinator
when exists (select 1 from coordinator where party_id = new.party_id) and not exists (
  select 1 from coordinator
  where party_id = new.party_id and person_id = new.named_by and since <= new.since and until is null
)
begin
  select raise(abort, 'each party names itself who speaks for it');
end;
create trigger coordinator_first before insert on coordinator
when new.named_by is not null and not exists (select 1 from coordinator where party_id = new.party_id)
begin
  select raise(abort, 'nobody of its own names the first who speaks for a party');
end;
create trigger coordinator_begins before insert on coordinator
when new.until is not null
begin
  select raise(abort, 'who is named begins to speak for a party');
end;
create trigger coordinator_not_replaced before insert on coordinator
when exists (select 1 from coordinator where id = new.id or (person_id = new.person_id and until is null))
begin
  select raise(abort, 'for whom somebody has spoken, and when, never changes');
end;
create trigger coordinator_naming_kept before update on coordinator
when new.named_by is not old.named_by
begin
  select raise(abort, 'for whom somebody has spoken, and when, never changes');
end;

-- A row is taken away as well by one that is put in its place by number, which asks no trigger of the row that goes.
create trigger coordinator_place_taken before insert on coordinator
when exists (select 1 from coordinator where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger coordinator_place_kept before update on coordinator
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger substitute_place_taken before insert on substitute
when exists (select 1 from substitute where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger substitute_place_kept before update on substitute
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger party_place_taken before insert on party
when exists (select 1 from party where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger party_place_kept before update on party
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger party_standing_place_taken before insert on party_standing
when exists (select 1 from party_standing where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger party_standing_place_kept before update on party_standing
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger joint_decision_place_taken before insert on joint_decision
when exists (select 1 from joint_decision where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger joint_decision_place_kept before update on joint_decision
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger joint_answer_place_taken before insert on joint_answer
when exists (select 1 from joint_answer where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger joint_answer_place_kept before update on joint_answer
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_place_taken before insert on agreement
when exists (select 1 from agreement where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_place_kept before update on agreement
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_version_place_taken before insert on agreement_version
when exists (select 1 from agreement_version where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_version_place_kept before update on agreement_version
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_version_goal_place_taken before insert on agreement_version_goal
when exists (select 1 from agreement_version_goal where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_version_goal_place_kept before update on agreement_version_goal
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_decision_place_taken before insert on agreement_decision
when exists (select 1 from agreement_decision where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_decision_place_kept before update on agreement_decision
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_original_place_taken before insert on agreement_original
when exists (select 1 from agreement_original where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger agreement_original_place_kept before update on agreement_original
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_place_taken before insert on goal
when exists (select 1 from goal where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_place_kept before update on goal
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_sdg_place_taken before insert on goal_sdg
when exists (select 1 from goal_sdg where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_sdg_place_kept before update on goal_sdg
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_domain_place_taken before insert on goal_domain
when exists (select 1 from goal_domain where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_domain_place_kept before update on goal_domain
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_objective_place_taken before insert on goal_objective
when exists (select 1 from goal_objective where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger goal_objective_place_kept before update on goal_objective
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger plan_place_taken before insert on plan
when exists (select 1 from plan where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger plan_place_kept before update on plan
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger plan_version_place_taken before insert on plan_version
when exists (select 1 from plan_version where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger plan_version_place_kept before update on plan_version
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_place_taken before insert on commitment
when exists (select 1 from commitment where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_place_kept before update on commitment
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_owner_place_taken before insert on commitment_owner
when exists (select 1 from commitment_owner where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_owner_place_kept before update on commitment_owner
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_version_place_taken before insert on commitment_version
when exists (select 1 from commitment_version where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger commitment_version_place_kept before update on commitment_version
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_place_taken before insert on revision
when exists (select 1 from revision where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_place_kept before update on revision
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_change_place_taken before insert on revision_change
when exists (select 1 from revision_change where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_change_place_kept before update on revision_change
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_answer_place_taken before insert on revision_answer
when exists (select 1 from revision_answer where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger revision_answer_place_kept before update on revision_answer
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger successor_place_taken before insert on successor
when exists (select 1 from successor where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger successor_place_kept before update on successor
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger carry_answer_place_taken before insert on carry_answer
when exists (select 1 from carry_answer where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger carry_answer_place_kept before update on carry_answer
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger carry_ending_place_taken before insert on carry_ending
when exists (select 1 from carry_ending where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger carry_ending_place_kept before update on carry_ending
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_seat_place_taken before insert on steering_seat
when exists (select 1 from steering_seat where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_seat_place_kept before update on steering_seat
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger seat_term_place_taken before insert on seat_term
when exists (select 1 from seat_term where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger seat_term_place_kept before update on seat_term
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_meeting_place_taken before insert on steering_meeting
when exists (select 1 from steering_meeting where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_meeting_place_kept before update on steering_meeting
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_item_place_taken before insert on steering_item
when exists (select 1 from steering_item where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_item_place_kept before update on steering_item
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_decision_place_taken before insert on steering_decision
when exists (select 1 from steering_decision where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_decision_place_kept before update on steering_decision
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_approval_place_taken before insert on steering_approval
when exists (select 1 from steering_approval where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger steering_approval_place_kept before update on steering_approval
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger focus_weighing_place_taken before insert on focus_weighing
when exists (select 1 from focus_weighing where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger focus_weighing_place_kept before update on focus_weighing
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_place_taken before insert on year_report
when exists (select 1 from year_report where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_place_kept before update on year_report
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_text_place_taken before insert on year_report_text
when exists (select 1 from year_report_text where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_text_place_kept before update on year_report_text
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_approval_place_taken before insert on year_report_approval
when exists (select 1 from year_report_approval where rowid = new.rowid)
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
create trigger year_report_approval_place_kept before update on year_report_approval
when new.rowid <> old.rowid
begin
  select raise(abort, 'what was agreed and who agreed keeps its place');
end;
-- end
-- postgres:
create function keep_naming_to_own() returns trigger language plpgsql as $$
begin
  if new.until is not null then raise exception 'who is named begins to speak for a party'; end if;
  -- The party's row is held: of two that name its first in the same moment the second sees the other, and nobody who
  -- is ended in that moment names somebody.
  perform 1 from party where id = new.party_id for update;
  if not exists (select 1 from coordinator where party_id = new.party_id) then
    if new.named_by is not null then
      raise exception 'nobody of its own names the first who speaks for a party';
    end if;
  elsif not exists (
    select 1 from coordinator
    where party_id = new.party_id and person_id = new.named_by and since <= new.since and until is null
  ) then
    raise exception 'each party names itself who speaks for it';
  end if;
  return new;
end $$;
create trigger keep_naming_to_own before insert on coordinator
for each row execute function keep_naming_to_own();

create or replace function keep_who_coordinates() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.party_id, new.since, new.named_by)
      is distinct from (old.id, old.person_id, old.party_id, old.since, old.named_by)
    or (old.until is not null and new.until is distinct from old.until) then
    raise exception 'for whom somebody has spoken, and when, never changes';
  end if;
  return new;
end $$;
-- end
