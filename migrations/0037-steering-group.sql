-- The steering group: seats, terms, nominations, meetings and decisions.

-- A seat belongs to one party for good, and that party alone says what it is for and who sits there.
create table steering_seat (
  id text primary key,
  party_id text not null references party (id),
  -- The nomination committee recommends among those who are nominated, and is chosen in the same way.
  body text not null check (body in ('steering-group', 'nomination-committee')),
  position integer not null check (position > 0),
  -- What it stands for, such as culture or health; empty where nobody in particular is asked for.
  category jsonb not null default '{}',
  -- 1: held by an elected representative, whose political party is said.
  is_elected integer not null default 0 check (is_elected in (0, 1)),
  changed_by text not null references person (id),
  changed_at timestamptz not null,
  -- Calendar dates where people live, 'YYYY-MM-DD', here and below. From that day on there is no such seat.
  ended_on text check (length(ended_on) = 10)
);
create index steering_seat_party on steering_seat (party_id, body, position);

-- An open call: anybody nominates until its last day, and whoever is nominated is asked.
create table nomination_call (
  id text primary key,
  party_id text not null references party (id),
  words jsonb not null default '{}',
  criteria jsonb not null check (cast(criteria as text) <> '{}'),
  opens_on text not null check (length(opens_on) = 10),
  -- The last day.
  closes_on text not null check (length(closes_on) = 10),
  -- When and where it is decided; the meeting may be an event of its own.
  election_on text not null check (length(election_on) = 10),
  place text check (length(place) between 1 and 200),
  event_id text references event (id),
  term_starts_on text not null check (length(term_starts_on) = 10),
  term_ends_on text not null check (length(term_ends_on) = 10),
  changed_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- What the nomination committee says of its choice.
  recommendation jsonb not null default '{}',
  recommended_at timestamptz,
  -- What the election meeting decided.
  result jsonb not null default '{}',
  elected_at timestamptz,
  constraint closes_after_it_opens check (closes_on >= opens_on),
  constraint elects_after_the_call check (election_on > closes_on),
  constraint a_term_has_days check (term_ends_on > term_starts_on)
);
create index nomination_call_days on nomination_call (closes_on);

create table nomination_call_seat (
  call_id text not null references nomination_call (id),
  seat_id text not null references steering_seat (id),
  primary key (call_id, seat_id)
);

-- Who nominated whom is wiped after the election; that somebody was nominated, and for what, stays.
create table nomination (
  id text primary key,
  call_id text not null references nomination_call (id),
  body text not null check (body in ('steering-group', 'nomination-committee')),
  -- Empty: any seat of that body.
  seat_id text references steering_seat (id),
  nominee_name text check (length(nominee_name) between 1 and 120),
  nominee_email text check (nominee_email = lower(nominee_email)),
  nominee_language text not null check (nominee_language in ('sv', 'en', 'es')),
  why text check (length(why) between 1 and 1000),
  language text not null check (language in ('sv', 'en', 'es')),
  nominator_email text check (nominator_email = lower(nominator_email)),
  organisation text check (length(organisation) between 1 and 200),
  asked_at timestamptz not null,
  asked_on text not null check (length(asked_on) = 10),
  -- When the one who nominates said that the address is theirs; then the nominee is asked.
  confirmed_at timestamptz,
  token_hash text unique,
  nominee_token_hash text unique,
  -- Nobody is shown or counted before they have said yes themselves.
  consented_at timestamptz,
  declined_at timestamptz,
  shows_name integer not null default 0 check (shows_name in (0, 1)),
  -- What the nominee says of themselves.
  presentation text check (length(presentation) between 1 and 1000),
  is_recommended integer not null default 0 check (is_recommended in (0, 1)),
  result text check (result in ('elected', 'not-elected')),
  wiped_at timestamptz,
  constraint asked_once_confirmed check (consented_at is null or confirmed_at is not null),
  constraint yes_or_no check (consented_at is null or declined_at is null),
  constraint recommended_with_consent check (is_recommended = 0 or consented_at is not null),
  constraint elected_with_consent check (result is null or consented_at is not null),
  constraint named_with_consent check (shows_name = 0 or consented_at is not null),
  constraint wiped_whole check (
    wiped_at is null or (
      nominee_name is null and nominee_email is null and nominator_email is null and why is null
      and presentation is null and organisation is null and token_hash is null and nominee_token_hash is null
    )
  ),
  constraint whole_until_wiped check (
    wiped_at is not null or (nominee_name is not null and nominee_email is not null)
  )
);
create index nomination_of_call on nomination (call_id, asked_at);

