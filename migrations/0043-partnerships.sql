-- Partnerships, processes and networks: their period, state and decision, who is part of them, where and about what, what
-- happened with them, and whether they live; and where everybody stands in the picture of the network.

alter table partnership add column state text not null default 'running'
  check (state in ('planned', 'running', 'resting', 'ended'));
update partnership set state = 'ended' where ended_year is not null;
-- What was agreed: an idéburet offentligt partnerskap, another agreement, a letter of intent; or nothing in writing.
alter table partnership add column form text check (form in ('iop', 'agreement', 'letter-of-intent'));
-- Malmöandan's part in it, besides what is said of it in words.
alter table partnership add column part_kind text check (part_kind in ('initiated', 'takes-part', 'hosted'));
-- As much as is known of a day: '2021', '2021-08' or '2021-08-18'. The years above are theirs.
alter table partnership add column began_on text check (began_on is null or (
  (length(began_on) = 4 or (length(began_on) = 7 and began_on like '____-__')
    or (length(began_on) = 10 and began_on like '____-__-__'))
  and began_year is not null and cast(substr(began_on, 1, 4) as integer) = began_year
));
alter table partnership add column ended_on text check (ended_on is null or (
  (length(ended_on) = 4 or (length(ended_on) = 7 and ended_on like '____-__')
    or (length(ended_on) = 10 and ended_on like '____-__-__'))
  and ended_year is not null and cast(substr(ended_on, 1, 4) as integer) = ended_year
  and (began_on is null or ended_on >= substr(began_on, 1, length(ended_on)))
));
-- Until when it was agreed, as much as is known of the day; it may go on, or end before.
alter table partnership add column agreed_until text check (agreed_until is null or (
  (length(agreed_until) = 4 or (length(agreed_until) = 7 and agreed_until like '____-__')
    or (length(agreed_until) = 10 and agreed_until like '____-__-__'))
  and (began_on is null or agreed_until >= substr(began_on, 1, length(agreed_until)))
));
-- Who decided, on which day, 'YYYY-MM-DD', and in which paragraph of the minutes: "Kommunstyrelsen", "274".
alter table partnership add column decision_body text check (length(decision_body) between 1 and 200);
alter table partnership add column decision_on text
  check (decision_on is null or (
    length(decision_on) = 10 and decision_on like '____-__-__' and decision_body is not null
  ));
alter table partnership add column decision_paragraph text
  check (decision_paragraph is null or (
    length(decision_paragraph) between 1 and 40 and decision_body is not null
  ));
alter table partnership add column case_number text check (length(case_number) between 1 and 60);
alter table partnership add column led_to jsonb not null default '{}';
-- The meeting where it began; what ideas led to is written down with the ideas.
alter table partnership add column from_event_id text references event (id);
-- When a party last said that it lives.
alter table partnership add column confirmed_at timestamptz;
-- Asked twice in vain: shown as not confirmed since this day, 'YYYY-MM-DD'.
alter table partnership add column unconfirmed_since text
  check (unconfirmed_since is null or (length(unconfirmed_since) = 10 and state <> 'ended'));
-- What it is found by: its names and what it is for in all languages, in lower case without accents. The last column
-- carries what is true of the whole row.
alter table partnership add column search_text text not null default ''
  check ((state = 'ended') = (ended_year is not null))
  check (form is null or form <> 'iop' or state = 'planned' or decision_body is not null);
create index partnership_state on partnership (state, position);
create index partnership_from_event on partnership (from_event_id) where from_event_id is not null;

-- Those who made the agreement with each other, beside the organisations.
create table partnership_party (
  partnership_id text not null references partnership (id) on delete cascade,
  party_id text not null references party (id),
  primary key (partnership_id, party_id)
);
create table partnership_area (
  partnership_id text not null references partnership (id) on delete cascade,
  area text not null check (length(area) between 1 and 40),
  primary key (partnership_id, area)
);
create index partnership_area_area on partnership_area (area);
create table partnership_goal (
  partnership_id text not null references partnership (id) on delete cascade,
  goal_id text not null references goal (id),
  primary key (partnership_id, goal_id)
);
create index partnership_goal_goal on partnership_goal (goal_id);
create table partnership_theme (
  partnership_id text not null references partnership (id) on delete cascade,
  theme_id text not null references theme (id),
  primary key (partnership_id, theme_id)
);
create index partnership_theme_theme on partnership_theme (theme_id);
create index partnership_organisation_other on partnership_organisation (organisation_id);

-- What happened with an entry, in order, and what stood there before. Never changed.
create table partnership_step (
  partnership_id text not null references partnership (id),
  number integer not null check (number > 0),
  kind text not null check (kind in (
    'added', 'changed', 'asked', 'asked-again', 'lives', 'ended', 'unconfirmed'
  )),
  at timestamptz not null,
  by_person text references person (id),
  -- Who answered, where a party did.
  organisation_id text references organisation (id),
  party_id text references party (id),
  -- The fields that changed, with what stood in them.
  before jsonb not null default '{}',
  primary key (partnership_id, number),
  constraint answered_by_one check (organisation_id is null or party_id is null)
);

