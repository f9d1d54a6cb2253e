-- The Malmö Hour: the parties take turns presenting something they do.

-- Who takes turns. Whoever joins later begins where the others are, and not with all the turns of years before.
create table hour_side (
  party_id text primary key references party (id),
  head_start integer not null check (head_start >= 0),
  since timestamptz not null
);

-- A part of an hour in which one side presents. Whose it is, the latest of its turns below says.
create table hour_slot (
  id text primary key,
  event_id text not null references event (id),
  position integer not null check (position > 0),
  minutes integer not null check (minutes between 5 and 240),
  created_at timestamptz not null,
  -- Taken away again: whoever had it has not used the turn up.
  removed_at timestamptz
);
create unique index hour_slot_place on hour_slot (event_id, position) where removed_at is null;

-- A side asks another to change slots. Nothing moves before both have said yes.
create table hour_swap (
  id text primary key,
  slot_id text not null references hour_slot (id),
  party_id text not null references party (id),
  other_slot_id text not null references hour_slot (id),
  other_party_id text not null references party (id),
  reason text not null check (length(reason) between 1 and 500),
  asked_by text not null references person (id),
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no', 'withdrawn')),
  because text check (length(because) between 1 and 500),
  answered_by text references person (id),
  answered_at timestamptz,
  constraint two_slots_of_two_sides check (slot_id <> other_slot_id and party_id <> other_party_id),
  constraint answered_whole check (
    (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)
  )
);
create unique index hour_swap_waiting on hour_swap (slot_id) where answer is null;
create unique index hour_swap_other_waiting on hour_swap (other_slot_id) where answer is null;
create index hour_swap_slots on hour_swap (other_slot_id, slot_id);

-- The history of the turns; nothing in it ever changes. dealt: a slot went to the side whose turn it was. passed: the
-- side that had a slot let its turn pass. swapped: two sides changed slots, one row for each.
create table hour_turn (
  number integer primary key check (number > 0),
  kind text not null check (kind in ('dealt', 'passed', 'swapped')),
  slot_id text not null references hour_slot (id),
  party_id text not null references party (id),
  -- Why it was their turn, and which other side that had to do with.
  because text check (because in ('begins', 'last-turn', 'let-pass', 'given-back', 'behind')),
  other_party_id text references party (id),
  -- Why they let it pass, in their words.
  reason text check (length(reason) between 1 and 500),
  swap_id text references hour_swap (id),
  by_person text not null references person (id),
  at timestamptz not null,
  constraint dealt_for_a_reason check ((kind = 'dealt') = (because is not null)),
  constraint passed_for_a_reason check ((kind = 'passed') = (reason is not null)),
  constraint swapped_by_a_swap check ((kind = 'swapped') = (swap_id is not null))
);
create index hour_turn_slot on hour_turn (slot_id, number);
create unique index hour_turn_swap on hour_turn (swap_id, slot_id) where swap_id is not null;

