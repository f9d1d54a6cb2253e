-- Whoever names an organisation in the instant in which it becomes another names that other: no row hangs on a double
-- because somebody read its name just before. What stays as it was said (partnership_step, list_import_line) and what
-- a plan says (commitment_owner) is read through the merge instead.

-- sqlite:
create trigger partnership_organisation_of_double after insert on partnership_organisation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  delete from partnership_organisation where rowid = new.rowid and exists (
    select 1 from organisation_merge join partnership_organisation other
    on other.partnership_id = new.partnership_id and other.organisation_id = into_id
    where from_id = new.organisation_id
  );
  update partnership_organisation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger partnership_organisation_of_double_again after update of organisation_id on partnership_organisation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  delete from partnership_organisation where rowid = new.rowid and exists (
    select 1 from organisation_merge join partnership_organisation other
    on other.partnership_id = new.partnership_id and other.organisation_id = into_id
    where from_id = new.organisation_id
  );
  update partnership_organisation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger partnership_link_of_double after insert on partnership_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update partnership_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger partnership_link_of_double_again after update of organisation_id on partnership_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update partnership_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger pledge_of_double after insert on pledge
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update pledge
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger pledge_of_double_again after update of organisation_id on pledge
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update pledge
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger need_offer_of_double after insert on need_offer
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update need_offer
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger need_offer_of_double_again after update of organisation_id on need_offer
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update need_offer
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger need_offer_link_of_double after insert on need_offer_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update need_offer_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger need_offer_link_of_double_again after update of organisation_id on need_offer_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update need_offer_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger recommendation_of_double after insert on recommendation
when exists (select 1 from organisation_merge where from_id = new.receiver_organisation_id)
begin
  update recommendation
  set receiver_organisation_id = (select into_id from organisation_merge where from_id = new.receiver_organisation_id)
  where rowid = new.rowid;
end;
create trigger recommendation_of_double_again after update of receiver_organisation_id on recommendation
when exists (select 1 from organisation_merge where from_id = new.receiver_organisation_id)
begin
  update recommendation
  set receiver_organisation_id = (select into_id from organisation_merge where from_id = new.receiver_organisation_id)
  where rowid = new.rowid;
end;
create trigger sign_up_of_double after insert on sign_up
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update sign_up
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger sign_up_of_double_again after update of organisation_id on sign_up
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update sign_up
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger invitation_of_double after insert on invitation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update invitation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger invitation_of_double_again after update of organisation_id on invitation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update invitation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger lunch_need_of_double after insert on lunch_need
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update lunch_need
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger lunch_need_of_double_again after update of organisation_id on lunch_need
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update lunch_need
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger lunch_offer_of_double after insert on lunch_offer
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update lunch_offer
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger lunch_offer_of_double_again after update of organisation_id on lunch_offer
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update lunch_offer
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger lunch_of_double after insert on lunch
when exists (select 1 from organisation_merge where from_id = new.partner_id)
begin
  update lunch
  set partner_id = (select into_id from organisation_merge where from_id = new.partner_id)
  where rowid = new.rowid;
end;
create trigger lunch_of_double_again after update of partner_id on lunch
when exists (select 1 from organisation_merge where from_id = new.partner_id)
begin
  update lunch
  set partner_id = (select into_id from organisation_merge where from_id = new.partner_id)
  where rowid = new.rowid;
