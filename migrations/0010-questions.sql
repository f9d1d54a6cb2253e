-- What organisers ask those who sign up, what people need in order to take part, and when all of it is forgotten.

create table question (
  id text primary key,
  event_id text not null references event (id),
  -- Two questions may share a place for an instant, while they change places.
  position integer not null,
  kind text not null check (kind in ('text', 'choice', 'choices', 'yes-no', 'number')),
  label jsonb not null,
  hint jsonb not null default '{}',
  -- A text per language with one option a line; an answer is the number of its line.
  options jsonb not null default '{}',
  required integer not null check (required in (0, 1)),
  -- Once, by whoever signs a group up, or by everybody who comes.
  asked_of text not null check (asked_of in ('group', 'person')),
  asked_at text not null check (asked_at in ('sign-up', 'door')),
  -- Asked only of those who gave this answer to an earlier question.
  condition_question text references question (id),
  condition_answer text,
  -- Days after the event; no longer than the sign-up itself is kept.
  keep_days integer not null check (keep_days between 1 and 183),
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((condition_question is null) = (condition_answer is null)),
  check (condition_question <> id)
);
create index question_event on question (event_id, position);
create index question_condition on question (condition_question) where condition_question is not null;

create table question_answer (
  question_id text not null references question (id),
  sign_up_id text not null references sign_up (id) on delete cascade,
  -- Words, a number, 'yes' or 'no', the number of an option, or several of them with commas between.
  value text not null check (length(value) between 1 and 1000),
  -- A date; the form showed it.
  wipe_on text not null,
  primary key (question_id, sign_up_id)
);
create index question_answer_sign_up on question_answer (sign_up_id);
create index question_answer_wipe on question_answer (wipe_on);

-- What can be counted without reading; it is wiped with the row that says when.
create table sign_up_need_box (
  sign_up_id text not null references sign_up_need (sign_up_id) on delete cascade,
  need text not null check (need in (
    'step-free', 'hearing-loop', 'sign-language', 'speech-to-text', 'assistant', 'quiet-room',
    'interpreter-sv', 'interpreter-en', 'interpreter-es',
    'vegetarian', 'vegan', 'gluten-free', 'lactose-free', 'halal', 'nut-allergy'
  )),
  primary key (sign_up_id, need)
);

-- Whether those who sign up may propose what to talk about; without a row, those of a Dialogforum may.
create table event_table_question (
  event_id text primary key references event (id),
  asked integer not null check (asked in (0, 1))
);

-- A question that somebody would like to talk about. It outlives the sign-up, and then says nothing of who wrote it.
create table table_proposal (
  id text primary key,
  event_id text not null references event (id),
  sign_up_id text unique references sign_up (id) on delete set null,
  words text not null check (length(words) between 1 and 300),
  created_at timestamptz not null
);
create index table_proposal_event on table_proposal (event_id, id);

-- Events whose sign-ups have lost their names; the numbers stay.
create table event_forgotten (
  event_id text primary key references event (id),
  at timestamptz not null
);

-- sqlite:
create trigger question_condition_is_earlier before insert on question
when new.condition_question is not null and not exists (
  select 1 from question where id = new.condition_question and event_id = new.event_id and position < new.position
)
begin
  select raise(abort, 'a question depends on an earlier one of the same event');
end;
create trigger question_condition_stays_earlier before update of position, condition_question on question
when (new.condition_question is not null and new.retired_at is null and not exists (
    select 1 from question where id = new.condition_question and event_id = new.event_id and position < new.position
  )) or exists (
    select 1 from question where condition_question = new.id and retired_at is null and position <= new.position
  )
begin
  select raise(abort, 'a question depends on an earlier one of the same event');
end;
create trigger question_stays_with_its_event before update of event_id on question when old.event_id <> new.event_id
begin
  select raise(abort, 'a question stays with its event');
end;
-- Words may be added in a language that had none; nothing that somebody answered is worded anew.
create trigger question_keeps_its_meaning before update on question
when exists (select 1 from question_answer where question_id = old.id) and (
  old.kind <> new.kind or old.asked_of <> new.asked_of or old.asked_at <> new.asked_at
  or old.keep_days <> new.keep_days or old.condition_question is not new.condition_question
  or old.condition_answer is not new.condition_answer
  or coalesce(old.label ->> 'sv', new.label ->> 'sv') is not new.label ->> 'sv'
  or coalesce(old.label ->> 'en', new.label ->> 'en') is not new.label ->> 'en'
  or coalesce(old.label ->> 'es', new.label ->> 'es') is not new.label ->> 'es'
  or coalesce(old.options ->> 'sv', new.options ->> 'sv') is not new.options ->> 'sv'
  or coalesce(old.options ->> 'en', new.options ->> 'en') is not new.options ->> 'en'
  or coalesce(old.options ->> 'es', new.options ->> 'es') is not new.options ->> 'es'
)
begin
  select raise(abort, 'a question that was answered keeps its meaning');
