-- Before a forum: a theme on which people write statements and vote on them.

create table dialogue (
  id text primary key,
  event_id text not null references event (id),
  -- Its part of the address.
  slug text not null unique check (length(slug) between 1 and 80),
  title jsonb not null check (cast(title as text) <> '{}'),
  lead jsonb not null default '{}',
  made_by text not null references person (id),
  created_at timestamptz not null,
  -- Statements and votes are taken from then on.
  opened_at timestamptz,
  -- And no longer than this.
  closes_at timestamptz not null,
  -- When an organizer closed it before that.
  closed_at timestamptz,
  -- Since then everybody may see the opinion map.
  shown_at timestamptz,
  check (closed_at is null or opened_at is not null),
  check (shown_at is null or opened_at is not null)
);
create index dialogue_event on dialogue (event_id, id);

-- Somebody who takes part in one dialogue, with or without having signed up for the event. No name.
create table voter (
  id text primary key,
  dialogue_id text not null references dialogue (id),
  -- Of the cookie or link by which they are known again.
  token_hash text not null unique,
  email text check (email = lower(email)),
  confirmed_at timestamptz,
  sign_up_id text references sign_up (id) on delete set null,
  -- What they take part as; told once, and may be corrected.
  capacity text check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  language text not null check (language in ('sv', 'en', 'es')),
  created_at timestamptz not null,
  forgotten_at timestamptz
);
create unique index voter_email on voter (dialogue_id, email) where email is not null;
create unique index voter_sign_up on voter (dialogue_id, sign_up_id) where sign_up_id is not null;

create table statement (
  id text primary key,
  dialogue_id text not null references dialogue (id),
  number integer not null check (number >= 1),
  -- The language it was written in, and what it says there; translations by an editor.
  language text not null check (language in ('sv', 'en', 'es')),
  words text not null check (length(words) between 1 and 280),
  translations jsonb not null default '{}',
  -- Written by the organizers, to begin with.
  is_seed integer not null default 0 check (is_seed in (0, 1)),
  -- About the dialogue itself, not about its theme.
  is_meta integer not null default 0 check (is_meta in (0, 1)),
  written_by text references voter (id),
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'shown', 'turned-down')),
  decided_at timestamptz,
  decided_by text references person (id),
  -- Why it was turned down.
  reason text check (length(reason) between 1 and 400),
  unique (dialogue_id, number),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'turned-down') = (reason is not null))
);

-- The latest vote of each person on each statement.
create table vote (
  statement_id text not null references statement (id),
  voter_id text not null references voter (id),
  -- Agree 1, pass 0, disagree -1.
  vote integer not null check (vote in (-1, 0, 1)),
  at timestamptz not null,
  primary key (statement_id, voter_id)
);
create index vote_voter on vote (voter_id);
