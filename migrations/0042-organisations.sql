-- Organisations say themselves who they are: profiles, who acts for them and how long, joining and claiming, umbrellas,
-- doubles that become one, and the end of an organisation.

alter table organisation add column for_whom jsonb not null default '{}';
-- Parts of the city, by their keys, and languages, by their codes.
alter table organisation add column areas jsonb not null default '[]';
alter table organisation add column languages jsonb not null default '[]';
-- Ten digits without a dash. The third is two or more: a sole trader's number is a person's, and is not kept here.
alter table organisation add column number text check (
  length(number) = 10 and number not like '% %' and number not like '%-%' and substr(number, 3, 1) >= '2'
);
-- 0: the address is for the office alone. What stood there before was written down as one that everybody may know.
alter table organisation add column contact_is_shown integer not null default 1 check (contact_is_shown in (0, 1));
-- The one that it turned out to be. It is in no list any longer, and its address leads there.
alter table organisation add column merged_into text references organisation (id) check (merged_into <> id);
alter table organisation add column ended_on text check (length(ended_on) = 10 and ended_on like '____-__-__');
alter table organisation add column end_reason jsonb not null default '{}';
create unique index organisation_number on organisation (number) where number is not null and merged_into is null;
create index organisation_merged on organisation (merged_into) where merged_into is not null;