-- Who sits there, or stands in for who does, and by whose decision.
create table seat_term (
  id text primary key,
  seat_id text not null references steering_seat (id),
  kind text not null check (kind in ('member', 'deputy')),
  -- Null once it is forgotten; shown only while the person agrees to it.
  person_name text check (length(person_name) between 1 and 120),
  political_party text check (length(political_party) between 1 and 5),
  email text check (email = lower(email)),
  language text not null check (language in ('sv', 'en', 'es')),
  starts_on text not null check (length(starts_on) = 10),
  ends_on text not null check (length(ends_on) = 10),
  -- decision: of a body of the party. election: at an election meeting. appointment: for the rest of a term.
  how text not null check (how in ('decision', 'election', 'appointment')),
  decision_body jsonb not null default '{}',
  decided_on text check (length(decided_on) = 10),
  paragraph text check (length(paragraph) between 1 and 20),
  case_number text check (length(case_number) between 1 and 60),
  nomination_id text unique references nomination (id),
  because jsonb not null default '{}',
  filled_by text not null references person (id),
  filled_at timestamptz not null,
  filled_on text not null check (length(filled_on) = 10),
  consented_at timestamptz,
  left_on text check (length(left_on) = 10),
  left_because jsonb not null default '{}',
  left_by text references person (id),
  left_at timestamptz,
  forgotten_at timestamptz,
  constraint two_years_at_most check (
    ends_on > starts_on
    and ends_on <= cast(cast(substr(starts_on, 1, 4) as integer) + 2 as text) || substr(starts_on, 5)
  ),
  constraint by_decision_whole check (
    how <> 'decision' or (
      cast(decision_body as text) <> '{}' and decided_on is not null and paragraph is not null
      and case_number is not null
    )
  ),
  constraint by_election_after_nomination check ((how = 'election') = (nomination_id is not null)),
  constraint appointed_with_a_reason check (how <> 'appointment' or cast(because as text) <> '{}'),
  constraint left_whole check (
    (left_on is null) = (left_by is null) and (left_on is null) = (left_at is null)
    and (left_on is null or (left_on >= starts_on and left_on <= ends_on))
  ),
  constraint forgotten_whole check (forgotten_at is null or email is null)
);
create index seat_term_seat on seat_term (seat_id, starts_on);

-- What a mailed link of a member leads to; each mail has one of its own, and earlier ones go on.
create table member_link (
  token_hash text primary key,
  term_id text not null references seat_term (id),
  created_at timestamptz not null
);
create index member_link_term on member_link (term_id);

