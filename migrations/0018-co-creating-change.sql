-- The yearly course: a call, applications, a group chosen by a rule that can be explained, places offered and answered,
-- sessions attended, certificates, and those who want to be found afterwards.

create table course (
  id text primary key,
  slug text not null unique,
  series_id text not null references series (id),
  title jsonb not null,
  about jsonb not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  places integer not null check (places between 2 and 200),
  -- Kept by the triggers below; the check is what makes it impossible to offer one place too many.
  places_taken integer not null default 0 check (places_taken between 0 and places),
  -- So many of one organisation are in the group at most.
  organisation_max integer not null check (organisation_max between 1 and 200),
  -- Whoever came to so many sessions has attended the course.
  sessions_min integer not null check (sessions_min between 1 and 50),
  -- So many days somebody has to answer an offer.
  answer_days integer not null check (answer_days between 2 and 30),
  -- Drawn when the course is written down, before anybody has applied: it settles what is equal.
  seed text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  -- When those who follow the series were told that the call is open.
  told_at timestamptz,
  decided_at timestamptz,
  decided_by text references person (id),
  check (opens_at < closes_at),
  check ((decided_at is null) = (decided_by is null)),
  check (decided_at is null or (published_at is not null and decided_at >= closes_at))
);

-- Each session is an event of the series, with a page, materials and a place in the calendar.
create table course_session (
  course_id text not null references course (id),
  event_id text not null unique references event (id),
  primary key (course_id, event_id)
);

create table course_application (
  id text primary key,
  course_id text not null references course (id),
  email text check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  motivation text check (length(motivation) between 1 and 1500),
  capacity text not null check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) between 1 and 200),
  size text not null check (size in ('alone', 'small', 'middle', 'large')),
  part text not null check (part in ('north', 'east', 'south', 'west', 'center', 'whole', 'elsewhere')),
  language text not null check (language in ('sv', 'en', 'es')),
  state text not null check (state in (
    'unconfirmed', 'applied', 'withdrawn', 'offered', 'accepted', 'declined', 'expired', 'substitute', 'not-chosen'
  )),
  applied_at timestamptz not null,
  confirmed_at timestamptz,
  offered_until timestamptz,
  -- On which list of substitutes, and where.
  line text check (line in ('city', 'civil-society', 'others')),
  line_place integer check (line_place > 0),
  -- Since when the person wants to be found among those who took the course.
  alumni_since timestamptz,
  forgotten_at timestamptz,
  unique (id, course_id),
  check ((state = 'offered') = (offered_until is not null)),
  check ((line is null) = (line_place is null)),
  check (state <> 'substitute' or line is not null),
  check (state in ('unconfirmed', 'withdrawn') or confirmed_at is not null),
  check (alumni_since is null or (state = 'accepted' and forgotten_at is null)),
  check ((email is null) = (forgotten_at is not null)),
  check (forgotten_at is null or (
    name = '–' and motivation is null and organisation_id is null and organisation_name is null
  ))
);
-- One application per address and course.
create unique index course_application_once on course_application (course_id, email);
create index course_application_course on course_application (course_id, state, id);
create index course_application_offered on course_application (offered_until) where offered_until is not null;

create table course_link (
  token_hash text primary key,
  application_id text not null references course_application (id) on delete cascade,
  created_at timestamptz not null
);
create index course_link_application on course_link (application_id);

-- What somebody in the office changed in the proposed group, and why; the latest of each applicant stands.
create table course_pick (
  id text primary key,
  course_id text not null,
  application_id text not null,
  kind text not null check (kind in ('in', 'out', 'rule')),
  reason text not null check (length(trim(reason)) > 0),
  by_person text not null references person (id),
  at timestamptz not null,
  foreign key (application_id, course_id) references course_application (id, course_id)
);
create index course_pick_course on course_pick (course_id, id);

-- The group as it was decided, who stands in whose place, and why. Never changed afterwards.
create table course_choice (
  application_id text primary key,
  course_id text not null,
  kind text not null check (kind in ('place', 'substitute', 'no')),
  -- The order in which the rule came to it.
  position integer not null,
  because jsonb not null,
  foreign key (application_id, course_id) references course_application (id, course_id),
  unique (course_id, position)
);

create table course_attendance (
  event_id text not null,
  application_id text not null,
  course_id text not null,
  by_person text not null references person (id),
  at timestamptz not null,
  primary key (application_id, event_id),
  foreign key (course_id, event_id) references course_session (course_id, event_id),
  foreign key (application_id, course_id) references course_application (id, course_id)
);

