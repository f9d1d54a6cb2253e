-- A gift that was written down wrong can be corrected, with a reason; what stood there before is kept.

create table partner_gift_correction (
  gift_id text not null references partner_gift (id),
  number integer not null check (number > 0),
  -- As it stood before.
  sek integer,
  hours integer,
  in_kind jsonb not null,
  given_to jsonb not null,
  given_on text not null check (length(given_on) = 10),
  went_to text,
  reason text not null check (length(reason) between 1 and 1000),
  at timestamptz not null,
  by_person text not null references person (id),
  primary key (gift_id, number)
);

-- sqlite:
create trigger gift_correction_keeps_former before insert on partner_gift_correction
when new.number <> (select count(*) + 1 from partner_gift_correction where gift_id = new.gift_id)
  or not exists (
    select 1 from partner_gift as gift where gift.id = new.gift_id and gift.pledge_id is not null
      and gift.sek is new.sek and gift.hours is new.hours and gift.in_kind = new.in_kind
      and gift.given_to = new.given_to and gift.given_on is new.given_on and gift.went_to is new.went_to
  )
begin
  select raise(abort, 'a correction keeps the gift as it stood');
end;
create trigger gift_correction_kept before update on partner_gift_correction
begin
  select raise(abort, 'a correction never changes');
end;
create trigger gift_correction_stays before delete on partner_gift_correction
begin
  select raise(abort, 'a correction never changes');
end;
create trigger partner_gift_corrected_with_reason before update on partner_gift
when old.pledge_id is not null and (
    new.sek is not old.sek or new.hours is not old.hours or new.in_kind <> old.in_kind
    or new.given_to <> old.given_to or new.given_on is not old.given_on or new.went_to is not old.went_to
    or new.year <> old.year
  ) and not exists (
    select 1 from partner_gift_correction as former where former.gift_id = old.id
      and former.number = (select max(number) from partner_gift_correction where gift_id = old.id)
      and former.sek is old.sek and former.hours is old.hours and former.in_kind = old.in_kind
      and former.given_to = old.given_to and former.given_on is old.given_on and former.went_to is old.went_to
  )
begin
  select raise(abort, 'a gift is corrected with a reason');
end;
create trigger partner_gift_keeps_its_writer before update on partner_gift
when new.written_by <> old.written_by or new.written_at <> old.written_at
begin
  select raise(abort, 'a gift is corrected with a reason');
end;
-- end
-- postgres:
create function keep_gift_correction() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'a correction never changes'; end if;
  if new.number <> (select count(*) + 1 from partner_gift_correction where gift_id = new.gift_id)
    or not exists (
      select 1 from partner_gift as gift where gift.id = new.gift_id and gift.pledge_id is not null
        and (gift.sek, gift.hours, gift.in_kind, gift.given_to, gift.given_on, gift.went_to)
          is not distinct from (new.sek, new.hours, new.in_kind, new.given_to, new.given_on, new.went_to)
    ) then
    raise exception 'a correction keeps the gift as it stood';
  end if;
  return new;
end $$;
create trigger keep_gift_correction before insert or update or delete on partner_gift_correction
for each row execute function keep_gift_correction();

create function keep_gift_uncorrected() returns trigger language plpgsql as $$
begin
  if new.written_by <> old.written_by or new.written_at <> old.written_at then
    raise exception 'a gift is corrected with a reason';
  end if;
  if old.pledge_id is null or (
    (new.sek, new.hours, new.in_kind, new.given_to, new.given_on, new.went_to, new.year)
      is not distinct from (old.sek, old.hours, old.in_kind, old.given_to, old.given_on, old.went_to, old.year)
  ) then
    return new;
  end if;
  if not exists (
    select 1 from partner_gift_correction as former where former.gift_id = old.id
      and former.number = (select max(number) from partner_gift_correction where gift_id = old.id)
      and (former.sek, former.hours, former.in_kind, former.given_to, former.given_on, former.went_to)
        is not distinct from (old.sek, old.hours, old.in_kind, old.given_to, old.given_on, old.went_to)
  ) then
    raise exception 'a gift is corrected with a reason';
  end if;
  return new;
end $$;
create trigger keep_gift_uncorrected before update on partner_gift
for each row execute function keep_gift_uncorrected();
-- end
