-- What the office did to find somebody for a need that the rule found nobody for, and the meeting that an introduction
-- led to.

create table need_offer_search (
  need_id text not null references need_offer (id),
  number integer not null check (number > 0),
  -- Whom the office asked, in its own words; wiped some months after the need has ended.
  words text check (length(words) between 1 and 1000),
  at timestamptz not null,
  by_person text not null references person (id),
  primary key (need_id, number)
);

alter table need_match_step add column event_id text references event (id)
  check (event_id is null or kind = 'led-to');
create index need_match_step_event on need_match_step (event_id) where event_id is not null;
create index need_match_step_partnership on need_match_step (partnership_id) where partnership_id is not null;

-- sqlite:
create trigger need_offer_search_for_needs before insert on need_offer_search
when new.words is null
  or new.number <> (select count(*) + 1 from need_offer_search where need_id = new.need_id)
  or not exists (select 1 from need_offer where id = new.need_id and side = 'need' and ended_at is null)
begin
  select raise(abort, 'somebody is looked for where something is needed, step by step');
end;
create trigger need_offer_search_keeps before update on need_offer_search
when new.words is not null or new.need_id <> old.need_id or new.number <> old.number or new.at <> old.at
  or new.by_person <> old.by_person
begin
  select raise(abort, 'what was done stays done');
end;
-- end
-- postgres:
create function keep_need_offer_search() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.words is null
      or new.number <> (select count(*) + 1 from need_offer_search where need_id = new.need_id)
      or not exists (select 1 from need_offer where id = new.need_id and side = 'need' and ended_at is null) then
      raise exception 'somebody is looked for where something is needed, step by step';
    end if;
    return new;
  end if;
  if new.words is not null or new.need_id <> old.need_id or new.number <> old.number or new.at <> old.at
    or new.by_person <> old.by_person then
    raise exception 'what was done stays done';
  end if;
  return new;
end $$;
create trigger keep_need_offer_search before insert or update on need_offer_search
for each row execute function keep_need_offer_search();
-- end
