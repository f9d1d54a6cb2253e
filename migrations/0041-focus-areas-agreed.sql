-- The focus areas of a year are what a revision in force says, in its words and its order, and nothing else.
-- sqlite:
create trigger focus_area_agreed before insert on focus_area
when not exists (
  select 1 from agreed_change change where change.revision_id = new.revision_id
  and change.plan_id = new.plan_id and change.kind = 'focus-areas'
  and (change.after ->> '$.year') = new.year
  and json(new.title) is (change.after -> ('$.areas[' || (new.position - 1) || '].title'))
  and json(new.about) is (change.after -> ('$.areas[' || (new.position - 1) || '].about'))
  and new.proposal_id is (change.after ->> ('$.areas[' || (new.position - 1) || '].proposal_id'))
  and not exists (
    select 1 from agreed_change later join revision on revision.id = later.revision_id
    where later.plan_id = new.plan_id and later.kind = 'focus-areas'
    and (later.after ->> '$.year') = new.year
    and revision.ended_at > (select ended_at from revision where id = new.revision_id)
  )
) or exists (
  select 1 from focus_area
  where id = new.id or (plan_id = new.plan_id and year = new.year and position = new.position)
)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_area_kept before update on focus_area
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
create trigger focus_area_stays before delete on focus_area
when not exists (
  select 1 from agreed_change later join revision on revision.id = later.revision_id
  where later.plan_id = old.plan_id and later.kind = 'focus-areas'
  and (later.after ->> '$.year') = old.year and later.revision_id is not old.revision_id
  and revision.ended_at >= coalesce((select ended_at from revision where id = old.revision_id), '')
)
begin
  select raise(abort, 'a focus area is chosen by a revision of the plan');
end;
-- end
-- postgres:
create function agreed_focus_area() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'TRUNCATE') then
    raise exception 'a focus area is chosen by a revision of the plan';
  end if;
  if tg_op = 'DELETE' then
    if not exists (
      select 1 from agreed_change later join revision on revision.id = later.revision_id
      where later.plan_id = old.plan_id and later.kind = 'focus-areas'
      and (later.after ->> 'year')::integer = old.year
      and later.revision_id is distinct from old.revision_id
      and revision.ended_at >= coalesce(
        (select ended_at from revision where id = old.revision_id), '-infinity'
      )
    ) then
      raise exception 'a focus area is chosen by a revision of the plan';
    end if;
    return old;
  end if;
  if not exists (
    select 1 from agreed_change change where change.revision_id = new.revision_id
    and change.plan_id = new.plan_id and change.kind = 'focus-areas'
    and (change.after ->> 'year')::integer = new.year
    and change.after -> 'areas' -> (new.position - 1) -> 'title' = new.title
    and change.after -> 'areas' -> (new.position - 1) -> 'about' = new.about
    and change.after -> 'areas' -> (new.position - 1) ->> 'proposal_id'
      is not distinct from new.proposal_id
    and not exists (
      select 1 from agreed_change later join revision on revision.id = later.revision_id
      where later.plan_id = new.plan_id and later.kind = 'focus-areas'
      and (later.after ->> 'year')::integer = new.year
      and revision.ended_at > (select ended_at from revision where id = new.revision_id)
    )
  ) then
    raise exception 'a focus area is chosen by a revision of the plan';
  end if;
  return new;
end $$;
create trigger agreed_focus_area before insert or update or delete on focus_area
for each row execute function agreed_focus_area();
create trigger agreed_focus_areas before truncate on focus_area execute function agreed_focus_area();
-- end