end;
create trigger course_application_of_double after insert on course_application
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update course_application
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger course_application_of_double_again after update of organisation_id on course_application
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update course_application
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger event_arranger_of_double after insert on event_arranger
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  delete from event_arranger where rowid = new.rowid and exists (
    select 1 from organisation_merge join event_arranger other
    on other.event_id = new.event_id and other.organisation_id = into_id
    where from_id = new.organisation_id
  );
  update event_arranger
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger event_arranger_of_double_again after update of organisation_id on event_arranger
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  delete from event_arranger where rowid = new.rowid and exists (
    select 1 from organisation_merge join event_arranger other
    on other.event_id = new.event_id and other.organisation_id = into_id
    where from_id = new.organisation_id
  );
  update event_arranger
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger signatory_of_double after insert on signatory
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update signatory
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger signatory_of_double_again after update of organisation_id on signatory
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update signatory
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger carry_link_of_double after insert on carry_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update carry_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger carry_link_of_double_again after update of organisation_id on carry_link
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update carry_link
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger partner_gift_of_double after insert on partner_gift
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update partner_gift
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger partner_gift_of_double_again after update of organisation_id on partner_gift
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update partner_gift
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger survey_asked_of_double after insert on survey_asked
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update survey_asked
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger survey_asked_of_double_again after update of organisation_id on survey_asked
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update survey_asked
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_member_member_of_double after insert on organisation_member
when exists (select 1 from organisation_merge where from_id = new.member_id)
begin
  delete from organisation_member where rowid = new.rowid and exists (
    select 1 from organisation_merge where from_id = new.member_id and (into_id = new.umbrella_id or exists (
      select 1 from organisation_member other where other.umbrella_id = new.umbrella_id and other.member_id = into_id
    ))
  );
  update organisation_member
  set member_id = (select into_id from organisation_merge where from_id = new.member_id)
  where rowid = new.rowid;
end;
create trigger organisation_member_member_of_double_again after update of member_id on organisation_member
when exists (select 1 from organisation_merge where from_id = new.member_id)
begin
  delete from organisation_member where rowid = new.rowid and exists (
    select 1 from organisation_merge where from_id = new.member_id and (into_id = new.umbrella_id or exists (
      select 1 from organisation_member other where other.umbrella_id = new.umbrella_id and other.member_id = into_id
    ))
  );
  update organisation_member
  set member_id = (select into_id from organisation_merge where from_id = new.member_id)
  where rowid = new.rowid;
end;
create trigger organisation_member_umbrella_of_double after insert on organisation_member
when exists (select 1 from organisation_merge where from_id = new.umbrella_id)
begin
  delete from organisation_member where rowid = new.rowid and exists (
    select 1 from organisation_merge where from_id = new.umbrella_id and (into_id = new.member_id or exists (
      select 1 from organisation_member other where other.member_id = new.member_id and other.umbrella_id = into_id
    ))
  );
  update organisation_member
  set umbrella_id = (select into_id from organisation_merge where from_id = new.umbrella_id)
  where rowid = new.rowid;
end;
create trigger organisation_member_umbrella_of_double_again after update of umbrella_id on organisation_member
when exists (select 1 from organisation_merge where from_id = new.umbrella_id)
begin
  delete from organisation_member where rowid = new.rowid and exists (
    select 1 from organisation_merge where from_id = new.umbrella_id and (into_id = new.member_id or exists (
      select 1 from organisation_member other where other.member_id = new.member_id and other.umbrella_id = into_id
    ))
  );
  update organisation_member
  set umbrella_id = (select into_id from organisation_merge where from_id = new.umbrella_id)
  where rowid = new.rowid;
end;
create trigger organisation_post_of_double after insert on organisation_post
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_post
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_post_of_double_again after update of organisation_id on organisation_post
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_post
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_invitation_of_double after insert on organisation_invitation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_invitation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_invitation_of_double_again after update of organisation_id on organisation_invitation
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_invitation
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_claim_of_double after insert on organisation_claim
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_claim
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_claim_of_double_again after update of organisation_id on organisation_claim
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_claim
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_application_of_double after insert on organisation_application
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_application
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
create trigger organisation_application_of_double_again after update of organisation_id on organisation_application
when exists (select 1 from organisation_merge where from_id = new.organisation_id)
begin
  update organisation_application
  set organisation_id = (select into_id from organisation_merge where from_id = new.organisation_id)
  where rowid = new.rowid;
end;
-- end
-- postgres:
-- Given the column; where two rows may not say the same, also the other half of the pair. Its triggers come first in
-- the alphabet, so that every other reads what it became.
create function name_what_it_became() returns trigger language plpgsql as $$
declare
  named text := to_jsonb(new) ->> tg_argv[0];
  became text;
  is_there boolean;
