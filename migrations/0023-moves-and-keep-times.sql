-- From which place to which somebody was moved on a waiting list, as those who moved them saw it: on the own sector's
-- list while seats are kept, else on everybody's. Moves from before this say nothing of it.
alter table queue_move add column from_place integer check (from_place > 0);
alter table queue_move add column to_place integer check (to_place > 0);

-- When somebody is to be forgotten, the mails about them are looked up. No mail that waits to be
-- sent is in it, so that writing one costs nothing more.
create index mail_about on mail (about) where state in ('sent', 'failed', 'kept');

-- Somebody may have the right to be named no longer, also in minutes that were approved. Then a name is taken out, and it
-- stays known that something was, when, by whom and why; but not what.
create table note_erasure (
  id text primary key,
  note_id text not null references note (id),
  by_person text not null references person (id),
  because text not null check (length(trim(because)) between 1 and 500),
  at timestamptz not null,
  unique (note_id, at)
);
alter table note add column erased_at timestamptz;
alter table note_addition add column erased_at timestamptz;

-- sqlite:
drop trigger note_kept;
create trigger note_kept before update on note
when old.state in ('approved', 'published') and (
  new.event_id <> old.event_id
  or new.approved_at <> old.approved_at or new.published_at <> old.published_at
  or ((new.said <> old.said or new.agreed <> old.agreed) and (
    new.erased_at is old.erased_at
    or not exists (select 1 from note_erasure where note_id = new.id and at = new.erased_at)
    or length(new.said) > length(old.said) or length(new.agreed) > length(old.agreed)
  ))
)
begin
  select raise(abort, 'approved minutes never change');
end;
drop trigger note_addition_kept;
create trigger note_addition_kept before update on note_addition
when new.id <> old.id or new.note_id <> old.note_id or new.added_by <> old.added_by or new.at <> old.at
  or new.erased_at is old.erased_at
  or not exists (select 1 from note_erasure where note_id = new.note_id and at = new.erased_at)
  or length(new.words) > length(old.words)
begin
  select raise(abort, 'an addition never changes');
end;
create trigger note_erasure_kept before update on note_erasure
begin
  select raise(abort, 'that something was erased stays known');
end;
create trigger note_erasure_stays before delete on note_erasure
begin
  select raise(abort, 'that something was erased stays known');
end;
-- end
-- postgres:
create or replace function keep_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'approved'
      or (new.state = 'published' and coalesce(new.not_sent_because, '') <> 'written-before') then
      raise exception 'minutes are approved before they count as approved';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state in ('approved', 'published') then
      raise exception 'approved minutes never change';
    end if;
    return old;
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'sent'), ('sent', 'approved'), ('approved', 'published')
  ) then
    raise exception 'minutes go from draft to sent to approved to published';
  end if;
  if old.state = 'sent' and new.state = 'approved' and (
    exists (select 1 from note_correction where note_id = new.id and answer is null)
    or not exists (select 1 from note_approval where note_id = new.id)
    or exists (
      select 1 from coordinator where until is null and not exists (
        select 1 from note_approval where note_id = new.id and party_id = coordinator.party_id
      )
    )
  ) then
    raise exception 'minutes are approved by every party, and every correction is answered';
  end if;
  if old.state in ('approved', 'published') and (
    new.event_id <> old.event_id
    or new.approved_at <> old.approved_at or new.published_at <> old.published_at
    or ((new.said <> old.said or new.agreed <> old.agreed) and (
      new.erased_at is not distinct from old.erased_at
      or not exists (select 1 from note_erasure where note_id = new.id and at = new.erased_at)
      or length(cast(new.said as text)) > length(cast(old.said as text))
      or length(cast(new.agreed as text)) > length(cast(old.agreed as text))
    ))
  ) then
    raise exception 'approved minutes never change';
  end if;
  return new;
end $$;

create or replace function keep_note_addition() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an addition never changes';
  end if;
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.note_id <> old.note_id or new.added_by <> old.added_by or new.at <> old.at
      or new.erased_at is not distinct from old.erased_at
      or not exists (select 1 from note_erasure where note_id = new.note_id and at = new.erased_at)
      or length(cast(new.words as text)) > length(cast(old.words as text)) then
      raise exception 'an addition never changes';
    end if;
    return new;
  end if;
  if not exists (
    select 1 from note where id = new.note_id and state in ('approved', 'published') and approved_at <= new.at
  ) then
    raise exception 'what is not approved yet is changed, not added to';
  end if;
  return new;
end $$;

create function keep_note_erasure() returns trigger language plpgsql as $$
begin
  raise exception 'that something was erased stays known';
end $$;
create trigger keep_note_erasure before update or delete on note_erasure
for each row execute function keep_note_erasure();
-- end
