-- After the forum: similar cards joined, worded as recommendations, reported and answered.

-- When anything of a forum's harvest was changed last: whoever approves has seen all of it.
create table harvest (
  event_id text primary key references event (id),
  changed_at timestamptz not null
);

create table harvest_group (
  id text primary key,
  event_id text not null references event (id),
  position integer not null check (position >= 1),
  kind text not null check (kind in ('insight', 'disagreement', 'proposal', 'open-question')),
  title jsonb not null check (cast(title as text) <> '{}'),
  -- What became of it.
  recommendation_id text references recommendation (id) on delete set null,
  made_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- When a name was taken out of it last, after the approval.
  erased_at timestamptz
);
create index harvest_group_event on harvest_group (event_id, position, id);
create index harvest_group_recommendation on harvest_group (recommendation_id) where recommendation_id is not null;

-- A card is in one group at most, with the words that it had when it was put there: those are approved.
create table harvest_card (
  card_id text primary key references note_card (id),
  group_id text not null references harvest_group (id) on delete cascade,
  words text not null check (length(words) between 1 and 2000),
  who_could text check (length(who_could) between 1 and 200),
  added_at timestamptz not null,
  erased_at timestamptz
);
create index harvest_card_group on harvest_card (group_id, added_at, card_id);

-- A link by which the receiver of a recommendation answers, without an account. It may be sent on to a colleague.
create table answer_link (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  token_hash text not null unique,
  created_at timestamptz not null,
  -- Null when a reminder made it.
  made_by text references person (id),
  ended_at timestamptz,
  ended_because text check (ended_because in ('answered', 'replaced')),
  constraint ended_whole check ((ended_at is null) = (ended_because is null)),
  constraint ended_after_it_began check (ended_at >= created_at)
);
create index answer_link_recommendation on answer_link (recommendation_id, created_at);

-- Where the link went. Kept apart, since it may be somebody's own address: it goes when it is needed no longer.
create table answer_address (
  recommendation_id text primary key references recommendation (id),
  email text not null check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  given_by text not null references person (id),
  given_at timestamptz not null
);

create table answer_reminder (
  recommendation_id text not null references recommendation (id),
  kind text not null check (kind in ('soon', 'late', 'very-late')),
  at timestamptz not null,
  primary key (recommendation_id, kind)
);

-- Answers come from the receiver by the link, or are written down by a coordinator.
alter table answer rename to answer_before;
create table answer (
  id text primary key,
  recommendation_id text not null unique references recommendation (id),
  kind text not null check (kind in ('accepted', 'partly', 'declined')),
  words jsonb not null,
  -- What the receiver will do, and by which date.
  next_step jsonb not null default '{}',
  next_by text check (length(next_by) = 10),
  answered_on text not null check (length(answered_on) = 10),
  recorded_by text references person (id),
  recorded_at timestamptz not null,
  link_id text references answer_link (id),
  -- As what whoever used the link answered: "Chair of the committee". Their name is kept elsewhere.
  given_as text check (length(given_as) between 1 and 200),
  constraint by_link_or_person check ((recorded_by is null) = (link_id is not null)),
  constraint given_as_by_link check ((given_as is null) = (link_id is null)),
  constraint nothing_next_when_declined check (
    kind <> 'declined' or (cast(next_step as text) = '{}' and next_by is null)
  ),
  constraint next_comes_later check (next_by >= answered_on)
);
insert into answer (id, recommendation_id, kind, words, answered_on, recorded_by, recorded_at)
select id, recommendation_id, kind, words, answered_on, recorded_by, recorded_at from answer_before;
drop table answer_before;

-- Who answered by the link. Shown to everybody only when they agreed to it, and else forgotten after a time.
create table answer_giver (
  answer_id text primary key references answer (id),
  name text not null check (length(name) between 1 and 200),
  is_shown integer not null check (is_shown in (0, 1)),
  created_at timestamptz not null
);

-- On the day that a receiver promised, they are asked what has become of it; by this link they say so, once.
create table answer_step_link (
  token_hash text primary key,
  answer_id text not null unique references answer (id),
  created_at timestamptz not null
);
create table answer_outcome (
  answer_id text primary key references answer_step_link (answer_id),
  words jsonb not null check (cast(words as text) <> '{}'),
  told_at timestamptz not null
);

-- Until when those who were at the tables have been told of answers.
create table answers_told (
  event_id text primary key references event (id),
  told_at timestamptz not null
);
-- By which they say that they want to hear no more of it.
create table answer_news_link (
  token_hash text primary key,
  sign_up_id text not null references sign_up (id) on delete cascade,
  created_at timestamptz not null,
  stopped_at timestamptz
);
create index answer_news_link_sign_up on answer_news_link (sign_up_id);