-- Whether an entry lives: asked once, asked again once, and then answered or shown as it is.
create table partnership_asking (
  id text primary key,
  partnership_id text not null references partnership (id),
  asked_at timestamptz not null,
  asked_again_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('lives', 'ended', 'changed', 'unconfirmed')),
  constraint again_is_later check (asked_again_at > asked_at),
  constraint ends_somehow check ((ended_at is null) = (outcome is null)),
  constraint in_vain_when_asked_twice check (outcome is null or outcome <> 'unconfirmed' or asked_again_at is not null)
);
create unique index partnership_asking_open on partnership_asking (partnership_id) where ended_at is null;
create index partnership_asking_all on partnership_asking (partnership_id, asked_at);

-- The links in those mails, each for one who is part of it. Only checksums are kept.
create table partnership_link (
  token_hash text primary key,
  asking_id text not null references partnership_asking (id),
  organisation_id text references organisation (id),
  party_id text references party (id),
  created_at timestamptz not null,
  constraint for_one_of_them check ((organisation_id is null) <> (party_id is null))
);
create index partnership_link_asking on partnership_link (asking_id);

-- The picture of the network: each change of what is in it asks for a new drawing, which is made apart.
create table network_drawing (
  id text primary key check (id = 'network'),
  wanted integer not null,
  drawn integer not null,
  drawn_at timestamptz,
  -- Of what was drawn: how many organisations do something together, and how many of each sector about each theme.
  members integer not null default 0,
  counts jsonb not null default '[]'
);
insert into network_drawing (id, wanted, drawn) values ('network', 1, 0);
-- Where an organisation or a partnership stands, on a wide page and on a narrow one.
create table network_place (
  node_id text primary key,
  x double precision not null,
  y double precision not null,
  narrow_x double precision not null,
  narrow_y double precision not null
);

-- sqlite:
create trigger partnership_ends_on_a_day before update on partnership
when new.state = 'ended' and old.state <> 'ended' and new.ended_on is null
begin
  select raise(abort, 'what ends has a day on which it ended');
end;
create trigger partnership_step_kept before update on partnership_step
begin
  select raise(abort, 'what happened with a partnership never changes');
end;
create trigger partnership_step_stays before delete on partnership_step
begin
  select raise(abort, 'what happened with a partnership never changes');
end;
create trigger partnership_step_in_order before insert on partnership_step
when new.number <> 1 + (select coalesce(max(number), 0) from partnership_step where partnership_id = new.partnership_id)
begin
  select raise(abort, 'what happened with a partnership never changes');
end;
create trigger partnership_asking_ended before update on partnership_asking
when old.ended_at is not null
begin
  select raise(abort, 'an answered question stays answered');
end;
create trigger partnership_asking_of_what_lives before insert on partnership_asking
when exists (select 1 from partnership where id = new.partnership_id and state = 'ended')
begin
  select raise(abort, 'what has ended is not asked whether it lives');
end;
create trigger network_wanted_member after insert on partnership_organisation
begin
  update network_drawing set wanted = wanted + 1;
end;
create trigger network_wanted_member_gone after delete on partnership_organisation
begin
  update network_drawing set wanted = wanted + 1;
end;
create trigger network_wanted_member_changed after update on partnership_organisation
begin
  update network_drawing set wanted = wanted + 1;
end;
create trigger network_wanted_theme after insert on partnership_theme
begin
  update network_drawing set wanted = wanted + 1;
end;
create trigger network_wanted_theme_gone after delete on partnership_theme
begin
  update network_drawing set wanted = wanted + 1;
end;
-- end
-- postgres:
create function keep_partnership() returns trigger language plpgsql as $$
begin
  if new.state = 'ended' and old.state <> 'ended' and new.ended_on is null then
    raise exception 'what ends has a day on which it ended';
  end if;
  return new;
end $$;
create trigger partnership_ends_on_a_day before update on partnership
for each row execute function keep_partnership();
create function keep_partnership_step() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or new.number <> 1 + (
    select coalesce(max(number), 0) from partnership_step where partnership_id = new.partnership_id
  ) then
    raise exception 'what happened with a partnership never changes';
  end if;
  return new;
end $$;
create trigger partnership_step_kept before insert or update or delete on partnership_step
for each row execute function keep_partnership_step();
create function keep_partnership_asking() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is not null then
    raise exception 'an answered question stays answered';
  end if;
  if tg_op = 'INSERT' and exists (select 1 from partnership where id = new.partnership_id and state = 'ended') then
    raise exception 'what has ended is not asked whether it lives';
  end if;
  return new;
end $$;
create trigger partnership_asking_kept before insert or update on partnership_asking
for each row execute function keep_partnership_asking();
create function want_network() returns trigger language plpgsql as $$
begin
  update network_drawing set wanted = wanted + 1;
  return null;
end $$;
create trigger network_wanted_member after insert or update or delete on partnership_organisation
for each statement execute function want_network();
create trigger network_wanted_theme after insert or delete on partnership_theme
for each statement execute function want_network();
-- end
