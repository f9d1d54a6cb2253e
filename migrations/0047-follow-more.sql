-- What comes of an idea, and of a proposed change of the plan, can be followed too.

-- sqlite:
-- A list in a check is changed by making the table anew, and what points at it with it.
drop trigger thread_told_to_those_who_asked;
alter table thread_link rename to thread_link_before;
alter table thread_wish rename to thread_wish_before;
create table thread_wish (
  id text primary key,
  follower_id text not null references thread_follower (id) on delete cascade,
  kind text not null check (kind in (
    'idea', 'need', 'theme', 'event', 'recommendation', 'revision', 'focus-area', 'commitment', 'goal', 'sdg'
  )),
  thing_id text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unique (follower_id, kind, thing_id)
);
create table thread_link (
  token_hash text primary key,
  follower_id text not null references thread_follower (id) on delete cascade,
  wish_id text references thread_wish (id) on delete cascade,
  created_at timestamptz not null
);
insert into thread_wish (id, follower_id, kind, thing_id, asked_at, confirmed_at)
  select id, follower_id, kind, thing_id, asked_at, confirmed_at from thread_wish_before;
insert into thread_link (token_hash, follower_id, wish_id, created_at)
  select token_hash, follower_id, wish_id, created_at from thread_link_before;
drop table thread_link_before;
drop table thread_wish_before;
create index thread_wish_thing on thread_wish (kind, thing_id);
create index thread_link_follower on thread_link (follower_id);
create trigger thread_told_to_those_who_asked before insert on thread_told
when not exists (
  select 1 from thread_wish where follower_id = new.follower_id and confirmed_at is not null
)
begin
  select raise(abort, 'nobody who has not confirmed is told');
end;
-- end
-- postgres:
alter table thread_wish drop constraint thread_wish_kind_check;
alter table thread_wish add constraint thread_wish_kind_check check (kind in (
  'idea', 'need', 'theme', 'event', 'recommendation', 'revision', 'focus-area', 'commitment', 'goal', 'sdg'
));
-- end
