-- The parties to the agreement, the people who act for them, and how they sign in.

create table party (
  id text primary key,
  key text not null unique check (key <> ''),
  name jsonb not null,
  position integer not null
);

create table person (
  id text primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  language text not null check (language in ('sv', 'en', 'es')),
  created_at timestamptz not null
);

create table coordinator (
  id text primary key,
  person_id text not null references person (id),
  party_id text not null references party (id),
  since timestamptz not null,
  until timestamptz,
  check (until is null or until >= since)
);
-- A person speaks for one party at a time.
create unique index coordinator_now on coordinator (person_id) where until is null;

-- A party that somebody speaks for is never left without anybody.
-- sqlite:
create trigger coordinator_kept before update on coordinator
when old.until is null and (new.until is not null or new.party_id <> old.party_id) and not exists (
  select 1 from coordinator where party_id = old.party_id and until is null and id <> old.id
)
begin
  select raise(abort, 'a party keeps its last coordinator');
end;
create trigger coordinator_stays before delete on coordinator
when old.until is null and not exists (
  select 1 from coordinator where party_id = old.party_id and until is null and id <> old.id
)
begin
  select raise(abort, 'a party keeps its last coordinator');
end;
-- end
-- postgres:
create function keep_last_coordinator() returns trigger language plpgsql as $$
begin
  if old.until is null and (tg_op = 'DELETE' or new.until is not null or new.party_id <> old.party_id) then
    -- The party's row is held, so that two who leave in the same moment don't each count on the other.
    perform 1 from party where id = old.party_id for update;
    perform 1 from coordinator where party_id = old.party_id and until is null and id <> old.id;
    if not found then raise exception 'a party keeps its last coordinator'; end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger keep_last_coordinator before update or delete on coordinator
for each row execute function keep_last_coordinator();
-- end

create table sign_in_link (
  token_hash text primary key,
  person_id text not null references person (id),
  next_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_expires on sign_in_link (expires_at);

create table session (
  token_hash text primary key,
  person_id text not null references person (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

-- The one-time address with which the first coordinators of a new installation are named.
create table first_coordinators_link (
  token_hash text primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
