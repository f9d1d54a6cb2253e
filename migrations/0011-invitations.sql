-- Whom an event is for, who was invited, and what they answered.

-- Without a row here an event is for everybody, and in all lists.
create table event_audience (
  event_id text primary key references event (id),
  kind text not null check (kind in ('everyone', 'sectors', 'invitation')),
  -- What people may take part as, as in 'elected,civil-servant', when it is for sectors.
  capacities text not null default '',
  -- In no list, no feed and no mail to followers.
  unlisted integer not null default 0 check (unlisted in (0, 1)),
  -- So many may come on one person's invitation; more than one when it may be passed on.
  people_max integer not null default 1 check (people_max between 1 and 20),
  check ((kind = 'sectors') = (capacities <> '')),
  check (unlisted = 0 or kind = 'invitation')
);

-- Somebody invited by those who look after the event, or a follower of the series who was told that it is open.
create table invitation (
  id text primary key,
  event_id text not null references event (id),
  kind text not null check (kind in ('person', 'organisation', 'follower')),
  -- Forgotten some time after the event.
  email text check (email = lower(email)),
  name text check (length(name) between 1 and 200),
  capacity text check (capacity in (
    'civil-society', 'elected', 'civil-servant', 'academia', 'business', 'resident', 'other'
  )),
  organisation_id text references organisation (id),
  organisation_name text check (length(organisation_name) between 1 and 200),
  language text not null check (language in ('sv', 'en', 'es')),
  -- So many people of an organisation may come on its invitation.
  people_max integer check (people_max between 1 and 500),
  invited_by text references person (id),
  created_at timestamptz not null,
  -- Of the link in the latest mail; earlier links are dead.
  token_hash text unique,
  -- When the answer was: I can't come.
  declined_at timestamptz,
  taken_back_at timestamptz,
  forgotten_at timestamptz,
  check ((kind = 'organisation') = (people_max is not null)),
  check (kind <> 'organisation' or organisation_id is not null or organisation_name is not null),
  check ((kind = 'follower') = (invited_by is null)),
  check ((email is null) = (forgotten_at is not null)),
  check (token_hash is null or (taken_back_at is null and forgotten_at is null))
);
create unique index invitation_once on invitation (event_id, email) where taken_back_at is null and kind <> 'follower';
create unique index invitation_of_follower on invitation (event_id, email) where kind = 'follower';
create index invitation_event on invitation (event_id, id);
create index invitation_of_organisation on invitation (organisation_id, id) where organisation_id is not null;

-- The addresses that an invitation lets in: its own, and those of whoever it was passed on to.
create table invitation_guest (
  event_id text not null references event (id),
  email text not null check (email = lower(email)),
  invitation_id text not null references invitation (id),
  primary key (event_id, email)
);
create index invitation_guest_invitation on invitation_guest (invitation_id);

-- What was mailed on which day: never two on one.
create table invitation_mail (
  invitation_id text not null references invitation (id),
  -- A date, 'YYYY-MM-DD'.
  sent_on text not null,
  kind text not null check (kind in ('invitation', 'reminder')),
  -- The mail's own once_key.
  mail_key text not null,
  primary key (invitation_id, sent_on)
);

-- An event for some lets in nobody else. Whoever came in stays, whatever is decided later; the door is open to all
-- whom its organisers let in.
-- sqlite:
create trigger sign_up_is_let_in before insert on sign_up
when new.walk_in = 0 and new.state <> 'cancelled' and exists (
  select 1 from event_audience where event_id = new.event_id and kind <> 'everyone'
    and ',' || capacities || ',' not like '%,' || new.capacity || ',%'
)
begin
  select raise(abort, 'the event is not for this person') where not exists (
    select 1 from invitation_guest
    join invitation on invitation.id = invitation_guest.invitation_id and invitation.taken_back_at is null
    where invitation_guest.event_id = new.event_id and (
      invitation_guest.email = new.email
      or invitation_guest.email = (select email from sign_up where id = new.brought_by)
    )
  );
end;
-- The same for whoever comes back, or takes part as something else from now on.
create trigger sign_up_stays_let_in before update of state, capacity on sign_up
when new.walk_in = 0 and new.state <> 'cancelled' and exists (
  select 1 from event_audience where event_id = new.event_id
    and (old.state = 'cancelled' or (kind = 'sectors' and new.capacity <> old.capacity))
    and kind <> 'everyone' and ',' || capacities || ',' not like '%,' || new.capacity || ',%'
)
begin
  select raise(abort, 'the event is not for this person') where not exists (
    select 1 from invitation_guest
    join invitation on invitation.id = invitation_guest.invitation_id and invitation.taken_back_at is null
    where invitation_guest.event_id = new.event_id and (
      invitation_guest.email = new.email
      or invitation_guest.email = (select email from sign_up where id = new.brought_by)
    )
  );
