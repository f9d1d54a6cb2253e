-- The year's report and the yearly questions by the six principles.

-- Written by the platform, finished by people, approved by every party, then read by everybody.
create table year_report (
  id text primary key,
  year integer not null unique check (year between 2000 and 2200),
  state text not null check (state in ('draft', 'approved', 'published')),
  -- Each edit raises it: a yes holds for what was seen, and for nothing else.
  version integer not null default 1 check (version > 0),
  -- As they stood when the first party said yes; empty while they are counted anew for each reader.
  figures jsonb,
  figures_hash text,
  figures_at timestamptz,
  begun_by text not null references person (id),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  approved_at timestamptz,
  -- The day it was approved where people live: the parties of that day count.
  approved_on text check (length(approved_on) = 10),
  published_at timestamptz,
  constraint figures_whole check ((figures is null) = (figures_at is null) and (figures is null) = (figures_hash is null)),
  constraint approved_with_figures check (state = 'draft' or figures is not null),
  constraint approved_whole check ((state = 'draft') = (approved_at is null) and (state = 'draft') = (approved_on is null)),
  constraint approved_after_the_year check (approved_on is null or substr(approved_on, 1, 4) > cast(year as text)),
  constraint published_whole check ((state = 'published') = (published_at is not null))
);

-- What people say of a part of it in their own words.
create table year_report_text (
  report_id text not null references year_report (id),
  section text not null,
  words jsonb not null check (cast(words as text) <> '{}'),
  written_by text not null references person (id),
  written_at timestamptz not null,
  primary key (report_id, section)
);

create table year_report_approval (
  report_id text not null references year_report (id),
  version integer not null,
  party_id text not null references party (id),
  by_person text not null references person (id),
  -- The day where people live: whoever stands in for a coordinator does so on the days named.
  on_day text not null check (length(on_day) = 10),
  at timestamptz not null,
  primary key (report_id, version, party_id)
);

-- What partners gave to the work of a year, as the office wrote it down.
create table partner_gift (
  id text primary key,
  year integer not null check (year between 2000 and 2200),
  organisation_id text references organisation (id),
  partner_name text,
  -- Whole crowns, and whole hours.
  sek integer check (sek > 0),
  hours integer check (hours > 0),
  in_kind jsonb not null default '{}',
  given_to jsonb not null,
  written_by text not null references person (id),
  written_at timestamptz not null,
  constraint one_partner check ((organisation_id is null) <> (partner_name is null)),
  constraint something_given check (sek is not null or hours is not null or cast(in_kind as text) <> '{}')
);
create index partner_gift_year on partner_gift (year, written_at);

-- Once a year, organisations say how the parties live up to the principles.
create table survey (
  id text primary key,
  year integer not null unique check (year between 2000 and 2200),
  -- Calendar dates where people live; the last day belongs to it.
  opens_on text not null check (length(opens_on) = 10),
  closes_on text not null check (length(closes_on) = 10),
  made_by text not null references person (id),
  made_at timestamptz not null,
  closed_at timestamptz,
  -- When links, addresses and who was asked were wiped.
  wiped_at timestamptz,
  constraint open_for_some_days check (closes_on > opens_on),
  constraint wiped_after_closing check (wiped_at is null or closed_at is not null)
);

-- The principles and the statements as they were when they were asked.
create table survey_statement (
  survey_id text not null references survey (id),
  position integer not null check (position > 0),
  principle_key text not null,
  name jsonb not null,
  statement jsonb not null,
  primary key (survey_id, position),
  unique (survey_id, principle_key)
);

-- Who was asked, and whether they have answered; never what, and never when.
create table survey_asked (
  id text primary key,
  survey_id text not null references survey (id),
  organisation_id text references organisation (id),
  email text,
  -- What an answer may know of its sender: empty where fewer than five like it were asked.
  sector text,
  kind text,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  has_answered integer not null default 0 check (has_answered in (0, 1)),
  unique (survey_id, organisation_id)
);

create table survey_link (
  token_hash text primary key,
  asked_id text not null references survey_asked (id),
  created_at timestamptz not null,
  -- The reminder brought another.
  replaced_at timestamptz
);
create index survey_link_asked on survey_link (asked_id);

-- The key comes out of the secret in the link by another way than the link's checksum: neither leads to the other.
create table survey_answer (
  key text primary key,
  survey_id text not null references survey (id),
  sector text,
  kind text
);
create index survey_answer_survey on survey_answer (survey_id);

create table survey_mark (
  answer_key text not null references survey_answer (key) on update cascade,
  position integer not null,
  -- Empty: can't say.
  mark integer check (mark between 1 and 5),
  primary key (answer_key, position)
);