-- The name as each language sorts its letters, so that a page of the list is read without all the others.
-- sqlite:
alter table organisation add column sort_sv text not null default '';
alter table organisation add column sort_en text not null default '';
alter table organisation add column sort_es text not null default '';
-- end
-- postgres:
alter table organisation add column sort_sv text collate "C" not null default '';
alter table organisation add column sort_en text collate "C" not null default '';
alter table organisation add column sort_es text collate "C" not null default '';
-- end
-- Near enough until each is saved again: search_text begins with a bar and the first name.
update organisation set
  sort_sv = replace(replace(replace(
    lower(replace(replace(replace(coalesce(name ->> 'sv', name ->> 'en', name ->> 'es'), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö')),
    'å', '{1'), 'ä', '{2'), 'ö', '{3'),
  sort_en = substr(search_text, 2), sort_es = substr(search_text, 2);
create index organisation_list_sv on organisation (sector, sort_sv, id) where merged_into is null;
create index organisation_list_en on organisation (sector, sort_en, id) where merged_into is null;
create index organisation_list_es on organisation (sector, sort_es, id) where merged_into is null;

-- Which organisations an umbrella gathers. Umbrellas may gather each other, also in a ring.
create table organisation_member (
  umbrella_id text not null references organisation (id),
  member_id text not null references organisation (id),
  added_at timestamptz not null,
  added_by text references person (id),
  primary key (umbrella_id, member_id),
  constraint not_its_own_member check (umbrella_id <> member_id)
);
create index organisation_member_in on organisation_member (member_id, umbrella_id);

-- Who acts for an organisation: elected and employed, from a day and until one. For those who act for it, and the office.
create table organisation_post (
  id text primary key,
  organisation_id text not null references organisation (id),
  -- Null once it is forgotten who it was.
  person_id text references person (id),
  kind text not null check (kind in ('chair', 'board', 'treasurer', 'secretary', 'elected', 'staff', 'contact')),
  title text check (length(title) between 1 and 120),
  -- Dates where people live; the last day belongs to it.
  from_day text not null check (length(from_day) = 10),
  until_day text check (length(until_day) = 10),
  given_by text references person (id),
  given_at timestamptz not null,
  ended_at timestamptz,
  ended_by text references person (id),
  told_at timestamptz,
  constraint ends_after_it_begins check (until_day is null or until_day >= from_day),
  constraint known_while_it_lasts check (person_id is not null or ended_at is not null or until_day is not null)
);
create unique index organisation_post_once on organisation_post (organisation_id, person_id, kind)
  where ended_at is null and person_id is not null;
create index organisation_post_person on organisation_post (person_id) where person_id is not null;

-- The ways in that mails bring: only checksums are kept.
create table organisation_invitation (
  id text primary key,
  token_hash text not null unique,
  organisation_id text not null references organisation (id),
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('sv', 'en', 'es')),
  kind text not null check (kind in ('chair', 'board', 'treasurer', 'secretary', 'elected', 'staff', 'contact')),
  title text check (length(title) between 1 and 120),
  until_day text check (length(until_day) = 10),
  invited_by text not null references person (id),
  invited_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no', 'taken-back')),
  constraint invitation_answered_whole check ((answered_at is null) = (answer is null))
);
create unique index organisation_invitation_open on organisation_invitation (organisation_id, email)
  where answered_at is null;

-- "We run this": somebody asks to look after an entry that nobody looks after yet.
create table organisation_claim (
  id text primary key,
  token_hash text not null unique,
  organisation_id text not null references organisation (id),
  name text check (length(name) between 1 and 200),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  kind text not null check (kind in ('chair', 'board', 'treasurer', 'secretary', 'elected', 'staff', 'contact')),
  why text check (length(why) <= 2000),
  state text not null check (state in ('unconfirmed', 'waiting', 'accepted', 'turned-down')),
  -- Who looked at it: the organisation's own domain, or somebody at the office.
  checked_by text check (checked_by in ('domain', 'office')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by text references person (id),
  reason text check (length(reason) between 1 and 2000),
  wiped_at timestamptz,
  constraint claim_confirmed_first check (state = 'unconfirmed' or confirmed_at is not null),
  constraint claim_decided_whole check (
    (state in ('accepted', 'turned-down')) = (decided_at is not null)
    and (decided_at is null) = (checked_by is null)
    and (checked_by is null or checked_by <> 'office' or decided_by is not null)
  ),
  constraint claim_turned_down_with_a_reason check (state <> 'turned-down' or reason is not null),
  constraint claim_known_until_wiped check (wiped_at is not null or (name is not null and email is not null)),
  constraint claim_wiped_is_wiped check (wiped_at is null or (name is null and email is null and why is null))
);
create index organisation_claim_waiting on organisation_claim (confirmed_at) where state = 'waiting';
create index organisation_claim_of on organisation_claim (organisation_id, state);

-- An organisation that asks to join: shown to nobody but the office until it is verified.
create table organisation_application (
  id text primary key,
  token_hash text not null unique,
  state text not null check (state in ('unconfirmed', 'waiting', 'to-complete', 'verified', 'turned-down', 'withdrawn')),
  -- The profile as it was written: the shape is in join-network.ts.
  profile jsonb not null,
  -- What it is called, as it is searched for and compared.
  search_text text not null,
  number text check (length(number) = 10),
  person_name text check (length(person_name) between 1 and 200),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  -- "Active in Malmö, democratically built, equal worth of all": when it was said, and the sentence on how.
  conditions_at timestamptz not null,
  how_democratic text check (length(how_democratic) between 1 and 1000),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- Since when it is the office's turn: confirmed, or completed last.
  waiting_since timestamptz,
  decided_at timestamptz,
  decided_by text references person (id),
  reason text check (length(reason) between 1 and 2000),
  organisation_id text references organisation (id),
  wiped_at timestamptz,
  constraint application_confirmed_first check (state in ('unconfirmed', 'withdrawn') or confirmed_at is not null),
  constraint application_waits_since check (state <> 'waiting' or waiting_since is not null),
  constraint application_decided_whole check (
    (state in ('verified', 'turned-down')) = (decided_at is not null) and (decided_at is null) = (decided_by is null)
  ),
  constraint application_with_a_reason check (state not in ('turned-down', 'to-complete') or reason is not null),
  constraint verified_is_an_organisation check ((state = 'verified') = (organisation_id is not null)),
  constraint application_known_until_wiped check (
    wiped_at is not null or (person_name is not null and email is not null and how_democratic is not null)
  ),
  constraint application_wiped_is_wiped check (
    wiped_at is null or (person_name is null and email is null and how_democratic is null)
  )
);
create index organisation_application_waiting on organisation_application (waiting_since) where state = 'waiting';

-- Doubles that became one. Whatever pointed at the one points at the other; what never changes is read through this.
create table organisation_merge (
  from_id text primary key references organisation (id),
  into_id text not null references organisation (id),
  at timestamptz not null,
  by_person text not null references person (id),
  -- How many rows of each table were moved, and what stood in the entry.
  moved jsonb not null default '{}',
  before jsonb not null default '{}',
  constraint not_into_itself check (from_id <> into_id)
);
create index organisation_merge_into on organisation_merge (into_id);

-- What stands in a plan, with the organisations as they are now: a double's promise is the other's.
drop view commitment_latest;
-- sqlite:
create view commitment_latest as
select id, commitment_id, position, revision_id, from_day, is_removed, title, what, measure, due_on,
  case when exists (
    select 1 from json_each(one.owners) owner
    join organisation_merge on from_id = (owner.value ->> '$.organisation')
  ) then (
    select json_group_array(json(owner)) from (
      select case when into_id is null then owner.value else json_object('organisation', into_id) end as owner,
        min(cast(owner.key as integer)) as place
      from json_each(one.owners) owner
      left join organisation_merge on from_id = (owner.value ->> '$.organisation')
      group by 1 order by 2
    )
  ) else owners end as owners
from commitment_version one where not exists (
  select 1 from commitment_version later
  where later.commitment_id = one.commitment_id and later.position > one.position
);

create trigger organisation_merge_flat before insert on organisation_merge
when exists (select 1 from organisation_merge where from_id = new.into_id)
  or exists (select 1 from organisation_merge where into_id = new.from_id)
begin
  select raise(abort, 'a double is joined with an organisation that is still there');
end;
create trigger organisation_merge_stays before delete on organisation_merge
begin
  select raise(abort, 'what was joined stays joined');
end;
create trigger organisation_merged_for_good before update of merged_into on organisation
when old.merged_into is not null and not exists (
  select 1 from organisation_merge where from_id = new.id and into_id = new.merged_into
)
begin
  select raise(abort, 'what was joined stays joined');
end;
create trigger organisation_merged_as_written before update of merged_into on organisation
when new.merged_into is not null and not exists (
  select 1 from organisation_merge where from_id = new.id and into_id = new.merged_into
)
begin
  select raise(abort, 'what was joined is written down');
end;
create trigger organisation_post_ended before update on organisation_post
when old.ended_at is not null and (new.ended_at is not old.ended_at or new.until_day is not old.until_day
  or (new.person_id is not old.person_id and new.person_id is not null))
begin
  select raise(abort, 'a post that ended stays ended');
end;
create trigger organisation_claim_decided before update on organisation_claim
when (old.state in ('accepted', 'turned-down') and new.state <> old.state)
  or (old.state = 'waiting' and new.state = 'unconfirmed')
begin
  select raise(abort, 'a claim is decided once');
end;
create trigger organisation_claim_alone before update of state on organisation_claim
when new.state = 'accepted' and old.state <> 'accepted' and exists (
  select 1 from organisation_claim where organisation_id = new.organisation_id and state = 'accepted'
  and id <> new.id and exists (
    select 1 from organisation_post where organisation_post.organisation_id = new.organisation_id
    and ended_at is null and person_id is not null
  )
)
begin
  select raise(abort, 'somebody runs this organisation already');
end;
create trigger organisation_application_decided before update on organisation_application
when old.state in ('verified', 'turned-down', 'withdrawn') and new.state <> old.state
begin
  select raise(abort, 'an application is decided once');
end;

-- A merge is the only way in which these change afterwards, and it changes nothing else of them.
drop trigger recommendation_kept;
create trigger recommendation_kept before update on recommendation
when old.handed_over_on is not null and not (
  exists (
    select 1 from organisation_merge
    where from_id = old.receiver_organisation_id and into_id = new.receiver_organisation_id
  )
  and (new.id, new.event_id, new.number, new.text, new.written_by, new.created_at)
    = (old.id, old.event_id, old.number, old.text, old.written_by, old.created_at)
  and (new.handed_over_on, new.answer_due_on) = (old.handed_over_on, old.answer_due_on)
)
begin
  select raise(abort, 'a recommendation that was handed over never changes');
end;
drop trigger partner_gift_kept;
create trigger partner_gift_kept before update on partner_gift
when exists (select 1 from year_report_held where year in (old.year, new.year)) and not (
  exists (select 1 from organisation_merge where from_id = old.organisation_id and into_id = new.organisation_id)
  and (new.id, new.year, new.in_kind, new.given_to, new.written_by, new.written_at)
    = (old.id, old.year, old.in_kind, old.given_to, old.written_by, old.written_at)
  and new.sek is old.sek and new.hours is old.hours
)
begin
  select raise(abort, 'what partners gave stands in the approved report');
end;
-- Nobody loses a seat because two entries turned out to be one organisation.
drop trigger sign_up_stays_within_share;
create trigger sign_up_stays_within_share before update of state, organisation_id on sign_up
when new.organisation_id is not null and new.state in ('held', 'seat', 'offered') and new.checked_in_at is null
  and (old.state not in ('held', 'seat', 'offered') or old.organisation_id is not new.organisation_id)
  and not (new.state = old.state and exists (
    select 1 from organisation_merge where from_id = old.organisation_id and into_id = new.organisation_id
  ))
  and (select count(*) from sign_up where event_id = new.event_id and organisation_id = new.organisation_id
       and state in ('held', 'seat', 'offered') and id <> new.id)
    >= (select organisation_max from event where id = new.event_id and released_at is null)
begin
  select raise(abort, 'an organisation has no more than its share of the seats');
end;
-- end
-- postgres:
create view commitment_latest as
select id, commitment_id, position, revision_id, from_day, is_removed, title, what, measure, due_on,
  case when exists (
    select 1 from jsonb_array_elements(one.owners) owner
    join organisation_merge on from_id = owner ->> 'organisation'
  ) then (
    select jsonb_agg(owner order by place) from (
      select case when into_id is null then given else jsonb_build_object('organisation', into_id) end as owner,
        min(nth) as place
      from jsonb_array_elements(one.owners) with ordinality as all_of(given, nth)
      left join organisation_merge on from_id = given ->> 'organisation'
      group by 1
    ) resolved
  ) else owners end as owners
from commitment_version one where not exists (
  select 1 from commitment_version later
  where later.commitment_id = one.commitment_id and later.position > one.position
);

create function is_merge(old_id text, new_id text) returns boolean language sql stable as $$
  select exists (select 1 from organisation_merge where from_id = old_id and into_id = new_id)
$$;

create function keep_organisation_merge() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'what was joined stays joined'; end if;
  if exists (select 1 from organisation_merge where from_id = new.into_id)
    or exists (select 1 from organisation_merge where into_id = new.from_id) then
    raise exception 'a double is joined with an organisation that is still there';
  end if;
  return new;
end $$;
create trigger keep_organisation_merge before insert or delete on organisation_merge
for each row execute function keep_organisation_merge();
create function keep_merged() returns trigger language plpgsql as $$
begin
  if new.merged_into is distinct from old.merged_into and not is_merge(new.id, coalesce(new.merged_into, '')) then
    raise exception 'what was joined stays joined, and is written down';
  end if;
  return new;
end $$;
create trigger keep_merged before update of merged_into on organisation
for each row execute function keep_merged();

create function keep_organisation_post() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and (
    (new.ended_at, new.until_day) is distinct from (old.ended_at, old.until_day)
    or (new.person_id is distinct from old.person_id and new.person_id is not null)
  ) then
    raise exception 'a post that ended stays ended';
  end if;
  return new;
end $$;
create trigger keep_organisation_post before update on organisation_post
for each row execute function keep_organisation_post();

create function keep_organisation_claim() returns trigger language plpgsql as $$
begin
  if (old.state in ('accepted', 'turned-down') and new.state <> old.state)
    or (old.state = 'waiting' and new.state = 'unconfirmed') then
    raise exception 'a claim is decided once';
  end if;
  if new.state = 'accepted' and old.state <> 'accepted' and exists (
    select 1 from organisation_claim where organisation_id = new.organisation_id and state = 'accepted'
    and id <> new.id and exists (
      select 1 from organisation_post where organisation_post.organisation_id = new.organisation_id
      and ended_at is null and person_id is not null
    )
  ) then
    raise exception 'somebody runs this organisation already';
  end if;
  return new;
end $$;
create trigger keep_organisation_claim before update on organisation_claim
for each row execute function keep_organisation_claim();

create function keep_organisation_application() returns trigger language plpgsql as $$
begin
  if old.state in ('verified', 'turned-down', 'withdrawn') and new.state <> old.state then
    raise exception 'an application is decided once';
  end if;
  return new;
end $$;
create trigger keep_organisation_application before update on organisation_application
for each row execute function keep_organisation_application();

-- A merge is the only way in which these change afterwards, and it changes nothing else of them.
create or replace function keep_recommendation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_merge(old.receiver_organisation_id, new.receiver_organisation_id)
    and to_jsonb(new) - 'receiver_organisation_id' = to_jsonb(old) - 'receiver_organisation_id' then
    return new;
  end if;
  if old.handed_over_on is not null then
    raise exception 'a recommendation that was handed over never changes';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace function keep_partner_gift() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_merge(old.organisation_id, new.organisation_id)
    and to_jsonb(new) - 'organisation_id' = to_jsonb(old) - 'organisation_id' then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    perform 1 from year_report where year = old.year for update;
    perform 1 from year_report_held where year = old.year;
    if found then raise exception 'what partners gave stands in the approved report'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  perform 1 from year_report where year = new.year for update;
  perform 1 from year_report_held where year = new.year;
  if found then raise exception 'what partners gave stands in the approved report'; end if;
  return new;
end $$;
-- Nobody loses a seat because two entries turned out to be one organisation.
create or replace function keep_shares() returns trigger language plpgsql as $$
declare
  share integer;
begin
  if new.organisation_id is null or not takes_seat(new.state) or new.checked_in_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' and takes_seat(old.state) and (
    old.organisation_id is not distinct from new.organisation_id
    or (new.state = old.state and is_merge(old.organisation_id, new.organisation_id))
  ) then
    return new;
  end if;
  select organisation_max into share from event where id = new.event_id and released_at is null;
  if share is not null and share <= (
    select count(*) from sign_up where event_id = new.event_id and organisation_id = new.organisation_id
      and takes_seat(state) and id <> new.id
  ) then
    raise exception 'an organisation has no more than its share of the seats';
  end if;
  return new;
end $$;
-- end