create table steering_meeting (
  id text primary key,
  -- The parties take turns in calling the group together.
  party_id text not null references party (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (length(place) between 1 and 200),
  cancelled_at timestamptz,
  cancel_reason jsonb not null default '{}',
  changed_by text not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Empty: nothing is written yet. From there as with the notes of an event.
  state text check (state in ('draft', 'sent', 'approved', 'published')),
  said jsonb not null default '{}',
  said_changed_at timestamptz,
  sent_at timestamptz,
  sent_to integer check (sent_to >= 0),
  corrections_until timestamptz,
  approved_at timestamptz,
  published_at timestamptz,
  constraint ends_after_it_begins check (ends_at > starts_at),
  constraint cancelled_with_a_reason check ((cancelled_at is null) = (cast(cancel_reason as text) = '{}')),
  constraint minutes_as_dated check (
    (coalesce(state, 'draft') = 'draft') = (sent_at is null)
    and (sent_at is null) = (corrections_until is null)
    and (sent_at is null) = (sent_to is null)
    and (coalesce(state, 'draft') in ('approved', 'published')) = (approved_at is not null)
    and (coalesce(state, 'draft') = 'published') = (published_at is not null)
    and (state is null) = (said_changed_at is null)
  ),
  constraint minutes_one_after_the_other check (
    sent_at >= starts_at and corrections_until >= sent_at and approved_at >= corrections_until
    and published_at >= approved_at
  )
);
create index steering_meeting_time on steering_meeting (starts_at);

-- Who of the group was there.
create table steering_present (
  meeting_id text not null references steering_meeting (id),
  term_id text not null references seat_term (id),
  primary key (meeting_id, term_id)
);

create table steering_item (
  id text primary key,
  meeting_id text not null references steering_meeting (id),
  position integer not null check (position > 0),
  title jsonb not null check (cast(title as text) <> '{}'),
  -- What it is about: the focus areas of a year, a revision, a recommendation …; empty for anything else.
  about_kind text check (about_kind in (
    'focus-year', 'focus-proposal', 'revision', 'recommendation', 'plan', 'commitment', 'year-report'
  )),
  about_id text,
  created_at timestamptz not null,
  constraint item_about_whole check ((about_kind is null) = (about_id is null))
);
create index steering_item_meeting on steering_item (meeting_id, position);

create table steering_decision (
  id text primary key,
  meeting_id text not null references steering_meeting (id),
  item_id text references steering_item (id),
  -- Its paragraph, counted within the meeting.
  number integer not null check (number > 0),
  words jsonb not null check (cast(words as text) <> '{}'),
  about_kind text check (about_kind in (
    'focus-year', 'focus-proposal', 'revision', 'recommendation', 'plan', 'commitment', 'year-report'
  )),
  about_id text,
  written_by text not null references person (id),
  written_at timestamptz not null,
  unique (meeting_id, number),
  constraint decision_about_whole check ((about_kind is null) = (about_id is null))
);
create index steering_decision_about on steering_decision (about_kind, about_id);

-- What the group recommends of a year's proposals for focus areas, in its order; the plan itself is changed by a revision.
create table focus_weighing (
  item_id text not null references steering_item (id),
  proposal_id text not null references focus_proposal (id),
  -- Empty: weighed, and not recommended.
  place integer check (place > 0),
  primary key (item_id, proposal_id)
);
create index focus_weighing_proposal on focus_weighing (proposal_id);

create table steering_approval (
  meeting_id text not null references steering_meeting (id),
  party_id text not null references party (id),
  by_person text not null references person (id),
  at timestamptz not null,
  primary key (meeting_id, party_id)
);

create table steering_correction (
  id text primary key,
  meeting_id text not null references steering_meeting (id),
  term_id text not null references seat_term (id),
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null,
  answer text check (answer in ('taken-in', 'not-taken-in')),
  because text check (length(because) between 1 and 1000),
  answered_by text references person (id),
  answered_at timestamptz,
  constraint correction_answered_whole check (
    (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)
  ),
  constraint correction_no_with_a_reason check (
    answer is null or (answer = 'not-taken-in') = (because is not null)
  )
);
create index steering_correction_meeting on steering_correction (meeting_id, at);

-- So that nobody is called or reminded twice.
create table steering_told (
  meeting_id text not null references steering_meeting (id),
  kind text not null check (kind in ('called', 'reminded')),
  starts_at timestamptz not null,
  at timestamptz not null,
  primary key (meeting_id, kind, starts_at)
);

-- Each coordinator is written to once a month about what their party owes.
create table duty_letter (
  person_id text not null references person (id),
  -- 'YYYY-MM'.
  month text not null check (length(month) = 7),
  -- How many things the party owed that day; nobody is written to about nothing.
  duties integer not null check (duties >= 0),
  at timestamptz not null,
  primary key (person_id, month)
);

-- sqlite:
create trigger seat_by_its_side before insert on steering_seat
when not exists (
  select 1 from coordinator where person_id = new.changed_by and party_id = new.party_id
  and since <= new.changed_at and (until is null or until > new.changed_at)
)
begin
  select raise(abort, 'each side decides about its own seats');
end;
create trigger seat_changed_by_its_side before update on steering_seat
when not exists (
  select 1 from coordinator where person_id = new.changed_by and party_id = old.party_id
  and since <= new.changed_at and (until is null or until > new.changed_at)
) or new.party_id <> old.party_id or new.body <> old.body or new.id <> old.id
begin
  select raise(abort, 'each side decides about its own seats');
end;
create trigger seat_stays before delete on steering_seat
begin
  select raise(abort, 'a seat is ended, not taken away');
end;
create trigger term_by_its_side before insert on seat_term
when not exists (
  select 1 from steering_seat join coordinator on coordinator.party_id = steering_seat.party_id
  where steering_seat.id = new.seat_id and person_id = new.filled_by
  and since <= new.filled_at and (until is null or until > new.filled_at)
) and not exists (
  select 1 from steering_seat join substitute on substitute.party_id = steering_seat.party_id
  where steering_seat.id = new.seat_id and person_id = new.filled_by and ended_at is null
  and new.filled_on between from_day and until_day
)
begin
  select raise(abort, 'each side fills its own seats');
end;
create trigger term_alone before insert on seat_term
when exists (
  select 1 from seat_term where seat_id = new.seat_id and kind = new.kind and id <> new.id
  and starts_on <= new.ends_on and coalesce(left_on, ends_on) >= new.starts_on
)
begin
  select raise(abort, 'nobody sits in a seat that is taken');
end;
create trigger term_elected before insert on seat_term
when new.how = 'election' and not exists (
  select 1 from nomination join nomination_call_seat on nomination_call_seat.call_id = nomination.call_id
  where nomination.id = new.nomination_id and result = 'elected'
  and nomination_call_seat.seat_id = new.seat_id and coalesce(nomination.seat_id, new.seat_id) = new.seat_id
)
begin
  select raise(abort, 'only who was elected takes a seat by election');
end;
create trigger term_appointed before insert on seat_term
when new.how = 'appointment' and new.kind = 'member' and not exists (
  select 1 from seat_term where seat_id = new.seat_id and kind = 'member' and left_on is not null
  and ends_on >= new.ends_on
)
begin
  select raise(abort, 'an appointment is for the rest of a term that was left');
end;
create trigger term_kept before update on seat_term
when new.id <> old.id or new.seat_id <> old.seat_id or new.kind <> old.kind or new.starts_on <> old.starts_on
  or new.ends_on <> old.ends_on or new.how <> old.how or new.filled_by <> old.filled_by
  or new.filled_at <> old.filled_at or new.decision_body <> old.decision_body
  or new.decided_on is not old.decided_on or new.paragraph is not old.paragraph
  or new.case_number is not old.case_number or new.nomination_id is not old.nomination_id
  or new.political_party is not old.political_party
  or (new.person_name is not null and new.person_name is not old.person_name)
  or (old.left_on is not null and (new.left_on is not old.left_on or new.left_by is not old.left_by))
begin
  select raise(abort, 'who was given a seat, and how, never changes');
end;
create trigger term_left_by_its_side before update on seat_term
when old.left_on is null and new.left_on is not null and not exists (
  select 1 from steering_seat join coordinator on coordinator.party_id = steering_seat.party_id
  where steering_seat.id = new.seat_id and person_id = new.left_by
  and since <= new.left_at and (until is null or until > new.left_at)
)
begin
  select raise(abort, 'each side fills its own seats');
end;
create trigger term_stays before delete on seat_term
begin
  select raise(abort, 'a term is history, and history stays');
end;

create trigger call_by_its_side before insert on nomination_call
when not exists (
  select 1 from coordinator where person_id = new.changed_by and party_id = new.party_id
  and since <= new.changed_at and (until is null or until > new.changed_at)
) or new.elected_at is not null
begin
  select raise(abort, 'each side calls for its own nominations');
end;
create trigger call_changed_by_its_side before update on nomination_call
when new.party_id <> old.party_id or not exists (
  select 1 from coordinator where person_id = new.changed_by and party_id = old.party_id
  and since <= new.changed_at and (until is null or until > new.changed_at)
)
begin
  select raise(abort, 'each side calls for its own nominations');
end;
create trigger call_stays_elected before update on nomination_call
when old.elected_at is not null and (
  new.elected_at is not old.elected_at or new.result <> old.result or new.closes_on <> old.closes_on
  or new.election_on <> old.election_on or new.criteria <> old.criteria
)
begin
  select raise(abort, 'what was elected stays');
end;
create trigger call_of_own_seats before insert on nomination_call_seat
when not exists (
  select 1 from nomination_call join steering_seat on steering_seat.party_id = nomination_call.party_id
  where nomination_call.id = new.call_id and steering_seat.id = new.seat_id
)
begin
  select raise(abort, 'each side calls for its own nominations');
end;
create trigger nomination_in_time before insert on nomination
when new.result is not null or not exists (
  select 1 from nomination_call where id = new.call_id and new.asked_on between opens_on and closes_on
  and elected_at is null
)
begin
  select raise(abort, 'nominations come while the call is open');
end;
create trigger nomination_elected before update on nomination
when new.result is not null and old.result is null and not exists (
  select 1 from nomination_call where id = new.call_id and elected_at is not null
)
begin
  select raise(abort, 'the election meeting decides who is elected');
end;
create trigger nomination_result_stays before update on nomination
when old.result is not null and new.result is not old.result
begin
  select raise(abort, 'what was elected stays');
end;

create trigger meeting_called_by_its_side before insert on steering_meeting
when not exists (
  select 1 from coordinator where person_id = new.changed_by and party_id = new.party_id
  and since <= new.changed_at and (until is null or until > new.changed_at)
) or coalesce(new.state, 'draft') <> 'draft'
begin
  select raise(abort, 'a meeting is called by a coordinator, for their own party');
end;
create trigger meeting_step before update on steering_meeting
when new.state is not old.state and not (
  (old.state is null and new.state = 'draft')
  or (old.state = 'draft' and new.state = 'sent')
  or (old.state = 'sent' and new.state = 'approved')
  or (old.state = 'approved' and new.state = 'published')
)
begin
  select raise(abort, 'minutes go from draft to sent to approved to published');
end;
create trigger meeting_approved_by_all before update on steering_meeting
when old.state = 'sent' and new.state = 'approved' and (
  exists (select 1 from steering_correction where meeting_id = new.id and answer is null)
  or not exists (select 1 from steering_approval where meeting_id = new.id)
  or exists (
    select 1 from coordinator where until is null and not exists (
      select 1 from steering_approval where meeting_id = new.id and party_id = coordinator.party_id
    )
  )
)
begin
  select raise(abort, 'minutes are approved by every party, and every correction is answered');
end;
create trigger meeting_kept before update on steering_meeting
when old.state in ('approved', 'published') and (
  new.said <> old.said or new.starts_at <> old.starts_at or new.ends_at <> old.ends_at
  or new.approved_at is not old.approved_at or new.party_id <> old.party_id or new.cancelled_at is not null
)
begin
  select raise(abort, 'approved minutes never change');
end;
create trigger meeting_stays before delete on steering_meeting
begin
  select raise(abort, 'a meeting is cancelled, not taken away');
end;
create trigger approval_in_time before insert on steering_approval
when not exists (
  select 1 from steering_meeting where id = new.meeting_id and state = 'sent' and corrections_until <= new.at
) or not exists (
  select 1 from coordinator where person_id = new.by_person and party_id = new.party_id
  and since <= new.at and (until is null or until > new.at)
)
begin
  select raise(abort, 'minutes are approved by a coordinator for their own party, once the corrections came in');
end;
create trigger approval_kept before update on steering_approval
begin
  select raise(abort, 'an approval never changes');
end;
create trigger approval_stays before delete on steering_approval
when exists (select 1 from steering_meeting where id = old.meeting_id and state <> 'sent')
begin
  select raise(abort, 'an approval never changes');
end;
create trigger correction_in_time before insert on steering_correction
when not exists (
  select 1 from steering_meeting
  where id = new.meeting_id and state = 'sent' and sent_at <= new.at and corrections_until > new.at
)
begin
  select raise(abort, 'corrections come while the minutes are with the members');
end;
create trigger correction_kept before update on steering_correction
when new.words <> old.words or new.meeting_id <> old.meeting_id or (
  old.answer is not null and (new.answer is not old.answer or new.because is not old.because)
)
begin
  select raise(abort, 'a correction stays as it was sent, and so does its answer');
end;
create trigger decision_in_time before insert on steering_decision
when not exists (
  select 1 from steering_meeting where id = new.meeting_id and cancelled_at is null
  and starts_at <= new.written_at and coalesce(state, 'draft') in ('draft', 'sent')
)
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger decision_kept before update on steering_decision
when exists (select 1 from steering_meeting where id = old.meeting_id and state in ('approved', 'published'))
  or new.meeting_id <> old.meeting_id
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger decision_stays before delete on steering_decision
when exists (select 1 from steering_meeting where id = old.meeting_id and state in ('approved', 'published'))
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger weighing_in_time before insert on focus_weighing
when exists (
  select 1 from steering_item join steering_meeting on steering_meeting.id = steering_item.meeting_id
  where steering_item.id = new.item_id and state in ('approved', 'published')
)
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger weighing_kept before update on focus_weighing
when exists (
  select 1 from steering_item join steering_meeting on steering_meeting.id = steering_item.meeting_id
  where steering_item.id = old.item_id and state in ('approved', 'published')
)
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger weighing_stays before delete on focus_weighing
when exists (
  select 1 from steering_item join steering_meeting on steering_meeting.id = steering_item.meeting_id
  where steering_item.id = old.item_id and state in ('approved', 'published')
)
begin
  select raise(abort, 'a decision is taken at the meeting, and stays once the minutes are approved');
end;
create trigger item_kept before update on steering_item
when exists (select 1 from steering_meeting where id = old.meeting_id and state in ('approved', 'published'))
begin
  select raise(abort, 'approved minutes never change');
end;
create trigger item_stays before delete on steering_item
when exists (select 1 from steering_meeting where id = old.meeting_id and state in ('approved', 'published'))
begin
  select raise(abort, 'approved minutes never change');
end;
create trigger duty_letter_once before update on duty_letter
begin
  select raise(abort, 'a letter that was sent was sent');
end;
-- end
-- postgres:
create function speaks_for(person text, party text, moment timestamptz) returns boolean language sql as $$
  select exists (
    select 1 from coordinator where person_id = person and party_id = party
    and since <= moment and (until is null or until > moment)
  )
$$;
create function keep_steering_seat() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a seat is ended, not taken away'; end if;
  if tg_op = 'UPDATE' and (new.id, new.party_id, new.body) is distinct from (old.id, old.party_id, old.body) then
    raise exception 'each side decides about its own seats';
  end if;
  if not speaks_for(new.changed_by, new.party_id, new.changed_at) then
    raise exception 'each side decides about its own seats';
  end if;
  return new;
end $$;
create trigger keep_steering_seat before insert or update or delete on steering_seat
for each row execute function keep_steering_seat();

create function keep_seat_term() returns trigger language plpgsql as $$
declare
  side text;
begin
  if tg_op = 'DELETE' then raise exception 'a term is history, and history stays'; end if;
  -- The seat's row is held, so that two who fill it in the same moment see each other.
  select party_id into side from steering_seat where id = new.seat_id for update;
  if tg_op = 'INSERT' then
    if not speaks_for(new.filled_by, side, new.filled_at) and not exists (
      select 1 from substitute where party_id = side and person_id = new.filled_by and ended_at is null
      and new.filled_on between from_day and until_day
    ) then
      raise exception 'each side fills its own seats';
    end if;
    if exists (
      select 1 from seat_term where seat_id = new.seat_id and kind = new.kind and id <> new.id
      and starts_on <= new.ends_on and coalesce(left_on, ends_on) >= new.starts_on
    ) then
      raise exception 'nobody sits in a seat that is taken';
    end if;
    if new.how = 'election' and not exists (
      select 1 from nomination join nomination_call_seat on nomination_call_seat.call_id = nomination.call_id
      where nomination.id = new.nomination_id and result = 'elected'
      and nomination_call_seat.seat_id = new.seat_id and coalesce(nomination.seat_id, new.seat_id) = new.seat_id
    ) then
      raise exception 'only who was elected takes a seat by election';
    end if;
    if new.how = 'appointment' and new.kind = 'member' and not exists (
      select 1 from seat_term where seat_id = new.seat_id and kind = 'member' and left_on is not null
      and ends_on >= new.ends_on
    ) then
      raise exception 'an appointment is for the rest of a term that was left';
    end if;
    return new;
  end if;
  if (new.id, new.seat_id, new.kind, new.starts_on, new.ends_on, new.how, new.filled_by, new.filled_at,
      new.decision_body, new.decided_on, new.paragraph, new.case_number, new.nomination_id, new.political_party)
    is distinct from (old.id, old.seat_id, old.kind, old.starts_on, old.ends_on, old.how, old.filled_by,
      old.filled_at, old.decision_body, old.decided_on, old.paragraph, old.case_number, old.nomination_id,
      old.political_party)
    or (new.person_name is not null and new.person_name is distinct from old.person_name)
    or (old.left_on is not null and (new.left_on, new.left_by) is distinct from (old.left_on, old.left_by)) then
    raise exception 'who was given a seat, and how, never changes';
  end if;
  if old.left_on is null and new.left_on is not null and not speaks_for(new.left_by, side, new.left_at) then
    raise exception 'each side fills its own seats';
  end if;
  return new;
end $$;
create trigger keep_seat_term before insert or update or delete on seat_term
for each row execute function keep_seat_term();

create function keep_nomination_call() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.elected_at is not null
    or tg_op = 'UPDATE' and new.party_id <> old.party_id
    or not speaks_for(new.changed_by, new.party_id, new.changed_at) then
    raise exception 'each side calls for its own nominations';
  end if;
  if tg_op = 'UPDATE' and old.elected_at is not null and (
    (new.elected_at, new.result, new.closes_on, new.election_on, new.criteria)
    is distinct from (old.elected_at, old.result, old.closes_on, old.election_on, old.criteria)
  ) then
    raise exception 'what was elected stays';
  end if;
  return new;
end $$;
create trigger keep_nomination_call before insert or update on nomination_call
for each row execute function keep_nomination_call();

create function keep_call_seat() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from nomination_call join steering_seat on steering_seat.party_id = nomination_call.party_id
    where nomination_call.id = new.call_id and steering_seat.id = new.seat_id
  ) then
    raise exception 'each side calls for its own nominations';
  end if;
  return new;