-- What somebody wrote in their own words, apart from the marks.
create table survey_words (
  key text primary key,
  survey_id text not null references survey (id),
  words text not null check (length(words) > 0),
  read_at timestamptz,
  read_by text references person (id),
  -- What may be quoted of it; empty: nothing.
  quoted text check (length(quoted) > 0),
  constraint quoted_after_reading check (quoted is null or read_at is not null)
);
create index survey_words_survey on survey_words (survey_id);

-- sqlite:
create trigger year_report_begins_as_draft before insert on year_report
when new.state <> 'draft' or new.figures is not null
  or exists (select 1 from year_report where id = new.id or year = new.year)
begin
  select raise(abort, 'a report begins as a draft, once a year');
end;
create trigger year_report_kept before update on year_report
when old.state <> 'draft' and not (
  old.state = 'approved' and new.state = 'published'
  and new.id = old.id and new.year = old.year and new.version = old.version
  and new.figures is old.figures and new.figures_hash is old.figures_hash and new.figures_at is old.figures_at
  and new.approved_at is old.approved_at and new.approved_on is old.approved_on
)
begin
  select raise(abort, 'an approved report never changes');
end;
create trigger year_report_moves_on before update on year_report
when old.state = 'draft' and (
  new.id <> old.id or new.year <> old.year or new.version < old.version or new.state = 'published'
  or (new.version = old.version and old.figures is not null and new.figures is not old.figures)
)
begin
  select raise(abort, 'figures that were approved change with the version alone');
end;
create trigger year_report_by_all before update on year_report
when old.state = 'draft' and new.state = 'approved' and (
  new.version <> old.version or old.figures is null or new.figures is not old.figures
  or not exists (
    select 1 from year_report_approval where report_id = new.id and version = new.version
  )
  or exists (
    select 1 from party
    where (
      select standing from party_standing
      where party_id = party.id and from_day <= new.approved_on order by from_day desc limit 1
    ) = 'joined' and not exists (
      select 1 from year_report_approval
      where report_id = new.id and version = new.version and party_id = party.id
    )
  )
)
begin
  select raise(abort, 'every party of that day approves a report');
end;
create trigger year_report_stays before delete on year_report
begin
  select raise(abort, 'a report is never taken away');
end;

create trigger year_report_approval_of_what_stands before insert on year_report_approval
when not exists (
  select 1 from year_report
  where id = new.report_id and state = 'draft' and version = new.version and figures is not null
) or exists (
  select 1 from year_report_approval
  where report_id = new.report_id and version = new.version and party_id = new.party_id
)
begin
  select raise(abort, 'an approval is of the version that stands, once for each party');
end;
create trigger year_report_approval_by_its_own before insert on year_report_approval
when not exists (
  select 1 from coordinator where person_id = new.by_person and party_id = new.party_id
  and since <= new.at and (until is null or until > new.at)
) and not exists (
  select 1 from substitute where person_id = new.by_person and party_id = new.party_id
  and from_day <= new.on_day and until_day >= new.on_day and (ended_at is null or ended_at > new.at)
)
begin
  select raise(abort, 'a party approves by its own people');
end;
create trigger year_report_approval_kept before update on year_report_approval
begin
  select raise(abort, 'an approval never changes');
end;
create trigger year_report_approval_stays before delete on year_report_approval
begin
  select raise(abort, 'an approval never changes');
end;

create view year_report_held as
select year_report.id, year_report.year from year_report
where state <> 'draft' or exists (
  select 1 from year_report_approval as given
  where given.report_id = year_report.id and given.version = year_report.version
);
create trigger year_report_text_not_added before insert on year_report_text
when exists (select 1 from year_report_held where id = new.report_id)
begin
  select raise(abort, 'approved words never change');
end;
create trigger year_report_text_kept before update on year_report_text
when exists (select 1 from year_report_held where id in (old.report_id, new.report_id))
begin
  select raise(abort, 'approved words never change');
end;
create trigger year_report_text_stays before delete on year_report_text
when exists (select 1 from year_report_held where id = old.report_id)
begin
  select raise(abort, 'approved words never change');
end;
create trigger partner_gift_not_added before insert on partner_gift
when exists (select 1 from year_report_held where year = new.year)
begin
  select raise(abort, 'what partners gave stands in the approved report');
end;
create trigger partner_gift_kept before update on partner_gift
when exists (select 1 from year_report_held where year in (old.year, new.year))
begin
  select raise(abort, 'what partners gave stands in the approved report');
end;
create trigger partner_gift_stays before delete on partner_gift
when exists (select 1 from year_report_held where year = old.year)
begin
  select raise(abort, 'what partners gave stands in the approved report');
