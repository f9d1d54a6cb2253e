-- Who arranges an event from both sides, what it is about, and everything that is left of all events.

-- The names of the arrangers, for lists and calendars, as they were called when they were written down.
alter table event add column arranged_by jsonb not null default '{}';

create table event_arranger (
  id text primary key,
  event_id text not null references event (id),
  position integer not null check (position >= 1),
  organisation_id text references organisation (id),
  -- One that is not in the directory: what it is called, and whose side it is on.
  name text check (length(name) between 1 and 200),
  side text check (side in ('city', 'civil-society', 'other')),
  constraint known_or_named check ((organisation_id is null) = (name is not null)),
  -- The directory says whose side an organisation of its own is on.
  constraint side_of_named check ((name is null) = (side is null)),
  unique (event_id, organisation_id),
  unique (event_id, name)
);
create index event_arranger_event on event_arranger (event_id, position);
create index event_arranger_organisation on event_arranger (organisation_id) where organisation_id is not null;

-- An event of which a recording will be kept; those who come are told before they sign up.
create table event_recorded (
  event_id text primary key references event (id),
  said_by text not null references person (id),
  at timestamptz not null
);

-- What events are about, in a few words that coordinators choose together.
create table theme (
  id text primary key,
  slug text not null unique check (length(slug) between 1 and 80),
  name jsonb not null check (cast(name as text) <> '{}'),
  about jsonb not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Since then it is not offered any more; what has it keeps it.
  ended_at timestamptz,
  check (ended_at is null or ended_at >= created_at)
);

create table event_theme (
  event_id text not null references event (id),
  theme_id text not null references theme (id),
  -- When the event begins, kept by the triggers below, so that a theme's events are read in order.
  starts_at timestamptz,
  primary key (event_id, theme_id)
);
create index event_theme_theme on event_theme (theme_id, starts_at, event_id);

-- What a material is found by: its title in all languages, who made it, and its event; in lower case without accents.
alter table material add column search_text text not null default '';
-- When those who are seen and heard in a recording were known to agree that it is shown.
alter table material add column consented_at timestamptz;
update material set consented_at = published_at where kind = 'recording';

-- Everything that everybody may see, kept by the triggers below, so that the library finds it without reading all.
create table library_item (
  material_id text primary key references material (id) on delete cascade,
  event_id text references event (id),
  series_id text not null references series (id),
  kind text not null,
  languages text not null,
  -- When the event was; for what belongs to a whole series, when it was shown first.
  happened_at timestamptz not null,
  search_text text not null
);
create index library_item_time on library_item (happened_at, material_id);
create index library_item_series on library_item (series_id, happened_at, material_id);
create index library_item_kind on library_item (kind, happened_at, material_id);
create index library_item_series_kind on library_item (series_id, kind, happened_at, material_id);
create index library_item_event on library_item (event_id) where event_id is not null;

-- How often each was opened, by day: numbers, and nothing of who opened it.
create table material_opened (
  material_id text not null references material (id) on delete cascade,
  -- 'YYYY-MM-DD' where people live.
  day text not null check (length(day) = 10),
  count integer not null check (count > 0),
  primary key (material_id, day)
);
-- The sum of each year, kept by the triggers below.
create table material_used (
  material_id text not null references material (id) on delete cascade,
  year integer not null check (year between 2000 and 2999),
  count integer not null check (count > 0),
  primary key (material_id, year)
);
create index material_used_most on material_used (year, count, material_id);

-- What belongs in the library: shown to everybody, and of an event that everybody may know of.
create view library_shelf as
select
  material.id as material_id, material.event_id, coalesce(event.series_id, material.series_id) as series_id,
  material.kind, material.languages, coalesce(event.starts_at, material.published_at) as happened_at,
  material.search_text
from material
left join event on event.id = material.event_id
left join event_audience on event_audience.event_id = material.event_id
where material.published_at is not null
  and (material.event_id is null or event.published_at is not null)
  and coalesce(event_audience.unlisted, 0) = 0;

-- sqlite:
-- The words a material is found by, and its languages as '=sv', '=es'.
create table material_word (
  word text not null check (length(word) between 1 and 100),
  material_id text not null references material (id) on delete cascade,
  primary key (word, material_id)
);
create trigger theme_begins_with_event after insert on event_theme
begin
  update event_theme set starts_at = (select starts_at from event where id = new.event_id)
  where event_id = new.event_id and theme_id = new.theme_id;
end;
create trigger theme_moves_with_event after update of starts_at on event
begin
  update event_theme set starts_at = new.starts_at where event_id = new.id;
end;
create trigger library_takes_in after insert on material
begin
  insert into library_item select * from library_shelf where material_id = new.id;