end $$;
create trigger keep_call_seat before insert or update on nomination_call_seat
for each row execute function keep_call_seat();

create function keep_nomination() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.result is not null or not exists (
      select 1 from nomination_call where id = new.call_id and new.asked_on between opens_on and closes_on
      and elected_at is null
    ) then
      raise exception 'nominations come while the call is open';
    end if;
    return new;
  end if;
  if old.result is not null and new.result is distinct from old.result then
    raise exception 'what was elected stays';
  end if;
  if new.result is not null and old.result is null and not exists (
    select 1 from nomination_call where id = new.call_id and elected_at is not null
  ) then
    raise exception 'the election meeting decides who is elected';
  end if;
  return new;
end $$;
create trigger keep_nomination before insert or update on nomination
for each row execute function keep_nomination();

create function keep_steering_meeting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a meeting is cancelled, not taken away'; end if;
  if tg_op = 'INSERT' then
    if coalesce(new.state, 'draft') <> 'draft'
      or not speaks_for(new.changed_by, new.party_id, new.changed_at) then
      raise exception 'a meeting is called by a coordinator, for their own party';
    end if;
    return new;
  end if;
  if new.state is distinct from old.state and (coalesce(old.state, ''), coalesce(new.state, '')) not in (
    ('', 'draft'), ('draft', 'sent'), ('sent', 'approved'), ('approved', 'published')
  ) then
    raise exception 'minutes go from draft to sent to approved to published';
  end if;
  if old.state = 'sent' and new.state = 'approved' and (
    exists (select 1 from steering_correction where meeting_id = new.id and answer is null)
    or not exists (select 1 from steering_approval where meeting_id = new.id)
    or exists (
      select 1 from coordinator where until is null and not exists (
        select 1 from steering_approval where meeting_id = new.id and party_id = coordinator.party_id
      )
    )
  ) then
    raise exception 'minutes are approved by every party, and every correction is answered';
  end if;
  if old.state in ('approved', 'published') and (
    (new.said, new.starts_at, new.ends_at, new.approved_at, new.party_id)
    is distinct from (old.said, old.starts_at, old.ends_at, old.approved_at, old.party_id)
    or new.cancelled_at is not null
  ) then
    raise exception 'approved minutes never change';
  end if;
  return new;