-- What somebody would like to present, for a side.
create table hour_proposal (
  id text primary key,
  party_id text not null references party (id),
  kind text not null check (kind in ('project', 'activity', 'process')),
  language text not null check (language in ('sv', 'en', 'es')),
  title text not null check (length(title) between 1 and 120),
  learn text not null check (length(learn) <= 1000),
  url text check (length(url) <= 500),
  presenter text not null check (length(presenter) <= 200),
  -- Where the answer goes; null once it is forgotten.
  email text check (email = lower(email)),
  state text not null check (state in ('unconfirmed', 'waiting', 'accepted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by text references person (id),
  because text check (length(because) between 1 and 1000),
  -- When it will be presented, or was.
  slot_id text references hour_slot (id),
  scheduled_at timestamptz,
  withdrawn_at timestamptz,
  forgotten_at timestamptz,
  constraint state_as_dated check (
    (state <> 'unconfirmed' or confirmed_at is null)
    and (state not in ('waiting', 'accepted', 'declined') or confirmed_at is not null)
    and (state not in ('accepted', 'declined') or (decided_at is not null and decided_by is not null))
    and (state = 'withdrawn') = (withdrawn_at is not null)
  ),
  constraint declined_with_a_reason check (state <> 'declined' or because is not null),
  constraint accepted_before_scheduled check (slot_id is null or state = 'accepted'),
  constraint scheduled_whole check ((slot_id is null) = (scheduled_at is null)),
  constraint address_until_forgotten check ((email is null) = (forgotten_at is not null))
);
create unique index hour_one_presentation on hour_proposal (slot_id) where slot_id is not null;
create index hour_proposal_party on hour_proposal (party_id, state, confirmed_at);

-- The proposer's own page. Only what the secret hashes to is kept.
create table hour_proposal_link (
  token_hash text primary key,
  proposal_id text not null references hour_proposal (id) on delete cascade,
  created_at timestamptz not null
);
create index hour_proposal_link_proposal on hour_proposal_link (proposal_id);

-- Turns that count: every slot for whoever has it now, and every turn that somebody let pass. What was to happen at an
-- hour that was called off, or in a slot that was taken away, is not used up.
drop view if exists hour_level;
drop view if exists hour_counted;
create view hour_counted as
select hour_turn.number, hour_turn.kind, hour_turn.slot_id, hour_turn.party_id
from hour_turn
join hour_slot on hour_slot.id = hour_turn.slot_id and hour_slot.removed_at is null
join event on event.id = hour_slot.event_id and event.cancelled_at is null
join series on series.id = event.series_id and series.key = 'malmo-hour'
where hour_turn.kind = 'passed' or not exists (
  select 1 from hour_turn later where later.slot_id = hour_turn.slot_id and later.number > hour_turn.number
);

-- How many turns each side has used up, and which was its latest.
create view hour_level as
select
  hour_side.party_id,
  party.position,
  hour_side.head_start + count(hour_counted.number) as level,
  coalesce(max(hour_counted.number), 0) as latest
from hour_side
join party on party.id = hour_side.party_id
left join hour_counted on hour_counted.party_id = hour_side.party_id
group by hour_side.party_id, party.position, hour_side.head_start;

-- sqlite:
create trigger hour_turn_in_order before insert on hour_turn
when new.number <> (select coalesce(max(number), 0) + 1 from hour_turn)
begin
  select raise(abort, 'turns are counted one after another');
end;
create trigger hour_turn_dealt before insert on hour_turn when new.kind = 'dealt' and (
  exists (select 1 from hour_counted where slot_id = new.slot_id and kind <> 'passed')
  or exists (select 1 from hour_turn where slot_id = new.slot_id and kind = 'passed' and party_id = new.party_id)
  or not exists (select 1 from hour_slot where id = new.slot_id and removed_at is null)
  or not exists (select 1 from hour_level where party_id = new.party_id)
  or exists (
    select 1 from hour_level one, hour_level other
    where one.party_id = new.party_id and other.party_id <> new.party_id
      and (other.level, other.latest, other.position, other.party_id)
        < (one.level, one.latest, one.position, one.party_id)
      and not exists (
        select 1 from hour_turn
        where slot_id = new.slot_id and kind = 'passed' and party_id = other.party_id
      )
  )
)
begin
  select raise(abort, 'a slot goes to the side whose turn it is');
end;
create trigger hour_turn_passed before insert on hour_turn when new.kind = 'passed' and not exists (
  select 1 from hour_counted
  where slot_id = new.slot_id and party_id = new.party_id and kind <> 'passed'
)
begin
  select raise(abort, 'only whoever has a turn can let it pass');
end;
create trigger hour_turn_swapped before insert on hour_turn when new.kind = 'swapped' and not exists (
  select 1 from hour_swap where id = new.swap_id and answer = 'yes' and (
    (slot_id = new.slot_id and other_party_id = new.party_id)
    or (other_slot_id = new.slot_id and party_id = new.party_id)
  )
)
begin
  select raise(abort, 'slots change sides when both have said yes');
end;
create trigger hour_turn_empty before insert on hour_turn
when exists (select 1 from hour_proposal where slot_id = new.slot_id)
begin
  select raise(abort, 'a slot with a presentation in it keeps its side');
end;
create trigger hour_turn_stands before update on hour_turn
begin
  select raise(abort, 'the history of the turns never changes');
end;
create trigger hour_turn_stays before delete on hour_turn
begin
  select raise(abort, 'the history of the turns never changes');
end;
create trigger hour_side_joins before insert on hour_side
when new.head_start > (select coalesce(min(level), 0) from hour_level)
begin
  select raise(abort, 'whoever joins is not ahead of anybody');
end;
create trigger hour_side_stands before update on hour_side
begin
  select raise(abort, 'a side stays as it joined');
end;
create trigger hour_slot_kept before update on hour_slot
when new.event_id <> old.event_id or old.removed_at is not null or (
  new.removed_at is not null and (
    exists (select 1 from hour_proposal where slot_id = new.id)
    or exists (select 1 from hour_swap where answer is null and (slot_id = new.id or other_slot_id = new.id))
  )
)
begin
  select raise(abort, 'a slot that somebody waits for stays');
end;
create trigger hour_slot_stays before delete on hour_slot
begin
  select raise(abort, 'a slot is taken away, never forgotten');
end;
create trigger hour_proposal_comes before insert on hour_proposal when new.slot_id is not null and not exists (
  select 1 from hour_counted
  where slot_id = new.slot_id and party_id = new.party_id and kind <> 'passed'
)
begin
  select raise(abort, 'a slot goes to the side whose turn it is');
end;
create trigger hour_proposal_scheduled before update on hour_proposal
when new.slot_id is not null and new.slot_id is not old.slot_id and not exists (
  select 1 from hour_counted
  where slot_id = new.slot_id and party_id = new.party_id and kind <> 'passed'
)
begin
  select raise(abort, 'a slot goes to the side whose turn it is');
end;
create trigger hour_proposal_step before update on hour_proposal
when new.party_id <> old.party_id or (new.state <> old.state and not (
  (old.state = 'unconfirmed' and new.state in ('waiting', 'withdrawn'))
  or (old.state = 'waiting' and new.state in ('accepted', 'declined', 'withdrawn'))
  or (old.state = 'accepted' and new.state = 'withdrawn')
))
begin
  select raise(abort, 'a proposal is confirmed, then answered once');
end;
create trigger hour_proposal_stays before delete on hour_proposal when old.state <> 'unconfirmed'
begin
  select raise(abort, 'a proposal that was made stays');
end;
create trigger hour_swap_asked before insert on hour_swap when new.answer is null and (
  not exists (
    select 1 from hour_counted where slot_id = new.slot_id and party_id = new.party_id and kind <> 'passed'
  )
  or not exists (
    select 1 from hour_counted
    where slot_id = new.other_slot_id and party_id = new.other_party_id and kind <> 'passed'
  )
  or exists (
    select 1 from hour_swap where answer is null
      and (slot_id in (new.slot_id, new.other_slot_id) or other_slot_id in (new.slot_id, new.other_slot_id))
  )
)
begin
  select raise(abort, 'two sides can swap the slots that they have, one swap at a time');
end;
create trigger hour_swap_answered before update on hour_swap
when old.answer is not null or new.slot_id <> old.slot_id or new.other_slot_id <> old.other_slot_id
  or new.party_id <> old.party_id or new.other_party_id <> old.other_party_id or new.reason <> old.reason
  or (new.answer is not null and not exists (
    select 1 from coordinator where person_id = new.answered_by and until is null
      and party_id = case new.answer when 'withdrawn' then new.party_id else new.other_party_id end
  ))
  or (new.answer = 'yes' and (
    not exists (
      select 1 from hour_counted where slot_id = new.slot_id and party_id = new.party_id and kind <> 'passed'
    )
    or not exists (
      select 1 from hour_counted
      where slot_id = new.other_slot_id and party_id = new.other_party_id and kind <> 'passed'
    )
  ))
begin
  select raise(abort, 'a swap is answered once, by the other side, or taken back by the one that asked');
end;
create trigger hour_swap_stays before delete on hour_swap
begin
  select raise(abort, 'a swap that was asked for stays');
end;
-- end
-- postgres:
create function hour_has_slot(slot text, party text) returns boolean language sql as $$
  select exists (
    select 1 from hour_counted where slot_id = slot and party_id = party and kind <> 'passed'
  )
$$;

create function keep_hour_turn() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'the history of the turns never changes';
  end if;
  if new.number <> (select coalesce(max(number), 0) + 1 from hour_turn) then
    raise exception 'turns are counted one after another';
  end if;
  if new.kind = 'dealt' and (
    exists (select 1 from hour_counted where slot_id = new.slot_id and kind <> 'passed')
    or exists (select 1 from hour_turn where slot_id = new.slot_id and kind = 'passed' and party_id = new.party_id)
    or not exists (select 1 from hour_slot where id = new.slot_id and removed_at is null)
    or not exists (select 1 from hour_level where party_id = new.party_id)
    or exists (
      select 1 from hour_level one, hour_level other
      where one.party_id = new.party_id and other.party_id <> new.party_id
        and (other.level, other.latest, other.position, other.party_id)
          < (one.level, one.latest, one.position, one.party_id)
        and not exists (
          select 1 from hour_turn
          where slot_id = new.slot_id and kind = 'passed' and party_id = other.party_id
        )
    )
  ) then
    raise exception 'a slot goes to the side whose turn it is';
  end if;
  if new.kind = 'passed' and not hour_has_slot(new.slot_id, new.party_id) then
    raise exception 'only whoever has a turn can let it pass';
  end if;
  if new.kind = 'swapped' and not exists (
    select 1 from hour_swap where id = new.swap_id and answer = 'yes' and (
      (slot_id = new.slot_id and other_party_id = new.party_id)
      or (other_slot_id = new.slot_id and party_id = new.party_id)
    )
  ) then
    raise exception 'slots change sides when both have said yes';
  end if;
  if exists (select 1 from hour_proposal where slot_id = new.slot_id) then
    raise exception 'a slot with a presentation in it keeps its side';
  end if;
  return new;
end $$;
create trigger keep_hour_turn before insert or update or delete on hour_turn
for each row execute function keep_hour_turn();

create function keep_hour_side() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'a side stays as it joined';
  end if;
  if new.head_start > (select coalesce(min(level), 0) from hour_level) then
    raise exception 'whoever joins is not ahead of anybody';
  end if;
  return new;
end $$;
create trigger keep_hour_side before insert or update on hour_side
for each row execute function keep_hour_side();

create function keep_hour_slot() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a slot is taken away, never forgotten';
  end if;
  if new.event_id <> old.event_id or old.removed_at is not null or (
    new.removed_at is not null and (
      exists (select 1 from hour_proposal where slot_id = new.id)
      or exists (select 1 from hour_swap where answer is null and (slot_id = new.id or other_slot_id = new.id))
    )
  ) then
    raise exception 'a slot that somebody waits for stays';
  end if;
  return new;
end $$;
create trigger keep_hour_slot before update or delete on hour_slot
for each row execute function keep_hour_slot();

create function keep_hour_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'unconfirmed' then
      raise exception 'a proposal that was made stays';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (new.party_id <> old.party_id or (
    new.state <> old.state and (old.state, new.state) not in (
      ('unconfirmed', 'waiting'), ('unconfirmed', 'withdrawn'), ('waiting', 'accepted'),
      ('waiting', 'declined'), ('waiting', 'withdrawn'), ('accepted', 'withdrawn')
    )
  )) then
    raise exception 'a proposal is confirmed, then answered once';
  end if;
  if new.slot_id is not null and not hour_has_slot(new.slot_id, new.party_id) then
    if tg_op = 'INSERT' or new.slot_id is distinct from old.slot_id then
      raise exception 'a slot goes to the side whose turn it is';
    end if;
  end if;
  return new;
end $$;
create trigger keep_hour_proposal before insert or update or delete on hour_proposal
for each row execute function keep_hour_proposal();

create function keep_hour_swap() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a swap that was asked for stays';
  end if;
  if tg_op = 'INSERT' then
    if new.answer is null and (
      not hour_has_slot(new.slot_id, new.party_id)
      or not hour_has_slot(new.other_slot_id, new.other_party_id)
      or exists (
        select 1 from hour_swap where answer is null
          and (slot_id in (new.slot_id, new.other_slot_id) or other_slot_id in (new.slot_id, new.other_slot_id))
      )
    ) then
      raise exception 'two sides can swap the slots that they have, one swap at a time';
    end if;
    return new;
  end if;
  if old.answer is not null or new.slot_id <> old.slot_id or new.other_slot_id <> old.other_slot_id
    or new.party_id <> old.party_id or new.other_party_id <> old.other_party_id or new.reason <> old.reason
    or (new.answer is not null and not exists (
      select 1 from coordinator where person_id = new.answered_by and until is null
        and party_id = case new.answer when 'withdrawn' then new.party_id else new.other_party_id end
    ))
    or (new.answer = 'yes' and (
      not hour_has_slot(new.slot_id, new.party_id)
      or not hour_has_slot(new.other_slot_id, new.other_party_id)
    ))
  then
    raise exception 'a swap is answered once, by the other side, or taken back by the one that asked';
  end if;
  return new;
end $$;
create trigger keep_hour_swap before insert or update or delete on hour_swap
for each row execute function keep_hour_swap();
-- end
