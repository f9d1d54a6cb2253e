-- Questions from the contact form, and the office's one inbox.

-- Within how many working days the office answers. Its row is also what decisions about questions wait at.
create table contact_promise (
  id text primary key,
  working_days integer not null check (working_days between 1 and 60)
);
insert into contact_promise (id, working_days) values ('first', 5);

create table contact_question (
  id text primary key,
  number integer not null unique check (number > 0),
  language text not null check (language in ('sv', 'en', 'es')),
  name text check (length(name) between 1 and 100),
  email text check (email = lower(email)),
  words text not null check (length(words) <= 5000),
  sent_at timestamptz not null,
  -- When whoever asks showed that the address is theirs: from then on the office has it.
  confirmed_at timestamptz,
  answer_due_on text check (length(answer_due_on) = 10),
  answered_at timestamptz,
  forgotten_at timestamptz,
  constraint promised_when_confirmed check ((confirmed_at is null) = (answer_due_on is null)),
  constraint forgotten_is_forgotten check (forgotten_at is null or (email is null and name is null and words = ''))
);
create index contact_question_waiting on contact_question (confirmed_at, id, answer_due_on)
where answered_at is null and confirmed_at is not null;

-- One question has one answer: whoever is second is told who was first.
create table contact_answer (
  question_id text primary key references contact_question (id),
  words text not null check (length(words) <= 6000),
  at timestamptz not null,
  by_person text not null references person (id)
);

-- The links in mails: each leads whoever asked to the page of their question.
create table contact_link (
  token_hash text primary key,
  question_id text not null references contact_question (id) on delete cascade,
  created_at timestamptz not null
);
create index contact_link_question on contact_link (question_id);

-- Who sees to what has come in, whatever it is.
create table inbox_assignment (
  kind text not null check (kind in ('question', 'pledge', 'idea', 'need', 'offer', 'hour', 'theme', 'claim')),
  item_id text not null,
  -- Null for nobody, once somebody had it.
  person_id text references person (id),
  by_person text not null references person (id),
  at timestamptz not null,
  primary key (kind, item_id)
);
create index inbox_assignment_person on inbox_assignment (person_id, kind, item_id);

