-- What organisations need and what others can give, and how the two are brought together.

create table need_offer (
  id text primary key,
  organisation_id text not null references organisation (id),
  side text not null check (side in ('need', 'offer')),
  kind text not null check (kind in ('premises', 'competence', 'time', 'contacts', 'money')),
  words jsonb not null check (cast(words as text) <> '{}'),
  about jsonb not null default '{}',
  -- The part of the city; null for all of it.
  place text check (length(place) between 1 and 100),
  theme_id text references theme (id),
  -- Days where people live, 'YYYY-MM-DD'; both are included.
  from_day text not null check (length(from_day) = 10),
  until_day text not null check (length(until_day) = 10),
  -- Whom to ask for: shown to the other side once both said yes, and to nobody else.
  ask_for text check (length(ask_for) between 1 and 200),
  -- All words as they are searched by.
  search_text text not null,
  written_by text references person (id),
  written_at timestamptz not null,
  changed_at timestamptz not null,
  -- When it was asked, after its last day, whether it is still so.
  asked_at timestamptz,
  ended_at timestamptz,
  ended_because text check (ended_because in ('met', 'withdrawn', 'no-answer', 'taken-down')),
  -- What the office says to those whose words it took down.
  reason text check (length(reason) between 1 and 1000),
  constraint days_in_order check (until_day >= from_day),
  constraint ended_with_a_cause check ((ended_at is null) = (ended_because is null)),
  constraint taken_down_with_a_reason check (
    reason is null or (ended_because is not null and ended_because = 'taken-down')
  ),
  constraint reason_when_taken_down check (
    ended_because is null or ended_because <> 'taken-down' or reason is not null
  )
);
create index need_offer_open on need_offer (side, kind, until_day) where ended_at is null;
create index need_offer_organisation on need_offer (organisation_id, ended_at);

-- A need and an offer that may fit, and what each side has said to it.
create table need_match (
  id text primary key,
  need_id text not null references need_offer (id),
  offer_id text not null references need_offer (id),
  points integer not null check (points between 1 and 100),
  suggested_at timestamptz not null,
  need_said text check (need_said in ('yes', 'no')),
  need_said_at timestamptz,
  need_said_by text references person (id),
  offer_said text check (offer_said in ('yes', 'no')),
  offer_said_at timestamptz,
  offer_said_by text references person (id),
  introduced_at timestamptz,
  -- When both were asked what came of it.
  asked_at timestamptz,
  unique (need_id, offer_id),
  constraint need_answer_has_a_time check ((need_said is null) = (need_said_at is null)),
  constraint offer_answer_has_a_time check ((offer_said is null) = (offer_said_at is null)),
  -- "Nothing is sent without a yes": and one yes is not enough.
  constraint both_said_yes check (
    introduced_at is null
    or (need_said is not null and need_said = 'yes' and offer_said is not null and offer_said = 'yes')
  ),
  constraint asked_once_introduced check (asked_at is null or introduced_at is not null)
);
create index need_match_offer on need_match (offer_id);
create index need_match_introduced on need_match (introduced_at) where introduced_at is not null;

-- What came of an introduction, as either side tells it.
create table need_match_step (
  match_id text not null references need_match (id),
  number integer not null check (number > 0),
  kind text not null check (kind in ('met', 'happened', 'led-to', 'came-to-nothing')),
  side text not null check (side in ('need', 'offer')),
  words text check (length(words) between 1 and 1000),
  -- The partnership, process or network that it became.
  partnership_id text references partnership (id),
  at timestamptz not null,
  by_person text references person (id),
  primary key (match_id, number),
  constraint partnership_that_it_led_to check (partnership_id is null or kind = 'led-to')
);

-- The links in mails to an organisation's own address: whoever reads it acts for the organisation here.
create table need_offer_link (
  token_hash text primary key,
  organisation_id text not null references organisation (id),
  created_at timestamptz not null
);

-- sqlite:
create trigger need_offer_keeps before update on need_offer
when new.side <> old.side or (new.organisation_id <> old.organisation_id and not exists (
  select 1 from organisation_merge where from_id = old.organisation_id and into_id = new.organisation_id
))
begin
  select raise(abort, 'whose it is, and whether it is needed or offered, never changes');
