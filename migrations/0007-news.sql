-- Announcements, where else Malmöandan can be followed, and who wants to be told by mail.

create table announcement (
  id text primary key,
  slug text not null unique,
  title jsonb not null,
  lead jsonb not null,
  body jsonb not null default '{}',
  picture_id text references picture (id),
  picture_alt jsonb not null default '{}',
  written_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  taken_down_at timestamptz,
  -- Whoever can't see the picture is told what it shows.
  constraint no_picture_without_words check (picture_id is null or picture_alt <> '{}'),
  check (taken_down_at is null or published_at is not null)
);
create index announcement_published on announcement (published_at, id)
  where published_at is not null and taken_down_at is null;
create index announcement_created on announcement (created_at, id);

create table follow_link (
  id text primary key,
  name text not null check (length(name) between 1 and 60),
  url text not null check (url like 'https://%' and length(url) <= 500),
  position integer not null
);

-- One wish of one address: all news, or the next events of one series. It counts from the day it is confirmed; when
-- it ends the address is forgotten.
create table subscription (
  id text primary key,
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  series_id text references series (id),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  check (email is not null or ended_at is not null)
);
create unique index subscription_to_news on subscription (email)
  where series_id is null and ended_at is null;
create unique index subscription_to_series on subscription (email, series_id)
  where series_id is not null and ended_at is null;
create index subscription_told on subscription (series_id, id)
  where confirmed_at is not null and ended_at is null;
create index subscription_unconfirmed on subscription (asked_at)
  where confirmed_at is null and ended_at is null;

-- The links in mails: one that confirms a wish in a language, and one per mail that ends it.
create table subscription_link (
  token_hash text primary key,
  subscription_id text not null references subscription (id) on delete cascade,
  purpose text not null check (purpose in ('confirm', 'end')),
  language text not null check (language in ('sv', 'en', 'es')),
  created_at timestamptz not null
);
create index subscription_link_subscription on subscription_link (subscription_id);

-- What of the record the followers have been told, or are being told, one batch after another. One single place in the
-- record would not do: with several processes, an earlier row may become visible after a later one.
create table told (
  record_id text primary key references record (id),
  at timestamptz not null,
  -- While it is under way: the subscription that was told last, or '' before the first. Null when all are told.
  last_subscription text
);
