-- Speakers, the timed programme, materials, why an event was changed, and the four states of the minutes.

-- A file as it was sent in. It lies in the data folder under a name made of its checksum.
create table stored_file (
  id text primary key,
  created_at timestamptz not null,
  -- SHA-256 of what is in it, in hexadecimal.
  checksum text not null check (length(checksum) = 64),
  -- What it is offered as, without a path.
  name text not null check (length(name) between 1 and 120),
  content_type text not null check (length(content_type) between 3 and 120),
  bytes integer not null check (bytes > 0)
);

-- Who speaks at an event: no account, and named only with their consent.
create table speaker (
  id text primary key,
  event_id text not null references event (id),
  name text not null check (length(name) between 1 and 200),
  organisation text check (length(organisation) between 1 and 200),
  role text check (length(role) between 1 and 200),
  -- For the office alone.
  email text check (email = lower(email)),
  -- When they were known to agree to be named; null until then.
  consented_at timestamptz,
  created_at timestamptz not null
);
create index speaker_event on speaker (event_id, id);

create table programme_item (
  id text primary key,
  event_id text not null references event (id),
  -- The order; two never share a place, but while they change places.
  position integer not null,
  kind text not null check (kind in (
    'welcome', 'talk', 'conversation', 'table-round', 'break', 'closing', 'other'
  )),
  title jsonb not null check (cast(title as text) <> '{}'),
  minutes integer not null check (minutes between 1 and 1440),
  -- A time of day, 'HH:mm', that it begins at whatever comes before.
  pinned_to text check (length(pinned_to) = 5),
  created_at timestamptz not null
);
create index programme_item_event on programme_item (event_id, position, id);

create table programme_item_speaker (
  item_id text not null references programme_item (id),
  speaker_id text not null references speaker (id),
  primary key (item_id, speaker_id)
);
create index programme_item_speaker_speaker on programme_item_speaker (speaker_id);

-- Slides, recordings and the like: of an event, or of a series as a whole.
create table material (
  id text primary key,
  event_id text references event (id),
  series_id text references series (id),
  kind text not null check (kind in ('recording', 'slides', 'document', 'picture', 'link')),
  title jsonb not null check (cast(title as text) <> '{}'),
  -- Languages it is in, as in 'sv,es'.
  languages text not null check (length(languages) > 0),
  -- What helps or hinders those who cannot see or hear it, as in 'captions,transcript'; and in words of one's own.
  access text not null default '',
  access_note jsonb not null default '{}',
  made_by text check (length(made_by) between 1 and 200),
  url text check (length(url) <= 500),
  file_id text references stored_file (id),
  added_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  constraint of_one_thing check ((event_id is null) <> (series_id is null)),
  constraint link_or_file check ((url is null) <> (file_id is null))
);
create index material_event on material (event_id, id);
create index material_series on material (series_id, id) where series_id is not null;
create index material_file on material (file_id) where file_id is not null;

-- Each time an announced event got another time, place or title: what it was before, and why. Never changed.
create table event_change (
  id text primary key,
  event_id text not null references event (id),
  at timestamptz not null,
  by_person text not null references person (id),
  reason jsonb not null check (cast(reason as text) <> '{}'),
  before jsonb not null check (cast(before as text) <> '{}')
);
create index event_change_event on event_change (event_id, at);

-- The minutes learn where they stand. Those that everybody could read already were agreed on in the way of before.
alter table note rename to note_before;

create table note (
  id text primary key,
  event_id text not null unique references event (id),
  said jsonb not null default '{}',
  agreed jsonb not null default '{}',
  written_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  state text not null check (state in ('draft', 'sent', 'approved', 'published')),
  -- When those who were present got them, or when it was clear that there was nobody to send them to.
  sent_at timestamptz,
  sent_to integer check (sent_to >= 0),
  not_sent_because text check (not_sent_because in ('nobody-present', 'written-before')),
  -- Until then those who were present can send corrections.
  corrections_until timestamptz,
  approved_at timestamptz,
  published_at timestamptz,
  constraint sent_or_why_not check (
    (sent_at is null) = (corrections_until is null)
    and (sent_at is null) = (sent_to is null)
    and (sent_at is null or (sent_to = 0) = (not_sent_because is not null))
  ),
  constraint state_as_dated check (
    (state = 'draft') = (sent_at is null)
    and (state in ('approved', 'published')) = (approved_at is not null)
    and (state = 'published') = (published_at is not null)
  ),
  constraint one_after_the_other check (
    sent_at >= created_at and corrections_until >= sent_at
    and approved_at >= corrections_until and published_at >= approved_at
  )
);