end;

create trigger survey_kept before update on survey
when new.id <> old.id or new.year <> old.year
  or (old.closed_at is not null and (new.closed_at is not old.closed_at or new.closes_on <> old.closes_on
    or new.opens_on <> old.opens_on))
begin
  select raise(abort, 'a closed survey stays closed');
end;
create trigger survey_stays before delete on survey when exists (select 1 from survey_asked where survey_id = old.id)
begin
  select raise(abort, 'a survey that was sent stays');
end;
create trigger survey_statement_not_added before insert on survey_statement
when exists (select 1 from survey_asked where survey_id = new.survey_id)
begin
  select raise(abort, 'what was asked never changes');
end;
create trigger survey_statement_kept before update on survey_statement
when exists (select 1 from survey_asked where survey_id in (old.survey_id, new.survey_id))
begin
  select raise(abort, 'what was asked never changes');
end;
create trigger survey_statement_stays before delete on survey_statement
when exists (select 1 from survey_asked where survey_id = old.survey_id)
begin
  select raise(abort, 'what was asked never changes');
end;

create trigger survey_asked_once before update on survey_asked when new.has_answered < old.has_answered
begin
  select raise(abort, 'who has answered has answered');
end;
create trigger survey_answer_taken before insert on survey_answer
when exists (select 1 from survey where id = new.survey_id and closed_at is not null)
  or exists (select 1 from survey_answer where key = new.key)
  or (select count(*) from survey_answer where survey_id = new.survey_id)
    >= (select count(*) from survey_asked where survey_id = new.survey_id and has_answered = 1)
begin
  select raise(abort, 'one answer for each organisation, until the survey closes');
end;
create trigger survey_answer_kept before update on survey_answer
when new.survey_id <> old.survey_id or new.sector is not old.sector or new.kind is not old.kind
begin
  select raise(abort, 'an answer stays as it is');
end;
create trigger survey_answer_stays before delete on survey_answer
begin
  select raise(abort, 'an answer stays as it is');
end;
create trigger survey_mark_taken before insert on survey_mark
when exists (
  select 1 from survey_answer join survey on survey.id = survey_answer.survey_id
  where survey_answer.key = new.answer_key and closed_at is not null
)
begin
  select raise(abort, 'answers change until the survey closes');
end;
create trigger survey_mark_kept before update on survey_mark
when new.position <> old.position or (new.mark is not old.mark and exists (
  select 1 from survey_answer join survey on survey.id = survey_answer.survey_id
  where survey_answer.key = old.answer_key and closed_at is not null
))
begin
  select raise(abort, 'answers change until the survey closes');
end;
create trigger survey_mark_stays before delete on survey_mark
begin
  select raise(abort, 'answers change until the survey closes');
end;
-- end
-- postgres:
create view year_report_held as
select year_report.id, year_report.year from year_report
where state <> 'draft' or exists (
  select 1 from year_report_approval as given
  where given.report_id = year_report.id and given.version = year_report.version
);

create function keep_year_report() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception 'a report is never taken away';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.figures is not null then
      raise exception 'a report begins as a draft, once a year';
    end if;
    return new;
  end if;
  if old.state <> 'draft' then
    if old.state = 'approved' and new.state = 'published' and
      (new.id, new.year, new.version, new.figures, new.figures_hash, new.figures_at, new.approved_at, new.approved_on)
      is not distinct from
      (old.id, old.year, old.version, old.figures, old.figures_hash, old.figures_at, old.approved_at, old.approved_on)
    then
      return new;
    end if;
    raise exception 'an approved report never changes';
  end if;
  if new.id <> old.id or new.year <> old.year or new.version < old.version or new.state = 'published'
    or (new.version = old.version and old.figures is not null and new.figures is distinct from old.figures) then
    raise exception 'figures that were approved change with the version alone';
  end if;
  if new.state = 'approved' and (
    new.version <> old.version or old.figures is null or new.figures is distinct from old.figures
    or not exists (select 1 from year_report_approval where report_id = new.id and version = new.version)
    or exists (
      select 1 from party
      where (
        select standing from party_standing
        where party_id = party.id and from_day <= new.approved_on order by from_day desc limit 1
      ) = 'joined' and not exists (
        select 1 from year_report_approval
        where report_id = new.id and version = new.version and party_id = party.id
      )
    )
  ) then
    raise exception 'every party of that day approves a report';
  end if;
  return new;
end $$;
create trigger keep_year_report before insert or update or delete on year_report
for each row execute function keep_year_report();
create trigger keep_year_reports before truncate on year_report execute function keep_year_report();