end $$;
create trigger keep_steering_meeting before insert or update or delete on steering_meeting
for each row execute function keep_steering_meeting();

create function keep_steering_approval() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then raise exception 'an approval never changes'; end if;
  if tg_op = 'DELETE' then
    if exists (select 1 from steering_meeting where id = old.meeting_id and state <> 'sent') then
      raise exception 'an approval never changes';
    end if;
    return old;
  end if;
  if not speaks_for(new.by_person, new.party_id, new.at) or not exists (
    select 1 from steering_meeting where id = new.meeting_id and state = 'sent' and corrections_until <= new.at
  ) then
    raise exception 'minutes are approved by a coordinator for their own party, once the corrections came in';
  end if;
  return new;
end $$;
create trigger keep_steering_approval before insert or update or delete on steering_approval
for each row execute function keep_steering_approval();

create function keep_steering_correction() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.words <> old.words or new.meeting_id <> old.meeting_id or (
      old.answer is not null
      and (new.answer, new.because) is distinct from (old.answer, old.because)
    ) then
      raise exception 'a correction stays as it was sent, and so does its answer';
    end if;
    return new;
  end if;
  if not exists (
    select 1 from steering_meeting
    where id = new.meeting_id and state = 'sent' and sent_at <= new.at and corrections_until > new.at
  ) then
    raise exception 'corrections come while the minutes are with the members';
  end if;
  return new;