insert into note (
  id, event_id, said, agreed, written_by, created_at, changed_at,
  state, sent_at, sent_to, not_sent_because, corrections_until, approved_at, published_at
)
select
  id, event_id, said, agreed, written_by, created_at, changed_at,
  case when published_at is null then 'draft' else 'published' end,
  published_at,
  case when published_at is null then null else 0 end,
  case when published_at is null then null else 'written-before' end,
  published_at, published_at, published_at
from note_before;
drop table note_before;

-- One approval for each party that has a coordinator.
create table note_approval (
  id text primary key,
  note_id text not null references note (id),
  party_id text not null references party (id),
  by_person text not null references person (id),
  at timestamptz not null,
  unique (note_id, party_id)
);

-- A link of their own for everybody who was present: to read the draft, and to say what is wrong in it.
create table note_link (
  token_hash text primary key,
  note_id text not null references note (id),
  sign_up_id text not null references sign_up (id) on delete cascade,
  created_at timestamptz not null
);
create index note_link_note on note_link (note_id);
create index note_link_sign_up on note_link (sign_up_id);

create table note_correction (
  id text primary key,
  note_id text not null references note (id),
  -- Null once the names of those who signed up are forgotten.
  sign_up_id text references sign_up (id) on delete set null,
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null,
  answer text check (answer in ('taken-in', 'not-taken-in')),
  because text check (length(because) between 1 and 1000),
  answered_by text references person (id),
  answered_at timestamptz,
  constraint answered_whole check (
    (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)
  ),
  constraint no_with_a_reason check (answer is null or (answer = 'not-taken-in') = (because is not null))
);
create index note_correction_note on note_correction (note_id, at);
create index note_correction_sign_up on note_correction (sign_up_id) where sign_up_id is not null;

-- What was added after the approval, each with its date. Never changed.
create table note_addition (
  id text primary key,
  note_id text not null references note (id),
  words jsonb not null check (cast(words as text) <> '{}'),
  added_by text not null references person (id),
  at timestamptz not null
);
create index note_addition_note on note_addition (note_id, at);

-- So that nobody is reminded twice.
create table note_reminder (
  event_id text not null references event (id),
  -- So many days had passed without minutes.
  days integer not null check (days in (3, 7)),
  at timestamptz not null,
  primary key (event_id, days)
);

-- sqlite:
create trigger event_change_kept before update on event_change
begin
  select raise(abort, 'why an event was changed never changes');
end;
create trigger event_change_stays before delete on event_change
begin
  select raise(abort, 'why an event was changed never changes');
end;
create trigger note_begins before insert on note
when new.state = 'approved'
  or (new.state = 'published' and coalesce(new.not_sent_because, '') <> 'written-before')
begin
  select raise(abort, 'minutes are approved before they count as approved');
end;
create trigger note_step before update on note when new.state <> old.state and not (
  (old.state = 'draft' and new.state = 'sent')
  or (old.state = 'sent' and new.state = 'approved')
  or (old.state = 'approved' and new.state = 'published')
)
begin
  select raise(abort, 'minutes go from draft to sent to approved to published');
end;
create trigger note_approved_by_all before update on note
when old.state = 'sent' and new.state = 'approved' and (
  exists (select 1 from note_correction where note_id = new.id and answer is null)
  or not exists (select 1 from note_approval where note_id = new.id)
  or exists (
    select 1 from coordinator where until is null and not exists (
      select 1 from note_approval where note_id = new.id and party_id = coordinator.party_id
    )
  )
)
begin
  select raise(abort, 'minutes are approved by every party, and every correction is answered');
end;
create trigger note_kept before update on note
when old.state in ('approved', 'published') and (
  new.said <> old.said or new.agreed <> old.agreed or new.event_id <> old.event_id
  or new.approved_at <> old.approved_at or new.published_at <> old.published_at
)
begin
  select raise(abort, 'approved minutes never change');
end;
create trigger note_stays before delete on note when old.state in ('approved', 'published')
begin
  select raise(abort, 'approved minutes never change');
end;
create trigger note_approval_in_time before insert on note_approval
when not exists (
  select 1 from note where id = new.note_id and state = 'sent' and corrections_until <= new.at
)
begin
  select raise(abort, 'minutes are approved once the corrections have come in');