-- What was put aside as spam, by whom and why. It is put back, and never taken away.
create table inbox_closing (
  id text primary key,
  -- Everything that was closed with one press is put back with one.
  batch_id text not null,
  kind text not null check (kind in ('question', 'pledge')),
  item_id text not null,
  reason text not null check (reason in ('advertising', 'program', 'sent-twice', 'abuse')),
  by_person text not null references person (id),
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text references person (id),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create unique index inbox_closing_once on inbox_closing (kind, item_id) where undone_at is null;
create index inbox_closing_batch on inbox_closing (batch_id);
create index inbox_closing_latest on inbox_closing (at);

-- Answers that are often given, in every language, to begin from.
create table answer_text (
  id text primary key,
  name jsonb not null check (cast(name as text) <> '{}'),
  words jsonb not null check (cast(words as text) <> '{}'),
  version integer not null default 1 check (version > 0),
  changed_at timestamptz not null,
  -- Null for those that an installation begins with.
  changed_by text references person (id),
  ended_at timestamptz
);
insert into answer_text (id, name, words, changed_at) values
  ('text-1', '{"sv": "Tack, vi återkommer", "en": "Thank you, we will get back to you", "es": "Gracias, contestaremos"}',
    '{"sv": "Tack för att du skrev. Vi behöver fråga någon som vet och återkommer inom en vecka.", "en": "Thank you for writing. We need to ask someone who knows and will get back to you within a week.", "es": "Gracias por escribir. Necesitamos preguntar a quien lo sabe y contestaremos en una semana."}',
    '2020-01-01T00:00:00.000Z'),
  ('text-2', '{"sv": "Anmälan, avbokning och kö", "en": "Signing up, canceling, and the waiting list", "es": "Inscripción, anulación y lista de espera"}',
    '{"sv": "Du ändrar eller avbokar med länken i mejlet som bekräftade din anmälan. Hittar du det inte: skriv vilken träff det gäller, så skickar vi länken igen.", "en": "You change or cancel with the link in the email that confirmed your sign-up. If you can’t find it, tell us which event it is about and we will send the link again.", "es": "Puedes cambiar o anular con el enlace del correo que confirmó tu inscripción. Si no lo encuentras, dinos de qué encuentro se trata y te lo enviaremos otra vez."}',
    '2020-01-01T00:00:00.000Z'),
  ('text-3', '{"sv": "Vill vara med i Malmöandan", "en": "Wants to be a part of Malmöandan", "es": "Quiere formar parte de Malmöandan"}',
    '{"sv": "Vad roligt att du vill vara med. Alla träffar står i kalendern, och föreningar kan stå i nätverkets katalog. Skriv gärna vad du brinner för, så berättar vi vilka som arbetar med det.", "en": "How nice that you want to take part. All events are in the calendar, and associations can be listed in the network directory. Tell us what matters to you, and we will say who works with it.", "es": "Qué bien que quieras participar. Todos los encuentros están en el calendario y las asociaciones pueden aparecer en el directorio de la red. Cuéntanos qué te importa y te diremos quién trabaja en ello."}',
    '2020-01-01T00:00:00.000Z'),
  ('text-4', '{"sv": "Det är inte vi som bestämmer", "en": "It is not ours to decide", "es": "No nos corresponde decidirlo"}',
    '{"sv": "Det här bestämmer inte Malmöandan om. Vi har inte skickat din fråga vidare. Vänd dig till stadens kontaktcenter, som vet vilken förvaltning som ansvarar.", "en": "Malmöandan does not decide on this. We have not passed your question on. Please turn to the City’s contact center, which knows which department is responsible.", "es": "Malmöandan no decide sobre esto. No hemos reenviado tu pregunta. Dirígete al centro de atención de la Ciudad, que sabe qué departamento es responsable."}',
    '2020-01-01T00:00:00.000Z'),
  ('text-5', '{"sv": "Personuppgifter", "en": "Personal data", "es": "Datos personales"}',
    '{"sv": "Vi har sett din fråga om personuppgifter. Vi svarar inom en månad, och berättar vad som finns om dig och vad vi kan radera.", "en": "We have seen your question about personal data. We will answer within a month and tell you what we hold about you and what we can erase.", "es": "Hemos visto tu pregunta sobre datos personales. Contestaremos en un mes y te diremos qué hay sobre ti y qué podemos borrar."}',
    '2020-01-01T00:00:00.000Z');

-- sqlite:
create trigger contact_question_begins before insert on contact_question when new.answered_at is not null
begin
  select raise(abort, 'a question begins without an answer');
end;
create trigger contact_question_kept before update on contact_question
when new.number <> old.number or new.sent_at <> old.sent_at
  or (old.confirmed_at is not null and (
    new.confirmed_at is not old.confirmed_at or new.answer_due_on is not old.answer_due_on
  ))
  or (new.words <> old.words and new.forgotten_at is null)
  or (new.answered_at is not old.answered_at and (old.answered_at is not null or not exists (
    select 1 from contact_answer where question_id = new.id and at = new.answered_at
  )))
begin
  select raise(abort, 'a question stays as it was asked');
end;
create trigger contact_question_stays before delete on contact_question when old.confirmed_at is not null
begin
  select raise(abort, 'a question that the office has stays');
end;
create trigger contact_answer_allowed before insert on contact_answer
when not exists (select 1 from contact_question where id = new.question_id and confirmed_at is not null)
begin
  select raise(abort, 'what was asked is answered');
end;
create trigger contact_answer_taken after insert on contact_answer
begin
  update contact_question set answered_at = new.at where id = new.question_id;
end;
create trigger contact_answer_kept before update on contact_answer
when new.words <> '' or new.at <> old.at or new.by_person <> old.by_person or new.question_id <> old.question_id
begin
  select raise(abort, 'an answer never changes');
end;
create trigger contact_answer_stays before delete on contact_answer
begin
  select raise(abort, 'an answer never changes');
end;
create trigger inbox_closing_open before insert on inbox_closing
when new.undone_at is not null
  or (new.kind = 'question' and not exists (
    select 1 from contact_question where id = new.item_id and confirmed_at is not null and answered_at is null
  ))
  or (new.kind = 'pledge' and not exists (
    select 1 from pledge where id = new.item_id and confirmed_at is not null and state = 'received'
  ))
begin
  select raise(abort, 'only what nobody has answered is put aside');
end;
create trigger inbox_closing_kept before update on inbox_closing
when old.undone_at is not null or new.kind <> old.kind or new.item_id <> old.item_id or new.reason <> old.reason
  or new.by_person <> old.by_person or new.at <> old.at or new.batch_id <> old.batch_id
begin
  select raise(abort, 'what was put aside is put back, and nothing else');
end;
create trigger inbox_closing_stays before delete on inbox_closing
begin
  select raise(abort, 'what was put aside is put back, and nothing else');
end;
-- end
-- postgres:
create function keep_contact_question() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.answered_at is not null then raise exception 'a question begins without an answer'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.confirmed_at is not null then raise exception 'a question that the office has stays'; end if;
    return old;
  end if;
  if new.number <> old.number or new.sent_at <> old.sent_at
    or (old.confirmed_at is not null and (
      new.confirmed_at is distinct from old.confirmed_at or new.answer_due_on is distinct from old.answer_due_on
    ))
    or (new.words <> old.words and new.forgotten_at is null)
    or (new.answered_at is distinct from old.answered_at and (old.answered_at is not null or not exists (
      select 1 from contact_answer where question_id = new.id and at = new.answered_at
    ))) then
    raise exception 'a question stays as it was asked';
  end if;
  return new;
end $$;
create trigger keep_contact_question before insert or update or delete on contact_question
for each row execute function keep_contact_question();

create function keep_contact_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform 1 from contact_question where id = new.question_id and confirmed_at is not null for update;
    if not found then raise exception 'what was asked is answered'; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and new.words = ''
    and (new.question_id, new.at, new.by_person) is not distinct from (old.question_id, old.at, old.by_person) then
    return new;
  end if;
  raise exception 'an answer never changes';
end $$;
create trigger keep_contact_answer before insert or update or delete on contact_answer
for each row execute function keep_contact_answer();

create function take_contact_answer() returns trigger language plpgsql as $$
begin
  update contact_question set answered_at = new.at where id = new.question_id;
  return null;
end $$;
create trigger take_contact_answer after insert on contact_answer
for each row execute function take_contact_answer();

create function keep_inbox_closing() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.undone_at is not null
      or (new.kind = 'question' and not exists (
        select 1 from contact_question where id = new.item_id and confirmed_at is not null and answered_at is null
      ))
      or (new.kind = 'pledge' and not exists (
        select 1 from pledge where id = new.item_id and confirmed_at is not null and state = 'received'
      )) then
      raise exception 'only what nobody has answered is put aside';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.undone_at is null
    and (new.kind, new.item_id, new.reason, new.by_person, new.at, new.batch_id)
      is not distinct from (old.kind, old.item_id, old.reason, old.by_person, old.at, old.batch_id) then
    return new;
  end if;
  raise exception 'what was put aside is put back, and nothing else';
end $$;
create trigger keep_inbox_closing before insert or update or delete on inbox_closing
for each row execute function keep_inbox_closing();
-- end
