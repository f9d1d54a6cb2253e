-- What shows that a commitment goes as is said; and who wished to know what comes of what they asked for or took part in.

-- Each piece belongs to an update and never changes, as the update does not. It may be written down before its update
-- in the same transaction, so that an update that says "done" finds it.
create table commitment_evidence (
  id text primary key,
  update_id text not null references commitment_update (id) deferrable initially deferred,
  commitment_id text not null references commitment (id),
  kind text not null check (kind in ('event', 'material', 'partnership', 'link', 'number')),
  event_id text references event (id),
  material_id text references material (id),
  partnership_id text references partnership (id),
  url text check (url like 'https://%' or url like 'http://%'),
  -- Like 14, 'schoolyards open', on a day, 'YYYY-MM-DD'.
  amount double precision,
  unit jsonb,
  on_day text check (length(on_day) = 10),
  constraint event_alone check ((kind = 'event') = (event_id is not null)),
  constraint material_alone check ((kind = 'material') = (material_id is not null)),
  constraint partnership_alone check ((kind = 'partnership') = (partnership_id is not null)),
  constraint link_alone check ((kind = 'link') = (url is not null)),
  constraint number_with_unit_and_day check (
    (kind = 'number') = (amount is not null) and (kind = 'number') = (unit is not null)
    and (kind = 'number') = (on_day is not null)
  )
);
create index commitment_evidence_commitment on commitment_evidence (commitment_id);
create index commitment_evidence_update on commitment_evidence (update_id);

-- Who follows the thread, by an address that was confirmed for each wish.
create table thread_follower (
  id text primary key,
  email text not null unique check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  -- The last day, 'YYYY-MM-DD' where people live, on which they were mailed: one mail a day is enough.
  mailed_on text check (length(mailed_on) = 10),
  created_at timestamptz not null
);

create table thread_wish (
  id text primary key,
  follower_id text not null references thread_follower (id) on delete cascade,
  kind text not null check (kind in (
    'need', 'theme', 'event', 'recommendation', 'focus-area', 'commitment', 'goal', 'sdg'
  )),
  thing_id text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unique (follower_id, kind, thing_id)
);
create index thread_wish_thing on thread_wish (kind, thing_id);

-- The links in mails: to confirm one wish, or to see and end all of somebody's. Only checksums are kept.
create table thread_link (
  token_hash text primary key,
  follower_id text not null references thread_follower (id) on delete cascade,
  wish_id text references thread_wish (id) on delete cascade,
  created_at timestamptz not null
);
create index thread_link_follower on thread_link (follower_id);

-- What somebody knows: there before they wished, or told since. Nobody is told twice of the same bead.
create table thread_told (
  follower_id text not null references thread_follower (id) on delete cascade,
  bead text not null,
  at timestamptz not null,
  primary key (follower_id, bead)
);

-- sqlite:
create trigger done_needs_evidence before insert on commitment_update
when new.state = 'done' and new.evidence_url is null
  and not exists (select 1 from commitment_evidence where commitment_id = new.commitment_id)
  and not exists (select 1 from commitment_update where id = new.id)
begin
  select raise(abort, 'done needs evidence');
end;
create trigger commitment_evidence_not_replaced before insert on commitment_evidence
when exists (select 1 from commitment_evidence where id = new.id)
begin
  select raise(abort, 'evidence never changes');
end;
create trigger commitment_evidence_kept before update on commitment_evidence
begin
  select raise(abort, 'evidence never changes');
end;
create trigger commitment_evidence_stays before delete on commitment_evidence
begin
  select raise(abort, 'evidence never changes');
end;
create trigger thread_told_once before update on thread_told
begin
  select raise(abort, 'what was told is told');
end;
create trigger thread_told_to_those_who_asked before insert on thread_told
when not exists (
  select 1 from thread_wish where follower_id = new.follower_id and confirmed_at is not null
)
begin
  select raise(abort, 'nobody who has not confirmed is told');
end;
create trigger thread_follower_mailed_once_a_day before update of mailed_on on thread_follower
when new.mailed_on is null or new.mailed_on <= old.mailed_on
begin
  select raise(abort, 'one mail a day is enough');
end;
-- end
-- postgres:
create function done_needs_evidence() returns trigger language plpgsql as $$
begin
  if new.state = 'done' and new.evidence_url is null
    and not exists (select 1 from commitment_evidence where commitment_id = new.commitment_id) then
    raise exception 'done needs evidence';
  end if;
  return new;
end $$;
create trigger done_needs_evidence before insert on commitment_update
for each row execute function done_needs_evidence();

create function keep_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence never changes';
end $$;
create trigger keep_evidence before update or delete on commitment_evidence
for each row execute function keep_evidence();
create trigger keep_all_evidence before truncate on commitment_evidence execute function keep_evidence();

create function keep_told() returns trigger language plpgsql as $$
begin
  raise exception 'what was told is told';
end $$;
create trigger keep_told before update on thread_told for each row execute function keep_told();

create function tell_those_who_asked() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from thread_wish where follower_id = new.follower_id and confirmed_at is not null
  ) then
    raise exception 'nobody who has not confirmed is told';
  end if;
  return new;
end $$;
create trigger tell_those_who_asked before insert on thread_told
for each row execute function tell_those_who_asked();

create function mail_once_a_day() returns trigger language plpgsql as $$
begin
  if new.mailed_on is null or new.mailed_on <= old.mailed_on then
    raise exception 'one mail a day is enough';
  end if;
  return new;
end $$;
create trigger mail_once_a_day before update of mailed_on on thread_follower
for each row execute function mail_once_a_day();
-- end