end;
create trigger question_answer_fits before insert on question_answer
when not exists (
  select 1 from question join sign_up on sign_up.event_id = question.event_id
  where question.id = new.question_id and sign_up.id = new.sign_up_id and question.retired_at is null
    and (question.kind <> 'yes-no' or new.value in ('yes', 'no'))
)
begin
  select raise(abort, 'an answer is to a question of the same event that is still asked');
end;
create trigger table_proposal_fits before insert on table_proposal
when new.sign_up_id is not null
  and not exists (select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id)
begin
  select raise(abort, 'a proposal belongs to the event that its author signed up for');
end;
-- A reason may name somebody, so it is forgotten with the names; the move itself stands.
drop trigger queue_move_stands;
create trigger queue_move_stands before update of id, event_id, sign_up_id, before_id, by_person, at on queue_move
begin
  select raise(abort, 'a move in the queue stands');
end;
create trigger queue_move_reason_stands before update of reason on queue_move when new.reason <> '–'
begin
  select raise(abort, 'a move in the queue stands');
end;
-- end
-- postgres:
create function question_is_sound() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.event_id <> new.event_id then raise exception 'a question stays with its event'; end if;
  if (new.condition_question is not null and new.retired_at is null and not exists (
      select 1 from question where id = new.condition_question and event_id = new.event_id and position < new.position
    )) or exists (
    select 1 from question where condition_question = new.id and retired_at is null and position <= new.position
  ) then
    raise exception 'a question depends on an earlier one of the same event';
  end if;
  -- Words may be added in a language that had none; nothing that somebody answered is worded anew.
  if tg_op = 'UPDATE' and exists (select 1 from question_answer where question_id = old.id) and (
    old.kind <> new.kind or old.asked_of <> new.asked_of or old.asked_at <> new.asked_at
    or old.keep_days <> new.keep_days or old.condition_question is distinct from new.condition_question
    or old.condition_answer is distinct from new.condition_answer
    or coalesce(old.label ->> 'sv', new.label ->> 'sv') is distinct from new.label ->> 'sv'
    or coalesce(old.label ->> 'en', new.label ->> 'en') is distinct from new.label ->> 'en'
    or coalesce(old.label ->> 'es', new.label ->> 'es') is distinct from new.label ->> 'es'
    or coalesce(old.options ->> 'sv', new.options ->> 'sv') is distinct from new.options ->> 'sv'
    or coalesce(old.options ->> 'en', new.options ->> 'en') is distinct from new.options ->> 'en'
    or coalesce(old.options ->> 'es', new.options ->> 'es') is distinct from new.options ->> 'es'
  ) then
    raise exception 'a question that was answered keeps its meaning';
  end if;
  return new;
end $$;
create trigger question_is_sound before insert or update on question
for each row execute function question_is_sound();

create function answer_fits() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from question join sign_up on sign_up.event_id = question.event_id
    where question.id = new.question_id and sign_up.id = new.sign_up_id and question.retired_at is null
      and (question.kind <> 'yes-no' or new.value in ('yes', 'no'))
  ) then
    raise exception 'an answer is to a question of the same event that is still asked';
  end if;
  return new;
end $$;
create trigger answer_fits before insert on question_answer for each row execute function answer_fits();

create function proposal_fits() returns trigger language plpgsql as $$
begin
  if new.sign_up_id is not null
    and not exists (select 1 from sign_up where id = new.sign_up_id and event_id = new.event_id) then
    raise exception 'a proposal belongs to the event that its author signed up for';
  end if;
  return new;
end $$;
create trigger proposal_fits before insert on table_proposal for each row execute function proposal_fits();

-- A reason may name somebody, so it is forgotten with the names; the move itself stands.
create or replace function keep_queue_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.reason = '–'
    and (new.id, new.event_id, new.sign_up_id, new.before_id, new.by_person, new.at)
      is not distinct from (old.id, old.event_id, old.sign_up_id, old.before_id, old.by_person, old.at) then
    return new;
  end if;
  raise exception 'a move in the queue stands';
end $$;
-- end
