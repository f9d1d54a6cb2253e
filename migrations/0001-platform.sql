-- What the platform itself keeps: what happened, mails, jobs, limits, pictures.

create table installation (
  id text primary key check (id = 'one'),
  kind text not null check (kind in ('sample', 'real')),
  created_at timestamptz not null
);

create table record (
  id text primary key,
  at timestamptz not null,
  what text not null,
  by_person text,
  about text not null,
  detail jsonb not null default '{}'
);
create index record_about on record (about, at);
create index record_what on record (what, id);

create table mail (
  id text primary key,
  created_at timestamptz not null,
  to_address text not null,
  language text not null check (language in ('sv', 'en', 'es')),
  subject text not null,
  text_body text not null,
  html_body text not null,
  calendar text,
  calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  unsubscribe_url text,
  about text,
  once_key text unique,
  confidential integer not null default 0 check (confidential in (0, 1)),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  sent_at timestamptz,
  last_error text,
  check ((calendar is null) = (calendar_method is null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index mail_to_send on mail (next_attempt_at) where state in ('waiting', 'sending');
create index mail_by_state on mail (state, id);

create table job (
  id text primary key,
  kind text not null,
  payload jsonb not null default '{}',
  run_at timestamptz not null,
  once_key text unique,
  attempts integer not null default 0,
  claimed_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text
);
create index job_to_do on job (run_at) where done_at is null and failed_at is null;

create table limit_count (
  key text not null,
  window_start timestamptz not null,
  count integer not null check (count > 0),
  expires_at timestamptz not null,
  primary key (key, window_start)
);
create index limit_count_expired on limit_count (expires_at);

create table picture (
  id text primary key,
  created_at timestamptz not null,
  file_name text not null,
  width integer not null,
  height integer not null
);
