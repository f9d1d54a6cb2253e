-- What both parties approved is what everybody reads, and what the receivers are handed.

-- sqlite:
create trigger recommendation_begins before insert on recommendation
when exists (select 1 from note where event_id = new.event_id and state in ('approved', 'published'))
begin
  select raise(abort, 'an approved recommendation never changes');
end;
create trigger recommendation_approved before update on recommendation
when old.handed_over_on is null and exists (select 1 from note where event_id = old.event_id and state in ('approved', 'published')) and (
  (new.id, new.event_id, new.number, new.text) <> (old.id, old.event_id, old.number, old.text)
  or new.receiver_name is not old.receiver_name
  or (new.receiver_organisation_id is not old.receiver_organisation_id and not exists (
    select 1 from organisation_merge
    where from_id = old.receiver_organisation_id and into_id = new.receiver_organisation_id
  ))
)
begin
  select raise(abort, 'an approved recommendation never changes');
end;
create trigger recommendation_approved_stays before delete on recommendation
when old.handed_over_on is null and exists (select 1 from note where event_id = old.event_id and state in ('approved', 'published'))
begin
  select raise(abort, 'an approved recommendation never changes');
end;
create trigger recommendation_handed_over before update on recommendation
when new.handed_over_on is not null and old.handed_over_on is null
  and not exists (select 1 from note where event_id = new.event_id and state = 'published')
begin
  select raise(abort, 'a recommendation is handed over once everybody can read it');
end;
-- end
-- postgres:
create function keep_approved_recommendation() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if is_approved(new.event_id) then
      raise exception 'an approved recommendation never changes';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.handed_over_on is null and is_approved(old.event_id) then
      raise exception 'an approved recommendation never changes';
    end if;
    return old;
  end if;
  if old.handed_over_on is null and is_approved(old.event_id) and (
    (new.id, new.event_id, new.number, new.text, new.receiver_name)
      is distinct from (old.id, old.event_id, old.number, old.text, old.receiver_name)
    or (new.receiver_organisation_id is distinct from old.receiver_organisation_id
      and not is_merge(old.receiver_organisation_id, new.receiver_organisation_id))
  ) then
    raise exception 'an approved recommendation never changes';
  end if;
  if new.handed_over_on is not null and old.handed_over_on is null and not exists (
    select 1 from note where event_id = new.event_id and state = 'published'
  ) then
    raise exception 'a recommendation is handed over once everybody can read it';
  end if;
  return new;
end $$;
create trigger keep_approved_recommendation before insert or update or delete on recommendation
for each row execute function keep_approved_recommendation();
-- end
