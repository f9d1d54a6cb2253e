-- What was sent to whom when, and what those who came thought of it.

-- What goes out by the clock goes out once. An event that is moved to another day is reminded of again, for that day.
create table letter_sent (
  event_id text not null references event (id),
  sign_up_id text not null references sign_up (id) on delete cascade,
  kind text not null check (kind in ('week-before', 'day-before', 'after', 'follow-up')),
  -- The day of the event, 'YYYY-MM-DD', that the letter is about.
  event_on text not null,
  at timestamptz not null,
  primary key (sign_up_id, kind, event_on)
);
create index letter_sent_event on letter_sent (event_id, kind, at);

-- What the organisers add to the mails about their event, in their own words.
create table event_letter_text (
  event_id text not null references event (id),
  part text not null check (part in ('confirmation', 'reminder')),
  text jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null references person (id),
  primary key (event_id, part)
);

-- How full the organisers know that it is: each level once, though numbers go up and down.
create table fullness_told (
  event_id text not null references event (id),
  level integer not null check (level in (50, 80, 100)),
  at timestamptz not null,
  primary key (event_id, level)
);

-- A mail that was handed over, or may have been, without an answer: it can have arrived.
alter table mail add column unsure integer not null default 0 check (unsure >= 0);

-- A mailed link to answer with. It says which event it is for, and not whose it is; nor do rows lie in the order in
-- which they were written, where the engine lets us choose.
create table evaluation_link (
  token_hash text primary key,
  event_id text not null references event (id),
  kind text not null check (kind in ('evaluation', 'follow-up')),
  -- What its receiver takes part as, where so many came as the same that this points at nobody.
  capacity text,
  used integer not null default 0 check (used in (0, 1))
)
-- sqlite:
without rowid
-- end
;

-- What somebody thought of an event: by nobody, and at no time.
create table evaluation_answer (
  -- By chance alone: other ids tell when they were made.
  id text primary key,
  event_id text not null references event (id),
  expectations integer check (expectations between 1 and 5),
  said integer check (said between 1 and 5),
  learnt integer check (learnt between 1 and 5),
  contact integer check (contact in (0, 1)),
  next_step integer check (next_step between 1 and 5),
  who_missing text check (length(who_missing) between 1 and 1000),
  better text check (length(better) between 1 and 1000),
  capacity text check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  check (coalesce(expectations, said, learnt, contact, next_step) is not null
    or who_missing is not null or better is not null)
)
-- sqlite:
without rowid
-- end
;
create index evaluation_answer_event on evaluation_answer (event_id);

-- What came of it, three months later.
create table follow_up_answer (
  id text primary key,
  event_id text not null references event (id),
  led_to_something text not null check (led_to_something in ('yes', 'no', 'too-early')),
  what text check (length(what) between 1 and 1000)
)
-- sqlite:
without rowid
-- end
;
create index follow_up_answer_event on follow_up_answer (event_id);

-- What is shown of the answers: counted again when at least five more have come, so that nobody can be worked out.
create table evaluation_shown (
  event_id text not null references event (id),
  kind text not null check (kind in ('evaluation', 'follow-up')),
  answers integer not null check (answers >= 5),
  figures jsonb not null,
  -- In no order of theirs; for the organisers alone.
  texts jsonb not null,
  primary key (event_id, kind)
);

-- sqlite:
create trigger evaluation_link_stays_used before update on evaluation_link when old.used = 1
begin
  select raise(abort, 'a link that was answered with stays used');
end;
create trigger evaluation_answer_stands before update on evaluation_answer
begin
  select raise(abort, 'an answer stands');
end;
create trigger evaluation_shown_in_steps before update on evaluation_shown when new.answers - old.answers < 5
begin
  select raise(abort, 'answers are shown in steps of at least five');
end;
-- end
-- postgres:
create function keep_evaluation() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'evaluation_link' then
    if old.used = 0 then return new; end if;
    raise exception 'a link that was answered with stays used';
  end if;
  raise exception 'an answer stands';
end $$;
create trigger keep_evaluation_link before update on evaluation_link
for each row execute function keep_evaluation();
create trigger keep_evaluation_answer before update on evaluation_answer
for each row execute function keep_evaluation();
create function show_in_steps() returns trigger language plpgsql as $$
begin
  if new.answers - old.answers < 5 then raise exception 'answers are shown in steps of at least five'; end if;
  return new;
end $$;
create trigger show_in_steps before update on evaluation_shown
for each row execute function show_in_steps();
-- end