create table course_certificate (
  -- As it stands on the certificate: whoever is shown one can ask whether it is ours.
  number text primary key,
  application_id text not null unique references course_application (id),
  made_at timestamptz not null
);

-- sqlite:
create trigger course_application_in_time before insert on course_application
when not exists (
  select 1 from course where id = new.course_id and published_at is not null
    and opens_at <= new.applied_at and new.applied_at < closes_at
)
begin
  select raise(abort, 'an application comes while the call is open');
end;
create trigger course_application_begins before insert on course_application
when new.state not in ('unconfirmed', 'applied')
begin
  select raise(abort, 'an application begins as one');
end;
create trigger course_application_keeps_course before update of course_id on course_application
when old.course_id <> new.course_id
begin
  select raise(abort, 'an application stays with its course');
end;
-- Whoever comes back after having withdrawn does so while the call is open, as everybody.
create trigger course_application_comes_back before update of state on course_application
when old.state = 'withdrawn' and new.state <> 'withdrawn' and not exists (
  select 1 from course where id = new.course_id and opens_at <= new.applied_at and new.applied_at < closes_at
    and decided_at is null and new.state in ('unconfirmed', 'applied')
)
begin
  select raise(abort, 'an application comes while the call is open');
end;
create trigger course_place_is_decided before update of state on course_application
when old.state <> new.state and (
  (new.state in ('offered', 'accepted') and not exists (
    select 1 from course_choice join course on course.id = course_choice.course_id
    where application_id = new.id and kind <> 'no' and decided_at is not null
  ))
  or (new.state = 'substitute' and not exists (
    select 1 from course_choice join course on course.id = course_choice.course_id
    where application_id = new.id and kind = 'substitute' and decided_at is not null
  ))
  or (new.state = 'not-chosen' and not exists (
    select 1 from course_choice join course on course.id = course_choice.course_id
    where application_id = new.id and kind <> 'place' and decided_at is not null
  ))
  or (new.state = 'accepted' and old.state <> 'offered')
)
begin
  select raise(abort, 'a place is given by the decided selection alone');
end;
-- On the list stands whoever came often enough, once no session is left.
create trigger course_alumni_attended before update of alumni_since on course_application
when new.alumni_since is not null and new.alumni_since is not old.alumni_since and (
  (
    select count(*) from course_attendance join event on event.id = course_attendance.event_id
    where application_id = new.id and cancelled_at is null
  ) < (select sessions_min from course where id = new.course_id)
  or exists (
    select 1 from course_session join event on event.id = course_session.event_id
    where course_id = new.course_id and cancelled_at is null and ends_at > new.alumni_since
  )
)
begin
  select raise(abort, 'only who attended the course is listed');
end;
create trigger course_counts_places after update of state on course_application
when (old.state in ('offered', 'accepted')) <> (new.state in ('offered', 'accepted'))
begin
  update course set places_taken = places_taken + case when new.state in ('offered', 'accepted') then 1 else -1 end
  where id = new.course_id;
end;
create trigger course_gives_place_back after delete on course_application
when old.state in ('offered', 'accepted')
begin
  update course set places_taken = places_taken - 1 where id = old.course_id;
end;
create trigger course_stays_decided before update of decided_at, decided_by, seed on course
when old.decided_at is not null and (
  new.decided_at is not old.decided_at or new.decided_by is not old.decided_by or new.seed <> old.seed
)
begin
  select raise(abort, 'a decided selection stands');
end;
create trigger course_keeps_its_draw before update of seed on course when new.seed <> old.seed
begin
  select raise(abort, 'the draw of a course is never drawn again');
end;
create trigger course_choice_before_decision before insert on course_choice
when exists (select 1 from course where id = new.course_id and decided_at is not null)
begin
  select raise(abort, 'a decided selection stands');
end;
create trigger course_choice_stands before update on course_choice
begin
  select raise(abort, 'a decided selection stands');
end;
create trigger course_choice_stays before delete on course_choice
begin
  select raise(abort, 'a decided selection stands');
end;
create trigger course_pick_before_decision before insert on course_pick
when exists (select 1 from course where id = new.course_id and decided_at is not null)
begin
  select raise(abort, 'a decided selection stands');
end;
-- The reason alone may go, some time after the course, since it may name somebody.
create trigger course_pick_stands before update on course_pick
when new.reason <> '–' or new.kind <> old.kind or new.application_id <> old.application_id
  or new.by_person <> old.by_person or new.at <> old.at or new.id <> old.id