end;
create trigger library_follows_material after update on material
begin
  delete from library_item where material_id = new.id;
  insert into library_item select * from library_shelf where material_id = new.id;
end;
create trigger library_follows_event after update of published_at, starts_at, series_id on event
begin
  delete from library_item where event_id = new.id;
  insert into library_item select * from library_shelf where event_id = new.id;
end;
create trigger library_hides_unlisted after insert on event_audience
begin
  delete from library_item where event_id = new.event_id;
  insert into library_item select * from library_shelf where event_id = new.event_id;
end;
create trigger library_follows_audience after update on event_audience
begin
  delete from library_item where event_id = new.event_id;
  insert into library_item select * from library_shelf where event_id = new.event_id;
end;
create trigger library_shows_listed after delete on event_audience
begin
  delete from library_item where event_id = old.event_id;
  insert into library_item select * from library_shelf where event_id = old.event_id;
end;
create trigger recording_with_consent before insert on material
when new.kind = 'recording' and new.published_at is not null and new.consented_at is null
begin
  select raise(abort, 'a recording is shown once those in it have agreed');
end;
create trigger recording_keeps_consent before update on material
when new.kind = 'recording' and new.published_at is not null and new.consented_at is null
begin
  select raise(abort, 'a recording is shown once those in it have agreed');
end;
create trigger opened_counts_for_year after insert on material_opened
begin
  insert into material_used (material_id, year, count)
  values (new.material_id, cast(substr(new.day, 1, 4) as integer), new.count)
  on conflict (material_id, year) do update set count = material_used.count + excluded.count;
end;
create trigger opened_adds_to_year after update on material_opened
begin
  update material_used set count = count + new.count - old.count
  where material_id = new.material_id and year = cast(substr(new.day, 1, 4) as integer);
end;
create trigger opened_only_grows before update on material_opened
when new.count < old.count or new.day <> old.day or new.material_id <> old.material_id
begin
  select raise(abort, 'openings are counted upwards');
end;
insert into library_item select * from library_shelf;
-- end
-- postgres:
-- The words a material is found by, and its languages as '=sv', '=es'; in the order of bytes, whatever the server's.
create table material_word (
  word text collate "C" not null check (length(word) between 1 and 100),
  material_id text not null references material (id) on delete cascade,
  primary key (word, material_id)
);
create function begin_theme() returns trigger language plpgsql as $$
begin
  new.starts_at := (select starts_at from event where id = new.event_id);
  return new;
end $$;
create trigger begin_theme before insert on event_theme for each row execute function begin_theme();
create function move_theme() returns trigger language plpgsql as $$
begin
  update event_theme set starts_at = new.starts_at where event_id = new.id;
  return null;
end $$;
create trigger move_theme after update of starts_at on event for each row execute function move_theme();
create function shelve_material() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from library_item where material_id = new.id;
  end if;
  insert into library_item select * from library_shelf where material_id = new.id;
  return null;
end $$;
create trigger shelve_material after insert or update on material
for each row execute function shelve_material();
create function shelve_event() returns trigger language plpgsql as $$
begin
  delete from library_item where event_id = new.id;
  insert into library_item select * from library_shelf where event_id = new.id;
  return null;
end $$;
create trigger shelve_event after update of published_at, starts_at, series_id on event
for each row execute function shelve_event();
create function shelve_audience() returns trigger language plpgsql as $$
declare
  about text := case when tg_op = 'DELETE' then old.event_id else new.event_id end;
begin
  delete from library_item where event_id = about;
  insert into library_item select * from library_shelf where event_id = about;
  return null;
end $$;
create trigger shelve_audience after insert or update or delete on event_audience
for each row execute function shelve_audience();
create function keep_recording_consent() returns trigger language plpgsql as $$
begin
  if new.kind = 'recording' and new.published_at is not null and new.consented_at is null then
    raise exception 'a recording is shown once those in it have agreed';
  end if;
  return new;
end $$;
create trigger keep_recording_consent before insert or update on material
for each row execute function keep_recording_consent();
create function count_openings() returns trigger language plpgsql as $$
declare
  more integer := new.count;
begin
  if tg_op = 'UPDATE' then
    if new.count < old.count or new.day <> old.day or new.material_id <> old.material_id then
      raise exception 'openings are counted upwards';
    end if;
    more := new.count - old.count;
  end if;
  if more > 0 then
    insert into material_used (material_id, year, count)
    values (new.material_id, cast(substr(new.day, 1, 4) as integer), more)
    on conflict (material_id, year) do update set count = material_used.count + excluded.count;
  end if;
  return null;
end $$;
create trigger count_openings after insert or update on material_opened
for each row execute function count_openings();
insert into library_item select * from library_shelf;
-- end
create index material_word_material on material_word (material_id);
