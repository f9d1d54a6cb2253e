-- The directory: organisations, and the partnerships, processes and networks they are part of.

create table organisation (
  id text primary key,
  slug text not null unique,
  sector text not null check (sector in ('civil-society', 'city', 'academia', 'business', 'region')),
  kind text not null check (kind in (
    'association', 'umbrella', 'network', 'foundation', 'faith-community', 'study-association',
    'department', 'committee', 'company', 'university', 'public-body'
  )),
  name jsonb not null,
  about jsonb not null default '{}',
  website text,
  place text,
  party_id text references party (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Names in all languages in lower case without accents, to search by.
  search_text text not null
);
create index organisation_sector on organisation (sector, slug);

create table partnership (
  id text primary key,
  slug text not null unique,
  kind text not null check (kind in ('partnership', 'process', 'network')),
  name jsonb not null,
  lead jsonb not null,
  about jsonb not null default '{}',
  -- What Malmöandan's part in it is.
  part jsonb not null default '{}',
  began_year integer,
  ended_year integer,
  position integer not null,
  changed_at timestamptz not null,
  check (ended_year is null or began_year is null or ended_year >= began_year)
);

create table partnership_organisation (
  partnership_id text not null references partnership (id) on delete cascade,
  organisation_id text not null references organisation (id),
  primary key (partnership_id, organisation_id)
);
