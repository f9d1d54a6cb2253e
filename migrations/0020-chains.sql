-- What follows from what: a survey, the forum that it led to, the workshop after it.

-- A step of a chain: an event, which then has the same id, or something else with a date, such as a survey.
create table chain_step (
  id text primary key,
  event_id text unique references event (id),
  kind text not null check (kind in ('event', 'survey')),
  title jsonb not null default '{}',
  url text check (url like 'http%' and length(url) <= 500),
  -- A date, 'YYYY-MM-DD'; an event has its own times.
  on_date text check (length(on_date) = 10),
  added_by text not null references person (id),
  added_at timestamptz not null,
  constraint event_or_not check ((kind = 'event') = (event_id is not null)),
  constraint event_by_its_own_id check (event_id is null or event_id = id),
  constraint other_steps_say_what_they_are check (
    kind = 'event' or (cast(title as text) <> '{}' and on_date is not null)
  )
);

create table event_link (
  from_step text not null references chain_step (id),
  to_step text not null references chain_step (id),
  linked_by text not null references person (id),
  linked_at timestamptz not null,
  primary key (from_step, to_step),
  constraint nothing_follows_from_itself check (from_step <> to_step)
);
create index event_link_to on event_link (to_step);

-- Nothing follows from what follows from it.
-- sqlite:
create trigger chain_has_no_circle before insert on event_link
begin
  select raise(abort, 'a chain has no circle') where exists (
    with recursive onward (id) as (
      select new.to_step union select event_link.to_step from event_link join onward on event_link.from_step = onward.id
    )
    select 1 from onward where id = new.from_step
  );
end;
create trigger chain_link_stays before update on event_link
begin
  select raise(abort, 'a link is taken away, never moved');
end;
-- end
-- postgres:
create function keep_chain_from_circle() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then raise exception 'a link is taken away, never moved'; end if;
  -- Two halves of a circle may be put in at once: one waits for the other, and then sees it.
  perform pg_advisory_xact_lock(2014061320);
  if exists (
    with recursive onward (id) as (
      select new.to_step union select event_link.to_step from event_link join onward on event_link.from_step = onward.id
    )
    select 1 from onward where id = new.from_step
  ) then
    raise exception 'a chain has no circle';
  end if;
  return new;
end $$;
create trigger keep_chain_from_circle before insert or update on event_link
for each row execute function keep_chain_from_circle();
-- end
