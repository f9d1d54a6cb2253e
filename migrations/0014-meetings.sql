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

-- sqlite:
create trigger event_change_kept before update on event_change
begin
  select raise(abort, 'why an event was changed never changes');
end;
create trigger event_change_stays before delete on event_change
begin
  select raise(abort, 'why an event was changed never changes');
end;
-- end
-- postgres:
create function keep_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'why an event was changed never changes';
end $$;
create trigger keep_event_change before update or delete on event_change
for each row execute function keep_event_change();
-- end