end;
create trigger need_offer_ended before update on need_offer
when old.ended_at is not null and (
  new.ended_at is not old.ended_at or new.ended_because is not old.ended_because
  or new.words <> old.words or new.kind <> old.kind or new.until_day <> old.until_day
)
begin
  select raise(abort, 'what has ended stays as it was');
end;
create trigger need_match_fits before insert on need_match
when new.need_said is not null or new.offer_said is not null or new.introduced_at is not null or not exists (
  select 1 from need_offer as need join need_offer as offer on offer.id = new.offer_id
  where need.id = new.need_id and need.side = 'need' and offer.side = 'offer' and need.kind = offer.kind
    and need.organisation_id <> offer.organisation_id and need.ended_at is null and offer.ended_at is null
)
begin
  select raise(abort, 'a need and an open offer of one kind, of two organisations, with no answer yet');
end;
create trigger need_match_keeps before update on need_match
when new.need_id <> old.need_id or new.offer_id <> old.offer_id or new.suggested_at <> old.suggested_at
  or (old.introduced_at is not null and (
    new.introduced_at is not old.introduced_at
    or new.need_said is not old.need_said or new.offer_said is not old.offer_said
  ))
begin
  select raise(abort, 'an introduction is not taken back');
end;
create trigger need_match_step_counts before insert on need_match_step
when new.number <> (select count(*) + 1 from need_match_step where match_id = new.match_id)
  or not exists (select 1 from need_match where id = new.match_id and introduced_at is not null)
begin
  select raise(abort, 'what came of an introduction is told after it, step by step');
end;
create trigger need_match_step_keeps before update on need_match_step
begin
  select raise(abort, 'what was told stays told');
end;
create trigger need_match_step_stays before delete on need_match_step
begin
  select raise(abort, 'what was told stays told');
end;
-- end

-- postgres:
create function keep_need_offer() returns trigger language plpgsql as $$
begin
  if new.side <> old.side or (new.organisation_id <> old.organisation_id and not exists (
    select 1 from organisation_merge where from_id = old.organisation_id and into_id = new.organisation_id
  )) then
    raise exception 'whose it is, and whether it is needed or offered, never changes';
  end if;
  if old.ended_at is not null and (
    new.ended_at is distinct from old.ended_at or new.ended_because is distinct from old.ended_because
    or new.words <> old.words or new.kind <> old.kind or new.until_day <> old.until_day
  ) then
    raise exception 'what has ended stays as it was';
  end if;
  return new;
end $$;
create trigger keep_need_offer before update on need_offer
for each row execute function keep_need_offer();

create function keep_need_match() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.need_said is not null or new.offer_said is not null or new.introduced_at is not null or not exists (
      select 1 from need_offer as need join need_offer as offer on offer.id = new.offer_id
      where need.id = new.need_id and need.side = 'need' and offer.side = 'offer' and need.kind = offer.kind
        and need.organisation_id <> offer.organisation_id and need.ended_at is null and offer.ended_at is null
    ) then
      raise exception 'a need and an open offer of one kind, of two organisations, with no answer yet';
    end if;
    return new;
  end if;
  if new.need_id <> old.need_id or new.offer_id <> old.offer_id or new.suggested_at <> old.suggested_at
    or (old.introduced_at is not null and (
      new.introduced_at is distinct from old.introduced_at
      or new.need_said is distinct from old.need_said or new.offer_said is distinct from old.offer_said
    )) then
    raise exception 'an introduction is not taken back';
  end if;
  return new;
end $$;
create trigger keep_need_match before insert or update on need_match
for each row execute function keep_need_match();

create function keep_need_match_step() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was told stays told';
  end if;
  if new.number <> (select count(*) + 1 from need_match_step where match_id = new.match_id)
    or not exists (select 1 from need_match where id = new.match_id and introduced_at is not null) then
    raise exception 'what came of an introduction is told after it, step by step';
  end if;
  return new;
end $$;
create trigger keep_need_match_step before insert or update or delete on need_match_step
for each row execute function keep_need_match_step();
-- end
