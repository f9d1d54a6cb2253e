-- Lists that were sent in as files: what stands on each line, what was going to happen with it, and what became of it.

create table list_import (
  id text primary key,
  kind text not null check (kind in ('organisations', 'contacts')),
  state text not null check (state in ('waiting', 'imported', 'undone')),
  file_name text not null check (length(file_name) between 1 and 200),
  encoding text not null check (encoding in ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')),
  delimiter text not null check (length(delimiter) = 1),
  -- Headings that say nothing to us; their columns are left alone.
  ignored jsonb not null default '[]',
  -- What the preview said, as a checksum: it is imported as it was read, or shown anew.
  judged text not null,
  sent_at timestamptz not null,
  sent_by text not null references person (id),
  imported_at timestamptz,
  imported_by text references person (id),
  undone_at timestamptz,
  undone_by text references person (id),
  -- How many lines ended how, once the lines themselves are forgotten.
  counts jsonb not null default '{}',
  constraint list_imported_whole check (
    (state = 'waiting') = (imported_at is null) and (imported_at is null) = (imported_by is null)
  ),
  constraint list_undone_whole check (
    (state = 'undone') = (undone_at is not null) and (undone_at is null) = (undone_by is null)
  )
);
create index list_import_sent on list_import (sent_at);

create table list_import_line (
  -- What a line makes has the line's id.
  id text primary key,
  import_id text not null references list_import (id) on delete cascade,
  line integer not null check (line >= 1),
  -- What stands there; null once it is forgotten.
  cells jsonb,
  outcome text not null check (outcome in ('new', 'change', 'same', 'double', 'alike', 'unreadable')),
  -- The one it is, or may be.
  organisation_id text references organisation (id),
  -- Which fields change from what to what, which line it is the double of, why it cannot be read.
  detail jsonb not null default '{}',
  -- What the office chose where it looks like another.
  choice text check (choice in ('new', 'same', 'leave')),
  done text check (done in ('added', 'changed', 'listed', 'invited', 'nothing')),
  undone text check (undone in ('taken-back', 'stays')),
  stays_why text check (stays_why in ('changed', 'used', 'joined', 'invited', 'name-taken')),
  constraint line_chosen_where_asked check (choice is null or outcome = 'alike'),
  constraint line_undone_was_done check (undone is null or done in ('added', 'changed', 'listed', 'invited')),
  constraint line_stays_with_a_reason check ((undone = 'stays') = (stays_why is not null) or undone is null),
  constraint line_read_tells_nothing_more check (outcome <> 'unreadable' or done is null)
);
create unique index list_import_line_once on list_import_line (import_id, line);
create index list_import_line_outcome on list_import_line (import_id, outcome);
create index list_import_line_of on list_import_line (organisation_id) where organisation_id is not null;

-- sqlite:
create trigger list_import_in_order before update of state on list_import
when not (old.state = new.state or (old.state = 'waiting' and new.state = 'imported')
  or (old.state = 'imported' and new.state = 'undone'))
begin
  select raise(abort, 'a list is imported once and taken back once');
end;
create trigger list_import_begins before insert on list_import
when new.state <> 'waiting'
begin
  select raise(abort, 'a list is looked at before it is imported');
end;
create trigger list_import_whole before update of state on list_import
when old.state = 'waiting' and new.state = 'imported' and exists (
  select 1 from list_import_line where import_id = new.id
    and (outcome = 'unreadable' or (outcome = 'alike' and choice is null))
)
begin
  select raise(abort, 'a list is imported whole or not at all');
end;
create trigger list_import_stays before delete on list_import
when old.state <> 'waiting'
begin
  select raise(abort, 'what was imported stays written down');
end;
create trigger list_import_line_done before update of done, undone on list_import_line
when (new.done is not null and not exists (
    select 1 from list_import where id = new.import_id and state <> 'waiting'
  )) or (new.undone is not null and not exists (
    select 1 from list_import where id = new.import_id and state = 'undone'
  ))
begin
  select raise(abort, 'a line is done when its list is');
end;
-- end
-- postgres:
create function keep_list_import() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then raise exception 'a list is looked at before it is imported'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'waiting' then raise exception 'what was imported stays written down'; end if;
    return old;
  end if;
  if new.state = old.state then return new; end if;
  if (old.state, new.state) not in (('waiting', 'imported'), ('imported', 'undone')) then
    raise exception 'a list is imported once and taken back once';
  end if;
  if new.state = 'imported' and exists (
    select 1 from list_import_line where import_id = new.id
      and (outcome = 'unreadable' or (outcome = 'alike' and choice is null))
  ) then
    raise exception 'a list is imported whole or not at all';
  end if;
  return new;
end $$;
create trigger keep_list_import before insert or update or delete on list_import
for each row execute function keep_list_import();
create function keep_list_import_line() returns trigger language plpgsql as $$
begin
  if (new.done is not null and not exists (
    select 1 from list_import where id = new.import_id and state <> 'waiting'
  )) or (new.undone is not null and not exists (
    select 1 from list_import where id = new.import_id and state = 'undone'
  )) then
    raise exception 'a line is done when its list is';
  end if;
  return new;
end $$;
create trigger keep_list_import_line before update of done, undone on list_import_line
for each row execute function keep_list_import_line();
-- end
