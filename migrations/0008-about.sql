-- Pages about Malmöandan: its history, its office, how to take part.

create table page (
  id text primary key,
  key text not null unique check (key <> ''),
  title jsonb not null,
  lead jsonb not null,
  body jsonb not null default '{}',
  -- Its short name in lists of pages.
  menu jsonb not null,
  position integer not null,
  changed_at timestamptz not null
);