-- sqlite:
create trigger harvest_group_begins before insert on harvest_group
when exists (select 1 from note where event_id = new.event_id and state in ('approved', 'published'))
begin
  select raise(abort, 'an approved harvest never changes');
end;
create trigger harvest_group_kept before update on harvest_group
when new.event_id <> old.event_id or (
  (new.kind <> old.kind or new.title <> old.title or new.position <> old.position)
  and exists (select 1 from note where event_id = old.event_id and state in ('approved', 'published'))
  and (
    new.kind <> old.kind or new.position <> old.position or new.erased_at is old.erased_at
    or length(new.title) > length(old.title) or not exists (
      select 1 from note_erasure join note on note.id = note_id
      where note.event_id = old.event_id and note_erasure.at = new.erased_at
    )
  )
)
begin
  select raise(abort, 'an approved harvest never changes');
end;
create trigger harvest_group_stays before delete on harvest_group
when exists (select 1 from note where event_id = old.event_id and state in ('approved', 'published'))
begin
  select raise(abort, 'an approved harvest never changes');
end;
create trigger harvest_group_recommended before update on harvest_group
when new.recommendation_id is not null and not exists (
  select 1 from recommendation where id = new.recommendation_id and event_id = new.event_id
)
begin
  select raise(abort, 'a recommendation comes from the same event');
end;
create trigger harvest_group_recommended_at_once before insert on harvest_group
when new.recommendation_id is not null and not exists (
  select 1 from recommendation where id = new.recommendation_id and event_id = new.event_id
)
begin
  select raise(abort, 'a recommendation comes from the same event');
end;
create trigger harvest_card_begins before insert on harvest_card
when not exists (
  select 1 from harvest_group join note_card on note_card.event_id = harvest_group.event_id
  where harvest_group.id = new.group_id and note_card.id = new.card_id
) or exists (
  select 1 from note join harvest_group on harvest_group.event_id = note.event_id
  where harvest_group.id = new.group_id and note.state in ('approved', 'published')
)
begin
  select raise(abort, 'a card is put in a group of its own event, before that is approved');
end;
create trigger harvest_card_kept before update on harvest_card
when new.card_id <> old.card_id or not exists (
  select 1 from harvest_group join note_card on note_card.event_id = harvest_group.event_id
  where harvest_group.id = new.group_id and note_card.id = new.card_id
) or (
  exists (
    select 1 from note join harvest_group on harvest_group.event_id = note.event_id
    where harvest_group.id = old.group_id and note.state in ('approved', 'published')
  ) and (
    new.group_id <> old.group_id or new.erased_at is old.erased_at
    or length(new.words) > length(old.words)
    or length(coalesce(new.who_could, '')) > length(coalesce(old.who_could, '')) or not exists (
      select 1 from note_erasure join note on note.id = note_id
      join harvest_group on harvest_group.event_id = note.event_id
      where harvest_group.id = old.group_id and note_erasure.at = new.erased_at
    )
  )
)
begin
  select raise(abort, 'an approved harvest never changes');
end;
create trigger harvest_card_stays before delete on harvest_card
when exists (
  select 1 from note join harvest_group on harvest_group.event_id = note.event_id
  where harvest_group.id = old.group_id and note.state in ('approved', 'published')
)
begin
  select raise(abort, 'an approved harvest never changes');
end;
create trigger answer_link_begins before insert on answer_link
when not exists (
  select 1 from recommendation where id = new.recommendation_id and handed_over_on is not null
) or exists (select 1 from answer where recommendation_id = new.recommendation_id)
begin
  select raise(abort, 'a link to answer by is for what was handed over and not answered');
end;
create trigger answer_link_kept before update on answer_link
when old.ended_at is not null or new.recommendation_id <> old.recommendation_id
  or new.token_hash <> old.token_hash or new.created_at <> old.created_at
begin
  select raise(abort, 'a link to answer by ends once');
end;
create trigger answer_after_hand_over before insert on answer
when not exists (
  select 1 from recommendation where id = new.recommendation_id and handed_over_on <= new.answered_on
)
begin
  select raise(abort, 'an answer comes after the hand-over');
end;
create trigger answer_by_open_link before insert on answer
when new.link_id is not null and not exists (
  select 1 from answer_link
  where id = new.link_id and recommendation_id = new.recommendation_id and ended_at is null
)
begin
  select raise(abort, 'an answer comes by a link that is open');