begin
  if named is null then return new; end if;
  loop
    -- Waits for a merge that is going on, and reads what came of it.
    select merged_into into became from organisation where id = named for key share;
    exit when became is null;
    named := became;
  end loop;
  if named = to_jsonb(new) ->> tg_argv[0] then return new; end if;
  new := jsonb_populate_record(new, jsonb_build_object(tg_argv[0], named));
  if tg_nargs = 1 then return new; end if;
  if tg_table_name = 'organisation_member' and named = to_jsonb(new) ->> tg_argv[1] then return null; end if;
  execute format(
    'select exists (select 1 from %I where %I = $1 and %I = $2)', tg_table_name, tg_argv[0], tg_argv[1]
  ) into is_there using named, to_jsonb(new) ->> tg_argv[1];
  if is_there then return null; end if;
  return new;
end $$;
create trigger a_partnership_organisation_of_double before insert or update of organisation_id on partnership_organisation
for each row execute function name_what_it_became('organisation_id', 'partnership_id');
create trigger a_partnership_link_of_double before insert or update of organisation_id on partnership_link
for each row execute function name_what_it_became('organisation_id');
create trigger a_pledge_of_double before insert or update of organisation_id on pledge
for each row execute function name_what_it_became('organisation_id');
create trigger a_need_offer_of_double before insert or update of organisation_id on need_offer
for each row execute function name_what_it_became('organisation_id');
create trigger a_need_offer_link_of_double before insert or update of organisation_id on need_offer_link
for each row execute function name_what_it_became('organisation_id');
create trigger a_recommendation_of_double before insert or update of receiver_organisation_id on recommendation
for each row execute function name_what_it_became('receiver_organisation_id');
create trigger a_sign_up_of_double before insert or update of organisation_id on sign_up
for each row execute function name_what_it_became('organisation_id');
create trigger a_invitation_of_double before insert or update of organisation_id on invitation
for each row execute function name_what_it_became('organisation_id');
create trigger a_lunch_need_of_double before insert or update of organisation_id on lunch_need
for each row execute function name_what_it_became('organisation_id');
create trigger a_lunch_offer_of_double before insert or update of organisation_id on lunch_offer
for each row execute function name_what_it_became('organisation_id');
create trigger a_lunch_of_double before insert or update of partner_id on lunch
for each row execute function name_what_it_became('partner_id');
create trigger a_course_application_of_double before insert or update of organisation_id on course_application
for each row execute function name_what_it_became('organisation_id');
create trigger a_event_arranger_of_double before insert or update of organisation_id on event_arranger
for each row execute function name_what_it_became('organisation_id', 'event_id');
create trigger a_signatory_of_double before insert or update of organisation_id on signatory
for each row execute function name_what_it_became('organisation_id');
create trigger a_carry_link_of_double before insert or update of organisation_id on carry_link
for each row execute function name_what_it_became('organisation_id');
create trigger a_partner_gift_of_double before insert or update of organisation_id on partner_gift
for each row execute function name_what_it_became('organisation_id');
create trigger a_survey_asked_of_double before insert or update of organisation_id on survey_asked
for each row execute function name_what_it_became('organisation_id');
create trigger a_organisation_member_member_of_double before insert or update of member_id on organisation_member
for each row execute function name_what_it_became('member_id', 'umbrella_id');
create trigger a_organisation_member_umbrella_of_double before insert or update of umbrella_id on organisation_member
for each row execute function name_what_it_became('umbrella_id', 'member_id');
create trigger a_organisation_post_of_double before insert or update of organisation_id on organisation_post
for each row execute function name_what_it_became('organisation_id');
create trigger a_organisation_invitation_of_double before insert or update of organisation_id on organisation_invitation
for each row execute function name_what_it_became('organisation_id');
create trigger a_organisation_claim_of_double before insert or update of organisation_id on organisation_claim
for each row execute function name_what_it_became('organisation_id');
create trigger a_organisation_application_of_double before insert or update of organisation_id on organisation_application
for each row execute function name_what_it_became('organisation_id');
-- end