end;
create trigger note_approval_kept before update on note_approval
begin
  select raise(abort, 'an approval never changes');
end;
create trigger note_approval_stays before delete on note_approval
when exists (select 1 from note where id = old.note_id and state <> 'sent')
begin
  select raise(abort, 'an approval never changes');
end;
create trigger note_correction_in_time before insert on note_correction
when not exists (
  select 1 from note
  where id = new.note_id and state = 'sent' and sent_at <= new.at and corrections_until > new.at
)
begin
  select raise(abort, 'corrections come while the minutes are with those who were present');
end;
create trigger note_correction_kept before update on note_correction
when new.words <> old.words or new.note_id <> old.note_id or (
  old.answer is not null and (new.answer is not old.answer or new.because is not old.because)
)
begin
  select raise(abort, 'a correction stays as it was sent, and so does its answer');
end;
create trigger note_addition_in_time before insert on note_addition
when not exists (
  select 1 from note where id = new.note_id and state in ('approved', 'published') and approved_at <= new.at
)
begin
  select raise(abort, 'what is not approved yet is changed, not added to');
end;
create trigger note_addition_kept before update on note_addition
begin
  select raise(abort, 'an addition never changes');
end;
create trigger note_addition_stays before delete on note_addition
begin
  select raise(abort, 'an addition never changes');
end;
-- end
-- postgres:
create function keep_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'why an event was changed never changes';
end $$;
create trigger keep_event_change before update or delete on event_change
for each row execute function keep_event_change();

create function keep_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'approved'
      or (new.state = 'published' and coalesce(new.not_sent_because, '') <> 'written-before') then
      raise exception 'minutes are approved before they count as approved';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state in ('approved', 'published') then
      raise exception 'approved minutes never change';
    end if;
    return old;
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'sent'), ('sent', 'approved'), ('approved', 'published')
  ) then
    raise exception 'minutes go from draft to sent to approved to published';
  end if;
  if old.state = 'sent' and new.state = 'approved' and (
    exists (select 1 from note_correction where note_id = new.id and answer is null)
    or not exists (select 1 from note_approval where note_id = new.id)
    or exists (
      select 1 from coordinator where until is null and not exists (
        select 1 from note_approval where note_id = new.id and party_id = coordinator.party_id
      )
    )
  ) then
    raise exception 'minutes are approved by every party, and every correction is answered';
  end if;
  if old.state in ('approved', 'published') and (
    new.said <> old.said or new.agreed <> old.agreed or new.event_id <> old.event_id
    or new.approved_at <> old.approved_at or new.published_at <> old.published_at
  ) then
    raise exception 'approved minutes never change';
  end if;
  return new;
end $$;
create trigger keep_note before insert or update or delete on note for each row execute function keep_note();

create function keep_note_approval() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'an approval never changes';
  end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from note where id = old.note_id and state <> 'sent') then
      raise exception 'an approval never changes';
    end if;
    return old;
  end if;
  if not exists (
    select 1 from note where id = new.note_id and state = 'sent' and corrections_until <= new.at
  ) then
    raise exception 'minutes are approved once the corrections have come in';
  end if;
  return new;
end $$;
create trigger keep_note_approval before insert or update or delete on note_approval
for each row execute function keep_note_approval();

create function keep_note_correction() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.words <> old.words or new.note_id <> old.note_id or (
      old.answer is not null
      and (new.answer is distinct from old.answer or new.because is distinct from old.because)
    ) then
      raise exception 'a correction stays as it was sent, and so does its answer';
    end if;
    return new;
  end if;
  if not exists (
    select 1 from note
    where id = new.note_id and state = 'sent' and sent_at <= new.at and corrections_until > new.at
  ) then
    raise exception 'corrections come while the minutes are with those who were present';
  end if;
  return new;
end $$;
create trigger keep_note_correction before insert or update on note_correction
for each row execute function keep_note_correction();

create function keep_note_addition() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'an addition never changes';
  end if;
  if not exists (
    select 1 from note where id = new.note_id and state in ('approved', 'published') and approved_at <= new.at
  ) then
    raise exception 'what is not approved yet is changed, not added to';
  end if;
  return new;
end $$;
create trigger keep_note_addition before insert or update or delete on note_addition
for each row execute function keep_note_addition();
-- end
