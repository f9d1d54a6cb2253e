-- Doubles that became one organisation, and had both joined the agreement: one line stays on the list, and the other
-- is kept behind it. And every organisation is of a kind that there is in its sector.

-- The signatory that this one turned out to be.
alter table signatory add column merged_into text references signatory (id) check (merged_into <> id);
drop index signatory_once;
create unique index signatory_once on signatory (organisation_id)
  where organisation_id is not null and state = 'joined' and merged_into is null;

-- sqlite:
create trigger signatory_joined_with before update of merged_into on signatory
when new.merged_into is not null and not exists (
  select 1 from signatory other where other.id = new.merged_into and other.merged_into is null
  and other.organisation_id = new.organisation_id
)
begin
  select raise(abort, 'only a line of the same organisation stands behind another');
end;

create trigger organisation_kind_fits before insert on organisation
when not (case new.sector
  when 'civil-society' then new.kind in
    ('association', 'network', 'foundation', 'faith-community', 'study-association', 'umbrella')
  when 'academia' then new.kind in ('university', 'foundation', 'network', 'public-body')
  when 'business' then new.kind in ('company', 'foundation', 'network', 'umbrella', 'association')
  else new.kind in ('public-body', 'department', 'committee', 'company', 'network')
end)
begin
  select raise(abort, 'there is no such kind of organisation in that sector');
end;
create trigger organisation_kind_still_fits before update of sector, kind on organisation
when (new.sector <> old.sector or new.kind <> old.kind) and not (case new.sector
  when 'civil-society' then new.kind in
    ('association', 'network', 'foundation', 'faith-community', 'study-association', 'umbrella')
  when 'academia' then new.kind in ('university', 'foundation', 'network', 'public-body')
  when 'business' then new.kind in ('company', 'foundation', 'network', 'umbrella', 'association')
  else new.kind in ('public-body', 'department', 'committee', 'company', 'network')
end)
begin
  select raise(abort, 'there is no such kind of organisation in that sector');
end;
-- end
-- postgres:
create function keep_signatory_joined() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and not exists (
    select 1 from signatory other where other.id = new.merged_into and other.merged_into is null
    and other.organisation_id = new.organisation_id
  ) then
    raise exception 'only a line of the same organisation stands behind another';
  end if;
  return new;
end $$;
create trigger keep_signatory_joined before update of merged_into on signatory
for each row execute function keep_signatory_joined();

create function keep_organisation_kind() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.sector, new.kind) = (old.sector, old.kind) then return new; end if;
  end if;
  if not (case new.sector
    when 'civil-society' then new.kind in
      ('association', 'network', 'foundation', 'faith-community', 'study-association', 'umbrella')
    when 'academia' then new.kind in ('university', 'foundation', 'network', 'public-body')
    when 'business' then new.kind in ('company', 'foundation', 'network', 'umbrella', 'association')
    else new.kind in ('public-body', 'department', 'committee', 'company', 'network')
  end) then
    raise exception 'there is no such kind of organisation in that sector';
  end if;
  return new;
end $$;
create trigger keep_organisation_kind before insert or update of sector, kind on organisation
for each row execute function keep_organisation_kind();
-- end
