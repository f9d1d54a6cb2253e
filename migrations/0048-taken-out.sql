-- What was taken out of a plan is told of no more, and what it came from can be promised again.

drop index commitment_recommendation;
create index commitment_recommendation on commitment (recommendation_id, plan_id)
  where recommendation_id is not null;

-- sqlite:
drop trigger commitment_not_replaced;
create trigger commitment_not_replaced before insert on commitment
when exists (select 1 from commitment where id = new.id or number = new.number)
begin
  select raise(abort, 'a commitment is there already');
end;
create trigger commitment_once_in_a_plan before insert on commitment
when exists (
  select 1 from commitment as other where other.plan_id = new.plan_id
    and other.recommendation_id = new.recommendation_id
    and not exists (
      select 1 from commitment_version where commitment_id = other.id and is_removed = 1
    )
)
begin
  select raise(abort, 'a recommendation is one commitment in a plan');
end;
create trigger commitment_update_while_in_plan before insert on commitment_update
when exists (
  select 1 from commitment_version where commitment_id = new.commitment_id and is_removed = 1
)
begin
  select raise(abort, 'what was taken out of the plan is told of no more');
end;
-- end
-- postgres:
create function commitment_once_in_a_plan() returns trigger language plpgsql as $$
begin
  if new.recommendation_id is null then return new; end if;
  -- Whoever comes in the same instant waits here, and then sees this one.
  perform 1 from recommendation where id = new.recommendation_id for update;
  if exists (
    select 1 from commitment as other where other.plan_id = new.plan_id
      and other.recommendation_id = new.recommendation_id
      and not exists (
        select 1 from commitment_version where commitment_id = other.id and is_removed = 1
      )
  ) then
    raise exception 'a recommendation is one commitment in a plan';
  end if;
  return new;
end $$;
create trigger commitment_once_in_a_plan before insert on commitment
for each row execute function commitment_once_in_a_plan();
create function commitment_update_while_in_plan() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from commitment_version where commitment_id = new.commitment_id and is_removed = 1
  ) then
    raise exception 'what was taken out of the plan is told of no more';
  end if;
  return new;
end $$;
create trigger commitment_update_while_in_plan before insert on commitment_update
for each row execute function commitment_update_while_in_plan();
-- end