end;
create trigger answer_kept before update on answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger answer_stays before delete on answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger answer_outcome_kept before update on answer_outcome
begin
  select raise(abort, 'an answer never changes');
end;
create trigger answer_outcome_stays before delete on answer_outcome
begin
  select raise(abort, 'an answer never changes');
end;
-- end
-- postgres:
create function is_approved(event text) returns boolean language sql stable as $$
  select exists (select 1 from note where event_id = event and state in ('approved', 'published'))
$$;
create function is_erased(event text, moment timestamptz) returns boolean language sql stable as $$
  select exists (
    select 1 from note_erasure join note on note.id = note_id
    where note.event_id = event and note_erasure.at = moment
  )
$$;
create function keep_harvest_group() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if is_approved(old.event_id) then
      raise exception 'an approved harvest never changes';
    end if;
    return old;
  end if;
  if new.recommendation_id is not null and not exists (
    select 1 from recommendation where id = new.recommendation_id and event_id = new.event_id
  ) then
    raise exception 'a recommendation comes from the same event';
  end if;
  if tg_op = 'INSERT' then
    if is_approved(new.event_id) then
      raise exception 'an approved harvest never changes';
    end if;
    return new;
  end if;
  if new.event_id <> old.event_id or (
    (new.kind <> old.kind or new.title <> old.title or new.position <> old.position)
    and is_approved(old.event_id)
    and (
      new.kind <> old.kind or new.position <> old.position or new.erased_at is not distinct from old.erased_at
      or length(cast(new.title as text)) > length(cast(old.title as text))
      or not is_erased(old.event_id, new.erased_at)
    )
  ) then
    raise exception 'an approved harvest never changes';
  end if;
  return new;
end $$;
create trigger keep_harvest_group before insert or update or delete on harvest_group
for each row execute function keep_harvest_group();

create function keep_harvest_card() returns trigger language plpgsql as $$
declare
  event text;
begin
  select event_id into event from harvest_group
  where id = case when tg_op = 'INSERT' then new.group_id else old.group_id end;
  if tg_op = 'DELETE' then
    if is_approved(event) then
      raise exception 'an approved harvest never changes';
    end if;
    return old;
  end if;
  if not exists (
    select 1 from harvest_group join note_card on note_card.event_id = harvest_group.event_id
    where harvest_group.id = new.group_id and note_card.id = new.card_id
  ) then
    raise exception 'a card is put in a group of its own event, before that is approved';
  end if;
  if tg_op = 'INSERT' then
    if is_approved(event) then
      raise exception 'a card is put in a group of its own event, before that is approved';
    end if;
    return new;
  end if;
  if new.card_id <> old.card_id or (is_approved(event) and (
    new.group_id <> old.group_id or new.erased_at is not distinct from old.erased_at
    or length(new.words) > length(old.words)
    or length(coalesce(new.who_could, '')) > length(coalesce(old.who_could, ''))
    or not is_erased(event, new.erased_at)
  )) then
    raise exception 'an approved harvest never changes';
  end if;
  return new;
end $$;
create trigger keep_harvest_card before insert or update or delete on harvest_card
for each row execute function keep_harvest_card();

create function keep_answer_link() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select 1 from recommendation where id = new.recommendation_id and handed_over_on is not null
    ) or exists (select 1 from answer where recommendation_id = new.recommendation_id) then
      raise exception 'a link to answer by is for what was handed over and not answered';
    end if;
    return new;
  end if;
  if old.ended_at is not null or new.recommendation_id <> old.recommendation_id
    or new.token_hash <> old.token_hash or new.created_at <> old.created_at then
    raise exception 'a link to answer by ends once';
  end if;
  return new;
end $$;
create trigger keep_answer_link before insert or update on answer_link
for each row execute function keep_answer_link();

create trigger answer_after_hand_over before insert on answer for each row execute function answer_after_hand_over();
create function answer_by_open_link() returns trigger language plpgsql as $$
begin
  if new.link_id is not null and not exists (
    select 1 from answer_link
    where id = new.link_id and recommendation_id = new.recommendation_id and ended_at is null
  ) then
    raise exception 'an answer comes by a link that is open';
  end if;
  return new;
end $$;
create trigger answer_by_open_link before insert on answer for each row execute function answer_by_open_link();
create trigger keep_answer before update or delete on answer for each row execute function keep_answer();
create trigger keep_answer_outcome before update or delete on answer_outcome
for each row execute function keep_answer();
-- end
