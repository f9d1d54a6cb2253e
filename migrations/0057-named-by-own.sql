-- Each party names itself who speaks for it: nobody is made coordinator of another party and then says yes for it.

-- The coordinator of that party who named them. Empty: the first of a party, or named before the platform kept it.
alter table coordinator add column named_by text references person (id);

-- sqlite:
create trigger coordinator_named_by_own before insert on coordinator
when exists (select 1 from coordinator where party_id = new.party_id) and not exists (
  select 1 from coordinator
  where party_id = new.party_id and person_id = new.named_by and since <= new.since and until is null
)
begin
  select raise(abort, 'each party names itself who speaks for it');
end;
create trigger coordinator_first before insert on coordinator
when new.named_by is not null and not exists (select 1 from coordinator where party_id = new.party_id)
begin
  select raise(abort, 'nobody of its own names the first who speaks for a party');
end;
create trigger coordinator_begins before insert on coordinator
when new.until is not null
begin
  select raise(abort, 'who is named begins to speak for a party');
end;
create trigger coordinator_not_replaced before insert on coordinator
when exists (
  select 1 from coordinator where id = new.id or (person_id = new.person_id and until is null) or rowid = new.rowid
)
begin
  select raise(abort, 'for whom somebody has spoken, and when, never changes');
end;
create trigger coordinator_naming_kept before update on coordinator
when new.named_by is not old.named_by or new.rowid <> old.rowid
begin
  select raise(abort, 'for whom somebody has spoken, and when, never changes');
end;
-- end
-- postgres:
create function keep_naming_to_own() returns trigger language plpgsql as $$
begin
  if new.until is not null then raise exception 'who is named begins to speak for a party'; end if;
  -- The party's row is held: of two that name its first in the same moment the second sees the other, and nobody who
  -- is ended in that moment names somebody.
  perform 1 from party where id = new.party_id for update;
  if not exists (select 1 from coordinator where party_id = new.party_id) then
    if new.named_by is not null then
      raise exception 'nobody of its own names the first who speaks for a party';
    end if;
  elsif not exists (
    select 1 from coordinator
    where party_id = new.party_id and person_id = new.named_by and since <= new.since and until is null
  ) then
    raise exception 'each party names itself who speaks for it';
  end if;
  return new;
end $$;
create trigger keep_naming_to_own before insert on coordinator
for each row execute function keep_naming_to_own();

create or replace function keep_who_coordinates() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.party_id, new.since, new.named_by)
      is distinct from (old.id, old.person_id, old.party_id, old.since, old.named_by)
    or (old.until is not null and new.until is distinct from old.until) then
    raise exception 'for whom somebody has spoken, and when, never changes';
  end if;
  return new;
end $$;
-- end