end;
create trigger invitation_holds_no_more after insert on sign_up
when new.walk_in = 0 and new.state <> 'cancelled' and exists (
  select 1 from event_audience where event_id = new.event_id and kind = 'invitation'
)
begin
  select raise(abort, 'nobody else can come on this invitation') from invitation_guest as guest
  join invitation on invitation.id = guest.invitation_id
  join event_audience on event_audience.event_id = guest.event_id
  where guest.event_id = new.event_id
    and guest.email = coalesce((select email from sign_up where id = new.brought_by), new.email)
    and coalesce(invitation.people_max, event_audience.people_max) < (
      select count(*) from sign_up as one left join sign_up as bringer on bringer.id = one.brought_by
      where one.event_id = new.event_id and one.state <> 'cancelled' and one.walk_in = 0 and exists (
        select 1 from invitation_guest as other where other.event_id = new.event_id
          and other.invitation_id = guest.invitation_id and other.email = coalesce(bringer.email, one.email)
      )
    );
end;
create trigger invitation_holds_no_more_again after update of state on sign_up
when old.state = 'cancelled' and new.walk_in = 0 and new.state <> 'cancelled' and exists (
  select 1 from event_audience where event_id = new.event_id and kind = 'invitation'
)
begin
  select raise(abort, 'nobody else can come on this invitation') from invitation_guest as guest
  join invitation on invitation.id = guest.invitation_id
  join event_audience on event_audience.event_id = guest.event_id
  where guest.event_id = new.event_id
    and guest.email = coalesce((select email from sign_up where id = new.brought_by), new.email)
    and coalesce(invitation.people_max, event_audience.people_max) < (
      select count(*) from sign_up as one left join sign_up as bringer on bringer.id = one.brought_by
      where one.event_id = new.event_id and one.state <> 'cancelled' and one.walk_in = 0 and exists (
        select 1 from invitation_guest as other where other.event_id = new.event_id
          and other.invitation_id = guest.invitation_id and other.email = coalesce(bringer.email, one.email)
      )
    );
end;
-- end
-- postgres:
create function is_let_in(of_event text, address text, bringer text) returns boolean language sql as $$
  select exists (
    select 1 from invitation_guest
    join invitation on invitation.id = invitation_guest.invitation_id and invitation.taken_back_at is null
    where invitation_guest.event_id = of_event and (
      invitation_guest.email = address
      or invitation_guest.email = (select email from sign_up where id = bringer)
    )
  )
$$;
create function let_in_invited() returns trigger language plpgsql as $$
begin
  if new.walk_in = 1 or new.state = 'cancelled' then return new; end if;
  if exists (
    select 1 from event_audience where event_id = new.event_id and kind <> 'everyone'
      and (tg_op = 'INSERT' or old.state = 'cancelled' or (kind = 'sectors' and new.capacity <> old.capacity))
      and ',' || capacities || ',' not like '%,' || new.capacity || ',%'
  ) and not is_let_in(new.event_id, new.email, new.brought_by) then
    raise exception 'the event is not for this person';
  end if;
  return new;
end $$;
create trigger let_in_invited before insert or update of state, capacity on sign_up
for each row execute function let_in_invited();

create function hold_no_more_than_invited() returns trigger language plpgsql as $$
begin
  if new.walk_in = 1 or new.state = 'cancelled' then return null; end if;
  if tg_op = 'UPDATE' and old.state <> 'cancelled' then return null; end if;
  if exists (
    select 1 from invitation_guest as guest
    join invitation on invitation.id = guest.invitation_id
    join event_audience on event_audience.event_id = guest.event_id and event_audience.kind = 'invitation'
    where guest.event_id = new.event_id
      and guest.email = coalesce((select email from sign_up where id = new.brought_by), new.email)
      and coalesce(invitation.people_max, event_audience.people_max) < (
        select count(*) from sign_up as one left join sign_up as bringer on bringer.id = one.brought_by
        where one.event_id = new.event_id and one.state <> 'cancelled' and one.walk_in = 0 and exists (
          select 1 from invitation_guest as other where other.event_id = new.event_id
            and other.invitation_id = guest.invitation_id and other.email = coalesce(bringer.email, one.email)
        )
      )
  ) then
    raise exception 'nobody else can come on this invitation';
  end if;
  return null;
end $$;
create trigger hold_no_more_than_invited after insert or update of state on sign_up
for each row execute function hold_no_more_than_invited();
-- end
