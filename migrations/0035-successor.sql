-- The next plan in the making: what is carried on, what others gave, what the draft says, and what was said of it.

-- Which plan is being made, and how far it is; its id is that of the plan.
create table successor (
  id text primary key references plan (id),
  -- The plan that ends, whose unfinished commitments are asked for. Empty: there was none before.
  after_plan_id text references plan (id),
  title jsonb not null check (cast(title as text) <> '{}'),
  lead jsonb not null check (cast(lead as text) <> '{}'),
  begun_at timestamptz not null,
  begun_by text not null references person (id),
  -- The round in which everybody can comment: open from a moment until the end of the last day.
  opens_at timestamptz,
  last_day text check (length(last_day) = 10),
  closes_at timestamptz,
  -- The revision by which the parties adopt it; a later one when an earlier was refused.
  revision_id text references revision (id),
  -- When the owners were told that it is adopted.
  told_at timestamptz,
  constraint round_whole check (
    (opens_at is null) = (closes_at is null) and (closes_at is null) = (last_day is null)
  ),
  constraint round_lasts check (closes_at > opens_at)
);

-- What an owner says of a commitment of the plan that ends; owner_id is a party's or an organisation's.
create table carry_answer (
  successor_id text not null references successor (id),
  commitment_id text not null references commitment (id),
  owner_id text not null,
  answer text not null check (answer in ('continue', 'change', 'end')),
  reason jsonb not null default '{}',
  -- Empty: by the link that the organisation was mailed.
  by_person text references person (id),
  answered_at timestamptz not null,
  primary key (successor_id, commitment_id, owner_id),
  constraint change_and_end_need_words check (answer = 'continue' or cast(reason as text) <> '{}')
);

-- Where an owner does not answer: it ends when every party that is joined says so.
create table carry_ending (
  successor_id text not null references successor (id),
  commitment_id text not null references commitment (id),
  party_id text not null references party (id),
  reason jsonb not null check (cast(reason as text) <> '{}'),
  by_person text not null references person (id),
  said_at timestamptz not null,
  primary key (successor_id, commitment_id, party_id)
);

-- By which an organisation answers for what it has promised; a new one makes the old one void.
create table carry_link (
  token_hash text primary key,
  successor_id text not null references successor (id),
  organisation_id text not null references organisation (id),
  language text not null check (language in ('sv', 'en', 'es')),
  sent_at timestamptz not null,
  sent_by text not null references person (id),
  unique (successor_id, organisation_id)
);

create table draft_paragraph (
  id text primary key,
  successor_id text not null references successor (id),
  position integer not null check (position > 0),
  words jsonb not null check (cast(words as text) <> '{}'),
  changed_at timestamptz not null,
  -- Taken out of the draft; what was said of it stays.
  removed_at timestamptz
);
create index draft_paragraph_place on draft_paragraph (successor_id, position);

create table draft_commitment (
  id text primary key,
  successor_id text not null references successor (id),
  position integer not null check (position > 0),
  goal_id text not null references goal (id),
  title jsonb not null check (cast(title as text) <> '{}'),
  what jsonb not null default '{}',
  measure jsonb not null check (cast(measure as text) <> '{}'),
  due_on text not null check (length(due_on) = 10),
  -- As in commitment_version: [{"party": id} or {"organisation": id}, …], in their order.
  owners jsonb not null,
  recommendation_id text references recommendation (id),
  carried_from text references commitment (id),
  changed_at timestamptz not null,
  removed_at timestamptz
);
create index draft_commitment_place on draft_commitment (successor_id, position);
create unique index draft_commitment_recommendation on draft_commitment (successor_id, recommendation_id)
  where recommendation_id is not null and removed_at is null;
create unique index draft_commitment_carried on draft_commitment (successor_id, carried_from)
  where carried_from is not null and removed_at is null;

-- What became of everything that others gave; what has no row waits.
create table gathered (
  successor_id text not null references successor (id),
  kind text not null check (kind in ('recommendation', 'report', 'focus', 'theme', 'need')),
  source_id text not null,
  outcome text not null check (outcome in ('commitment', 'words', 'laid-aside')),
  reason jsonb not null default '{}',
  draft_commitment_id text references draft_commitment (id),
  by_person text not null references person (id),
  decided_at timestamptz not null,
  primary key (successor_id, kind, source_id),
  constraint laid_aside_with_a_reason check (outcome <> 'laid-aside' or cast(reason as text) <> '{}'),
  constraint became_a_commitment check ((outcome = 'commitment') = (draft_commitment_id is not null))
);

