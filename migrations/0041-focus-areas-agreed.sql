-- What an earlier revision chose for a year does not come back once a later one has chosen.
-- sqlite:
create trigger focus_area_of_the_latest before insert on focus_area
when exists (
  select 1 from agreed_change change join revision later on later.id = change.revision_id
  where change.plan_id = new.plan_id and change.kind = 'focus-areas' and (change.after ->> '$.year') = new.year
  and later.ended_at > (select ended_at from revision where id = new.revision_id)
) or exists (
  -- `or replace` takes a row away without telling the triggers for deletion.
  select 1 from focus_area where plan_id = new.plan_id and year = new.year and position = new.position
)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
-- end
-- postgres:
create function focus_area_of_the_latest() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from agreed_change change join revision later on later.id = change.revision_id
    where change.plan_id = new.plan_id and change.kind = 'focus-areas'
    and (change.after ->> 'year')::integer = new.year
    and later.ended_at > (select ended_at from revision where id = new.revision_id)
  ) then
    raise exception 'a focus area is chosen by a revision of the plan';
  end if;
  return new;
end $$;
create trigger focus_area_of_the_latest before insert on focus_area
for each row execute function focus_area_of_the_latest();
-- end