create function keep_year_report_approval() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'an approval never changes';
  end if;
  -- The report's row is held, so that it is not edited in the same moment.
  perform 1 from year_report where id = new.report_id for update;
  perform 1 from year_report
    where id = new.report_id and state = 'draft' and version = new.version and figures is not null;
  if not found then
    raise exception 'an approval is of the version that stands, once for each party';
  end if;
  perform 1 from coordinator where person_id = new.by_person and party_id = new.party_id
    and since <= new.at and (until is null or until > new.at);
  if not found then
    perform 1 from substitute where person_id = new.by_person and party_id = new.party_id
      and from_day <= new.on_day and until_day >= new.on_day and (ended_at is null or ended_at > new.at);
    if not found then raise exception 'a party approves by its own people'; end if;
  end if;
  return new;
end $$;
create trigger keep_year_report_approval before insert or update or delete on year_report_approval
for each row execute function keep_year_report_approval();
create trigger keep_year_report_approvals before truncate on year_report_approval
execute function keep_year_report_approval();

create function keep_year_report_text() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then raise exception 'approved words never change'; end if;
  if tg_op <> 'INSERT' then
    perform 1 from year_report where id = old.report_id for update;
    perform 1 from year_report_held where id = old.report_id;
    if found then raise exception 'approved words never change'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  perform 1 from year_report where id = new.report_id for update;
  perform 1 from year_report_held where id = new.report_id;
  if found then raise exception 'approved words never change'; end if;
  return new;
end $$;
create trigger keep_year_report_text before insert or update or delete on year_report_text
for each row execute function keep_year_report_text();
create trigger keep_year_report_texts before truncate on year_report_text
execute function keep_year_report_text();

create function keep_partner_gift() returns trigger language plpgsql as $$
begin
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
create trigger keep_partner_gift before insert or update or delete on partner_gift
for each row execute function keep_partner_gift();

create function keep_survey() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform 1 from survey_asked where survey_id = old.id;
    if found then raise exception 'a survey that was sent stays'; end if;
    return old;
  end if;
  if new.id <> old.id or new.year <> old.year or (old.closed_at is not null and
    (new.closed_at, new.closes_on, new.opens_on) is distinct from (old.closed_at, old.closes_on, old.opens_on)) then
    raise exception 'a closed survey stays closed';
  end if;
  return new;
end $$;
create trigger keep_survey before update or delete on survey for each row execute function keep_survey();

create function keep_survey_statement() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform 1 from survey_asked where survey_id = old.survey_id;
    if found then raise exception 'what was asked never changes'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  perform 1 from survey_asked where survey_id = new.survey_id;
  if found then raise exception 'what was asked never changes'; end if;
  return new;
end $$;
create trigger keep_survey_statement before insert or update or delete on survey_statement
for each row execute function keep_survey_statement();

create function keep_survey_asked() returns trigger language plpgsql as $$
begin
  if new.has_answered < old.has_answered then raise exception 'who has answered has answered'; end if;
  return new;
end $$;
create trigger keep_survey_asked before update on survey_asked
for each row execute function keep_survey_asked();

create function keep_survey_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.survey_id, new.sector, new.kind) is distinct from (old.survey_id, old.sector, old.kind) then
      raise exception 'an answer stays as it is';
    end if;
    return new;
  end if;
  if tg_op <> 'INSERT' then raise exception 'an answer stays as it is'; end if;
  perform 1 from survey where id = new.survey_id for update;
  perform 1 from survey where id = new.survey_id and closed_at is null and
    (select count(*) from survey_answer where survey_id = new.survey_id)
    < (select count(*) from survey_asked where survey_id = new.survey_id and has_answered = 1);
  if not found then raise exception 'one answer for each organisation, until the survey closes'; end if;
  return new;
end $$;
create trigger keep_survey_answer before insert or update or delete on survey_answer
for each row execute function keep_survey_answer();
create trigger keep_survey_answers before truncate on survey_answer execute function keep_survey_answer();

create function keep_survey_mark() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'answers change until the survey closes'; end if;
  if tg_op = 'UPDATE' then
    if new.position <> old.position then raise exception 'answers change until the survey closes'; end if;
    if new.mark is not distinct from old.mark then return new; end if;
  end if;
  perform 1 from survey_answer join survey on survey.id = survey_answer.survey_id
    where survey_answer.key = new.answer_key and closed_at is not null;
  if found then raise exception 'answers change until the survey closes'; end if;
  return new;
end $$;
create trigger keep_survey_mark before insert or update or delete on survey_mark
for each row execute function keep_survey_mark();
create trigger keep_survey_marks before truncate on survey_mark execute function keep_survey_mark();
-- end