-- What the office answers; one answer can be to several comments.
create table consultation_answer (
  id text primary key,
  successor_id text not null references successor (id),
  outcome text not null check (outcome in ('taken-in', 'partly', 'not-taken-in')),
  words jsonb not null check (cast(words as text) <> '{}'),
  by_person text not null references person (id),
  answered_at timestamptz not null
);

-- Of one paragraph, of one commitment, or (neither) of the whole draft.
create table consultation_comment (
  id text primary key,
  successor_id text not null references successor (id),
  paragraph_id text references draft_paragraph (id),
  commitment_id text references draft_commitment (id),
  words text not null check (length(words) between 1 and 4000),
  language text not null check (language in ('sv', 'en', 'es')),
  name text check (length(name) between 1 and 120),
  -- 1: whoever wrote it wants the name to show.
  shows_name integer not null check (shows_name in (0, 1)),
  organisation text check (length(organisation) between 1 and 200),
  -- Empty once it is forgotten.
  email text check (email = lower(email)),
  token_hash text unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- What a machine saw in it, for whoever reads it before it shows.
  noticed text check (noticed in ('personal-number', 'threat')),
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'held-back')),
  held_reason text check (length(held_reason) between 1 and 1000),
  decided_at timestamptz,
  decided_by text references person (id),
  answer_id text references consultation_answer (id),
  forgotten_at timestamptz,
  constraint about_one_part check (paragraph_id is null or commitment_id is null),
  constraint read_by_somebody check (
    (state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint held_back_with_a_reason check ((state = 'held-back') = (held_reason is not null)),
  constraint shown_once_confirmed check (state = 'waiting' or confirmed_at is not null),
  constraint answered_once_shown check (answer_id is null or state = 'shown'),
  constraint no_personal_number_shows check (state <> 'shown' or noticed is null or noticed <> 'personal-number'),
  constraint forgotten_whole check ((email is null) = (forgotten_at is not null))
);
create index consultation_comment_part on consultation_comment (successor_id, state, asked_at);
create index consultation_comment_unconfirmed on consultation_comment (asked_at) where confirmed_at is null;

-- sqlite:
create trigger one_successor_at_a_time before insert on successor
begin
  select raise(abort, 'a plan is in the making already') from successor
  join plan on plan.id = successor.id where plan.adopted_on is null;
  select raise(abort, 'the plan is adopted already') from plan where id = new.id and adopted_on is not null;
end;
create trigger successor_stays before delete on successor
begin
  select raise(abort, 'how a plan was made stays');
end;
create trigger round_keeps_its_days before update of opens_at, closes_at on successor
when old.opens_at is not null and (new.opens_at is not old.opens_at or new.closes_at is null or new.closes_at < old.closes_at)
begin
  select raise(abort, 'the last day for comments is never moved forward');
end;

create trigger carry_answer_by_owner before insert on carry_answer
begin
  select raise(abort, 'only an owner answers for a commitment of the plan that ends') where not exists (
    select 1 from commitment
    join successor on successor.after_plan_id = commitment.plan_id and successor.id = new.successor_id
    join commitment_owner on commitment_owner.commitment_id = commitment.id
    where commitment.id = new.commitment_id and new.owner_id in (party_id, organisation_id)
  );
  select raise(abort, 'the plan is adopted') from plan where id = new.successor_id and adopted_on is not null;
end;
create trigger carry_answer_kept before update on carry_answer
when new.owner_id <> old.owner_id or new.commitment_id <> old.commitment_id or new.successor_id <> old.successor_id
  or exists (select 1 from plan where id = old.successor_id and adopted_on is not null)
begin
  select raise(abort, 'the plan is adopted');
end;
create trigger carry_answer_stays before delete on carry_answer
begin
  select raise(abort, 'an answer is changed, never taken away');
end;
create trigger carry_ending_in_time before insert on carry_ending
begin
  select raise(abort, 'the plan is adopted') from plan where id = new.successor_id and adopted_on is not null;
end;

create trigger nothing_unanswered_is_adopted before update of adopted_on on plan
when old.adopted_on is null and new.adopted_on is not null
begin
  select raise(abort, 'an unfinished commitment has no answer') from successor
  join commitment on commitment.plan_id = successor.after_plan_id
  join commitment_owner on commitment_owner.commitment_id = commitment.id
  where successor.id = new.id
  and not exists (
    select 1 from carry_answer where carry_answer.successor_id = new.id
    and carry_answer.commitment_id = commitment.id
    and owner_id in (commitment_owner.party_id, commitment_owner.organisation_id)
  )
  and coalesce((
    select state from commitment_update where commitment_update.commitment_id = commitment.id
    order by at desc, id desc limit 1
  ), 'not-started') in ('not-started', 'under-way')
  and coalesce((
    select is_removed from commitment_version where commitment_version.commitment_id = commitment.id
    and from_day <= new.adopted_on order by position desc limit 1
  ), 0) = 0
  and exists (
    select 1 from party where (
      select standing from party_standing where party_standing.party_id = party.id
      and from_day <= new.adopted_on order by from_day desc limit 1
    ) = 'joined' and not exists (
      select 1 from carry_ending where carry_ending.successor_id = new.id
      and carry_ending.commitment_id = commitment.id and carry_ending.party_id = party.id
    )
  );
end;

create trigger a_plan_is_adopted_as_a_whole before update of adopted_on on plan
when old.adopted_on is null and new.adopted_on is not null and exists (
  select 1 from agreed_change change
  where change.plan_id = new.id and change.revision_kind = 'adoption' and change.kind = 'add-commitment'
  and not exists (
    select 1 from commitment join commitment_version version on version.commitment_id = commitment.id
    where commitment.id = change.commitment_id and version.revision_id = change.revision_id
    and json_array_length(version.owners) = (
      select count(*) from commitment_owner where commitment_owner.commitment_id = commitment.id
    )
  )
)
begin
  select raise(abort, 'a plan is adopted as a whole');
end;

create trigger draft_commitment_fits before insert on draft_commitment
begin
  select raise(abort, 'a commitment stands under an adopted goal') where not exists (
    select 1 from goal where id = new.goal_id and adopted_at is not null and closed_at is null
  );
  select raise(abort, 'a commitment is due while its plan lasts') where not exists (
    select 1 from plan where id = new.successor_id and new.due_on between starts_on and ends_on
  );
end;
create trigger draft_commitment_still_fits before update of goal_id, due_on on draft_commitment
begin
  select raise(abort, 'a commitment stands under an adopted goal') where new.goal_id <> old.goal_id and not exists (
    select 1 from goal where id = new.goal_id and adopted_at is not null and closed_at is null
  );
  select raise(abort, 'a commitment is due while its plan lasts') where not exists (
    select 1 from plan where id = new.successor_id and new.due_on between starts_on and ends_on
  );
end;

create trigger comment_in_time before insert on consultation_comment
begin
  select raise(abort, 'nobody can comment now') where not exists (
    select 1 from successor where id = new.successor_id and opens_at <= new.asked_at and new.asked_at < closes_at
  );
  select raise(abort, 'a comment is about a part of its own plan') where (
    new.paragraph_id is not null and not exists (
      select 1 from draft_paragraph where id = new.paragraph_id and successor_id = new.successor_id
    )
  ) or (
    new.commitment_id is not null and not exists (
      select 1 from draft_commitment where id = new.commitment_id and successor_id = new.successor_id
    )
  );
end;
create trigger comment_keeps_its_words before update on consultation_comment
when new.successor_id <> old.successor_id or new.paragraph_id is not old.paragraph_id
  or new.commitment_id is not old.commitment_id
  or (new.words <> old.words and new.forgotten_at is null)
begin
  select raise(abort, 'what somebody wrote is never rewritten');
end;
create trigger consultation_answer_kept before update on consultation_answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger consultation_answer_stays before delete on consultation_answer
begin
  select raise(abort, 'an answer never changes');
end;
-- end
-- postgres:
create function keep_successor() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'how a plan was made stays'; end if;
  if tg_op = 'INSERT' then
    -- Two that begin in the same moment: the second waits for the first.
    perform pg_advisory_xact_lock(35);
    if exists (select 1 from successor join plan on plan.id = successor.id where plan.adopted_on is null) then
      raise exception 'a plan is in the making already';
    end if;
    if exists (select 1 from plan where id = new.id and adopted_on is not null) then
      raise exception 'the plan is adopted already';
    end if;
    return new;
  end if;
  if old.opens_at is not null and (
    new.opens_at is distinct from old.opens_at or new.closes_at is null or new.closes_at < old.closes_at
  ) then
    raise exception 'the last day for comments is never moved forward';
  end if;
  return new;
end $$;
create trigger keep_successor before insert or update or delete on successor
for each row execute function keep_successor();

create function keep_carry_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'an answer is changed, never taken away'; end if;
  if exists (select 1 from plan where id = new.successor_id and adopted_on is not null) then
    raise exception 'the plan is adopted';
  end if;
  if tg_op = 'UPDATE' and (new.successor_id, new.commitment_id, new.owner_id)
    is distinct from (old.successor_id, old.commitment_id, old.owner_id) then
    raise exception 'the plan is adopted';
  end if;
  if not exists (
    select 1 from commitment
    join successor on successor.after_plan_id = commitment.plan_id and successor.id = new.successor_id
    join commitment_owner on commitment_owner.commitment_id = commitment.id
    where commitment.id = new.commitment_id and new.owner_id in (party_id, organisation_id)
  ) then
    raise exception 'only an owner answers for a commitment of the plan that ends';
  end if;
  return new;
end $$;
create trigger keep_carry_answer before insert or update or delete on carry_answer
for each row execute function keep_carry_answer();

create function keep_carry_ending() returns trigger language plpgsql as $$
begin
  if exists (select 1 from plan where id = new.successor_id and adopted_on is not null) then
    raise exception 'the plan is adopted';
  end if;
  return new;
end $$;
create trigger keep_carry_ending before insert on carry_ending
for each row execute function keep_carry_ending();

create function nothing_unanswered_is_adopted() returns trigger language plpgsql as $$
begin
  if old.adopted_on is null and new.adopted_on is not null and exists (
    select 1 from successor
    join commitment on commitment.plan_id = successor.after_plan_id
    join commitment_owner on commitment_owner.commitment_id = commitment.id
    where successor.id = new.id
    and not exists (
      select 1 from carry_answer where carry_answer.successor_id = new.id
      and carry_answer.commitment_id = commitment.id
      and owner_id in (commitment_owner.party_id, commitment_owner.organisation_id)
    )
    and coalesce((
      select state from commitment_update where commitment_update.commitment_id = commitment.id
      order by at desc, id desc limit 1
    ), 'not-started') in ('not-started', 'under-way')
    and coalesce((
      select is_removed from commitment_version where commitment_version.commitment_id = commitment.id
      and from_day <= new.adopted_on order by position desc limit 1
    ), 0) = 0
    and exists (
      select 1 from party where (
        select standing from party_standing where party_standing.party_id = party.id
        and from_day <= new.adopted_on order by from_day desc limit 1
      ) = 'joined' and not exists (
        select 1 from carry_ending where carry_ending.successor_id = new.id
        and carry_ending.commitment_id = commitment.id and carry_ending.party_id = party.id
      )
    )
  ) then
    raise exception 'an unfinished commitment has no answer';
  end if;
  return new;
end $$;
create trigger nothing_unanswered_is_adopted before update of adopted_on on plan
for each row execute function nothing_unanswered_is_adopted();

create function a_plan_is_adopted_as_a_whole() returns trigger language plpgsql as $$
begin
  if old.adopted_on is null and new.adopted_on is not null and exists (
    select 1 from agreed_change change
    where change.plan_id = new.id and change.revision_kind = 'adoption' and change.kind = 'add-commitment'
    and not exists (
      select 1 from commitment join commitment_version version on version.commitment_id = commitment.id
      where commitment.id = change.commitment_id and version.revision_id = change.revision_id
      and jsonb_array_length(version.owners) = (
        select count(*) from commitment_owner where commitment_owner.commitment_id = commitment.id
      )
    )
  ) then raise exception 'a plan is adopted as a whole'; end if;
  return new;
end $$;
create trigger a_plan_is_adopted_as_a_whole before update of adopted_on on plan
for each row execute function a_plan_is_adopted_as_a_whole();

create function draft_commitment_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.goal_id <> old.goal_id then
    perform 1 from goal where id = new.goal_id and adopted_at is not null and closed_at is null;
    if not found then raise exception 'a commitment stands under an adopted goal'; end if;
  end if;
  perform 1 from plan where id = new.successor_id and new.due_on between starts_on and ends_on;
  if not found then raise exception 'a commitment is due while its plan lasts'; end if;
  return new;
end $$;
create trigger draft_commitment_fits before insert or update of goal_id, due_on on draft_commitment
for each row execute function draft_commitment_fits();

create function keep_comment() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.successor_id, new.paragraph_id, new.commitment_id)
      is distinct from (old.successor_id, old.paragraph_id, old.commitment_id)
      or (new.words <> old.words and new.forgotten_at is null) then
      raise exception 'what somebody wrote is never rewritten';
    end if;
    return new;
  end if;
  perform 1 from successor where id = new.successor_id and opens_at <= new.asked_at and new.asked_at < closes_at;
  if not found then raise exception 'nobody can comment now'; end if;
  if new.paragraph_id is not null and not exists (
    select 1 from draft_paragraph where id = new.paragraph_id and successor_id = new.successor_id
  ) or new.commitment_id is not null and not exists (
    select 1 from draft_commitment where id = new.commitment_id and successor_id = new.successor_id
  ) then
    raise exception 'a comment is about a part of its own plan';
  end if;
  return new;
end $$;
create trigger keep_comment before insert or update on consultation_comment
for each row execute function keep_comment();

create function keep_consultation_answer() returns trigger language plpgsql as $$
begin
  raise exception 'an answer never changes';
end $$;
create trigger keep_consultation_answer before update or delete on consultation_answer
for each row execute function keep_consultation_answer();
-- end