begin
  select raise(abort, 'what was changed in a group stands');
end;
create trigger course_pick_stays before delete on course_pick
begin
  select raise(abort, 'what was changed in a group stands');
end;
-- end
-- postgres:
create function course_application_added() returns trigger language plpgsql as $$
begin
  if new.state not in ('unconfirmed', 'applied') then
    raise exception 'an application begins as one';
  end if;
  if not exists (
    select 1 from course where id = new.course_id and published_at is not null
      and opens_at <= new.applied_at and new.applied_at < closes_at
  ) then
    raise exception 'an application comes while the call is open';
  end if;
  return new;
end $$;
create trigger course_application_added before insert on course_application
for each row execute function course_application_added();

create function course_application_changed() returns trigger language plpgsql as $$
declare
  chosen text;
begin
  if old.course_id <> new.course_id then
    raise exception 'an application stays with its course';
  end if;
  -- On the list stands whoever came often enough, once no session is left.
  if new.alumni_since is not null and new.alumni_since is distinct from old.alumni_since and (
    (
      select count(*) from course_attendance join event on event.id = course_attendance.event_id
      where application_id = new.id and cancelled_at is null
    ) < (select sessions_min from course where id = new.course_id)
    or exists (
      select 1 from course_session join event on event.id = course_session.event_id
      where course_id = new.course_id and cancelled_at is null and ends_at > new.alumni_since
    )
  ) then
    raise exception 'only who attended the course is listed';
  end if;
  if old.state = new.state then return new; end if;
  if old.state = 'withdrawn' and not exists (
    select 1 from course where id = new.course_id and opens_at <= new.applied_at and new.applied_at < closes_at
      and decided_at is null and new.state in ('unconfirmed', 'applied')
  ) then
    raise exception 'an application comes while the call is open';
  end if;
  if new.state in ('offered', 'accepted', 'substitute', 'not-chosen') then
    select kind into chosen from course_choice join course on course.id = course_choice.course_id
      where application_id = new.id and decided_at is not null;
    if chosen is null
      or (new.state in ('offered', 'accepted') and chosen = 'no')
      or (new.state = 'substitute' and chosen <> 'substitute')
      or (new.state = 'not-chosen' and chosen = 'place')
      or (new.state = 'accepted' and old.state <> 'offered') then
      raise exception 'a place is given by the decided selection alone';
    end if;
  end if;
  return new;
end $$;
create trigger course_application_changed before update on course_application
for each row execute function course_application_changed();

create function course_counts_places() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('offered', 'accepted') then
      update course set places_taken = places_taken - 1 where id = old.course_id;
    end if;
  elsif (old.state in ('offered', 'accepted')) <> (new.state in ('offered', 'accepted')) then
    update course
    set places_taken = places_taken + case when new.state in ('offered', 'accepted') then 1 else -1 end
    where id = new.course_id;
  end if;
  return null;
end $$;
create trigger course_counts_places after update or delete on course_application
for each row execute function course_counts_places();

create function course_stays_decided() returns trigger language plpgsql as $$
begin
  if new.seed <> old.seed then
    raise exception 'the draw of a course is never drawn again';
  end if;
  if old.decided_at is not null
    and (new.decided_at, new.decided_by) is distinct from (old.decided_at, old.decided_by) then
    raise exception 'a decided selection stands';
  end if;
  return new;
end $$;
create trigger course_stays_decided before update on course
for each row execute function course_stays_decided();

create function course_selection_stands() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or exists (select 1 from course where id = new.course_id and decided_at is not null) then
    raise exception 'a decided selection stands';
  end if;
  return new;
end $$;
create trigger course_selection_stands before insert or update or delete on course_choice
for each row execute function course_selection_stands();
create trigger course_pick_before_decision before insert on course_pick
for each row execute function course_selection_stands();

create function course_pick_stands() returns trigger language plpgsql as $$
begin
  -- The reason alone may go, some time after the course, since it may name somebody.
  if tg_op = 'UPDATE' and new.reason = '–'
    and (new.id, new.course_id, new.application_id, new.kind, new.by_person, new.at)
      is not distinct from (old.id, old.course_id, old.application_id, old.kind, old.by_person, old.at) then
    return new;
  end if;
  raise exception 'what was changed in a group stands';
end $$;
create trigger course_pick_stands before update or delete on course_pick
for each row execute function course_pick_stands();
-- end