end $$;
create trigger keep_steering_correction before insert or update on steering_correction
for each row execute function keep_steering_correction();

create function keep_steering_decision() returns trigger language plpgsql as $$
declare
  of_meeting text;
begin
  of_meeting := case when tg_op = 'INSERT' then new.meeting_id else old.meeting_id end;
  -- The meeting's row is held, so that its minutes are not approved in the same moment.
  perform 1 from steering_meeting where id = of_meeting for share;
  if exists (select 1 from steering_meeting where id = of_meeting and state in ('approved', 'published'))
    or (tg_op = 'UPDATE' and new.meeting_id <> old.meeting_id)
    or (tg_op = 'INSERT' and not exists (
      select 1 from steering_meeting where id = of_meeting and cancelled_at is null and starts_at <= new.written_at
    )) then
    raise exception 'a decision is taken at the meeting, and stays once the minutes are approved';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_steering_decision before insert or update or delete on steering_decision
for each row execute function keep_steering_decision();

create function keep_focus_weighing() returns trigger language plpgsql as $$
declare
  of_item text;
begin
  of_item := case when tg_op = 'INSERT' then new.item_id else old.item_id end;
  if exists (
    select 1 from steering_item join steering_meeting on steering_meeting.id = steering_item.meeting_id
    where steering_item.id = of_item and state in ('approved', 'published')
  ) then
    raise exception 'a decision is taken at the meeting, and stays once the minutes are approved';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_focus_weighing before insert or update or delete on focus_weighing
for each row execute function keep_focus_weighing();

create function keep_steering_item() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from steering_meeting where id = old.meeting_id and state in ('approved', 'published')
  ) then
    raise exception 'approved minutes never change';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_steering_item before update or delete on steering_item
for each row execute function keep_steering_item();

create function keep_duty_letter() returns trigger language plpgsql as $$
begin
  raise exception 'a letter that was sent was sent';
end $$;
create trigger keep_duty_letter before update on duty_letter for each row execute function keep_duty_letter();
-- end
