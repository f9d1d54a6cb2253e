-- What was said and agreed, what was recommended to whom, and what they answered.

create table note (
  id text primary key,
  event_id text not null unique references event (id),
  said jsonb not null default '{}',
  agreed jsonb not null default '{}',
  written_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz
);

create table recommendation (
  id text primary key,
  event_id text not null references event (id),
  -- Stands in addresses and letters, so it is never given twice, not even after a draft was removed.
  number integer not null unique check (number > 0),
  text jsonb not null,
  receiver_organisation_id text references organisation (id),
  receiver_name text check (length(receiver_name) between 1 and 200),
  written_by text not null references person (id),
  created_at timestamptz not null,
  -- Calendar dates where people live, 'YYYY-MM-DD'.
  handed_over_on text check (length(handed_over_on) = 10),
  answer_due_on text check (length(answer_due_on) = 10),
  constraint one_receiver check ((receiver_organisation_id is null) <> (receiver_name is null)),
  constraint due_with_hand_over check ((handed_over_on is null) = (answer_due_on is null)),
  constraint due_after_hand_over check (answer_due_on > handed_over_on)
);
create index recommendation_event on recommendation (event_id, number);
create index recommendation_due on recommendation (answer_due_on) where answer_due_on is not null;

create table recommendation_counter (
  id text primary key check (id = 'one'),
  last_number integer not null check (last_number >= 0)
);
insert into recommendation_counter (id, last_number) values ('one', 0);

create table answer (
  id text primary key,
  recommendation_id text not null unique references recommendation (id),
  kind text not null check (kind in ('accepted', 'partly', 'declined')),
  words jsonb not null,
  answered_on text not null check (length(answered_on) = 10),
  recorded_by text not null references person (id),
  recorded_at timestamptz not null
);

-- sqlite:
create trigger recommendation_kept before update on recommendation when old.handed_over_on is not null
begin
  select raise(abort, 'a recommendation that was handed over never changes');
end;
create trigger recommendation_stays before delete on recommendation when old.handed_over_on is not null
begin
  select raise(abort, 'a recommendation that was handed over never changes');
end;
create trigger answer_after_hand_over before insert on answer
when not exists (
  select 1 from recommendation where id = new.recommendation_id and handed_over_on <= new.answered_on
)
begin
  select raise(abort, 'an answer comes after the hand-over');
end;
create trigger answer_kept before update on answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger answer_stays before delete on answer
begin
  select raise(abort, 'an answer never changes');
end;
-- end
-- postgres:
create function keep_recommendation() returns trigger language plpgsql as $$
begin
  if old.handed_over_on is not null then
    raise exception 'a recommendation that was handed over never changes';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger keep_recommendation before update or delete on recommendation
for each row execute function keep_recommendation();

create function answer_after_hand_over() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from recommendation where id = new.recommendation_id and handed_over_on <= new.answered_on
  ) then
    raise exception 'an answer comes after the hand-over';
  end if;
  return new;
end $$;
create trigger answer_after_hand_over before insert on answer for each row execute function answer_after_hand_over();

create function keep_answer() returns trigger language plpgsql as $$
begin
  raise exception 'an answer never changes';
end $$;
create trigger keep_answer before update or delete on answer for each row execute function keep_answer();
-- end
