import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rawSql } from '../../test/revision-cast.ts'
import { freshWorld, type World } from '../../test/world.ts'

let world: World

before(async () => {
  world = await freshWorld({ sample: true })
  for (const text of made) await rawSql(world.database, text)
})
after(() => world.close())

const at = '2026-11-23T11:00:00.000Z'
const party = (key: string): string => `(select id from party where key = '${key}')`
const of = (key: string): string =>
  `(select person_id from coordinator where party_id = ${party(key)} and until is null limit 1)`
const nobody = `(select id from person where id not in (select person_id from coordinator) limit 1)`
const meeting = (state: string): string => `(select id from steering_meeting where state ${state} limit 1)`
const ofMeeting = (state: string): string =>
  `meeting_id in (select id from steering_meeting where state ${state})`
const held = `in ('approved', 'published')`

const approval = (key: string, by: string, when: string, which = `'sent'`): string =>
  `insert into steering_approval (meeting_id, party_id, by_person, at)
   values (${which}, ${party(key)}, ${by}, '${when}')`
const past = '2026-11-25T11:00:00.000Z'
/** A meeting whose minutes are with the members. */
const withMembers = (id: string): string[] => [
  `insert into steering_meeting (id, party_id, starts_at, ends_at, changed_by, created_at, changed_at)
   values ('${id}', ${party('city')}, '2026-11-20T11:00:00.000Z', '2026-11-20T12:00:00.000Z', ${of('city')}, '${at}',
   '${at}')`,
  `insert into steering_item (id, meeting_id, position, title, created_at)
   values ('item-${id}', '${id}', 1, '{"sv":"P"}', '${at}')`,
  `insert into focus_weighing (item_id, proposal_id) select 'item-${id}', min(id) from focus_proposal`,
  `update steering_meeting set state = 'draft', said_changed_at = '${at}' where id = '${id}'`,
  `update steering_meeting set state = 'sent', sent_at = '${at}', sent_to = 1,
   corrections_until = '2026-11-24T11:00:00.000Z' where id = '${id}'`,
]
/** Beside the sample year: minutes with the members and approved ones; a version and a goal that are asked about. */
const made = [
  ...withMembers('sent'),
  `insert into steering_correction (id, meeting_id, term_id, words, at)
   select 'correction', 'sent', min(id), 'W', '${at}' from seat_term`,
  ...withMembers('done'),
  ...['city', 'civil-society'].map((key) => approval(key, of(key), past, `'done'`)),
  `update steering_meeting set state = 'approved', approved_at = '${past}' where id = 'done'`,
  `insert into duty_letter (person_id, month, duties, at) values (${of('city')}, '2030-01', 1, '${at}')`,
  `insert into goal (id, agreement_id, number, title) select 'asked', id, 900, '{"sv":"M"}' from agreement`,
  `insert into goal_sdg (goal_id, sdg) values ('asked', 1)`,
  `insert into agreement_version (id, agreement_id, number, title, vision, principles, conduct, created_at, changed_at)
   select 'asked', id, 900, '{"sv":"A"}', '{"sv":"V"}', '[]', '[]', '${at}', '${at}' from agreement`,
  ...['adopt-goal', 'adopt-agreement'].map(
    (kind) => `insert into joint_decision (id, kind, about_id, what, state, party_id, made_by, made_at)
     values ('${kind}', '${kind}', 'asked', '{}', 'open', ${party('city')}, ${of('city')}, '${at}')`,
  ),
  `insert into party (id, key, name, position) values ('county', 'county', '{"sv":"R"}', 9)`,
]

const aMeeting = (by: string, state: string): string =>
  `insert into steering_meeting (id, party_id, starts_at, ends_at, changed_by, created_at, changed_at, state, said_changed_at)
   values ('new', ${party('city')}, '2027-02-01T11:00:00.000Z', '2027-02-01T12:00:00.000Z', ${by}, '${at}', '${at}',
   ${state}, ${state === 'null' ? 'null' : `'${at}'`})`
const correction = (which: string, when: string): string =>
  `insert into steering_correction (id, meeting_id, term_id, words, at)
   select 'new', ${which}, (select id from seat_term limit 1), 'W', '${when}'`
const decision = (which: string): string =>
  `insert into steering_decision (id, meeting_id, number, words, written_by, written_at)
   values ('new', ${which}, 900, '{"sv":"B"}', ${of('city')}, '${at}')`

const versionStays = 'a version of the agreement stays as it was decided'
const goalRests = 'a goal stays as it is while it is asked about'
const takenAtMeeting = 'a decision is taken at the meeting, and stays once the minutes are approved'
const forOwnParty = 'minutes are approved by a coordinator for their own party, once the corrections came in'
const called = 'a meeting is called by a coordinator, for their own party'
const steps = 'minutes go from draft to sent to approved to published'
const minutesStay = 'approved minutes never change'

type Case = [what: string, text: string, says: string | RegExp]
const cases: Case[] = [
  [
    'a party that nobody has said yes to',
    `insert into party_standing (id, party_id, standing, from_day, recorded_by, recorded_at)
     values ('new', 'county', 'joined', '2027-01-01', ${of('city')}, '${at}')`,
    /^(a party is taken in by all the others|who takes in a party has said yes to it)$/,
  ],
  ['a link less of a goal that is asked about', `delete from goal_sdg where goal_id = 'asked'`, goalRests],
  ['another link', `update goal_sdg set sdg = 2 where goal_id = 'asked'`, goalRests],
  ['a link more', `insert into goal_sdg (goal_id, sdg) values ('asked', 3)`, goalRests],
  [
    'a version of the agreement that begins in force',
    `insert into agreement_version (id, agreement_id, number, title, vision, principles, conduct, created_at, changed_at,
       in_force_on)
     select 'new', id, 901, '{"sv":"A"}', '{"sv":"V"}', '[]', '[]', '${at}', '${at}', '2026-11-23' from agreement`,
    versionStays,
  ],
  ['one less that is asked about', `delete from agreement_version where id = 'asked'`, versionStays],
  [
    'a goal more in one that is asked about',
    `insert into agreement_version_goal (version_id, goal_id, step) values ('asked', 'asked', 'adopt')`,
    versionStays,
  ],
  [
    'a focus area chosen from the start',
    `insert into focus_proposal (id, year, title, why, state, created_at) values ('new', 2027, '{"sv":"F"}', '{"sv":"V"}',
     'chosen', '${at}')`,
    'a focus area is chosen by a revision of the plan',
  ],
  ['how the plan was made, gone', `delete from successor`, 'how a plan was made stays'],
  ['an owner’s answer, gone', `delete from carry_answer`, 'an answer is changed, never taken away'],
  [
    'an answer made another’s',
    `update carry_answer set owner_id = 'nobody'`,
    /^(the plan is adopted|only an owner answers)/,
  ],
  [
    'a statement more in a survey that was sent',
    `insert into survey_statement (survey_id, position, principle_key, name, statement)
     select survey_id, 900, 'new', name, statement from survey_statement where survey_id in (
       select survey_id from survey_asked)`,
    'what was asked never changes',
  ],
  [
    'a mark moved to another statement',
    `update survey_mark set position = position + 100`,
    'answers change until the survey closes',
  ],
  ['a meeting taken away', `delete from steering_meeting`, 'a meeting is cancelled, not taken away'],
  ['a meeting called by nobody', aMeeting(nobody, 'null'), called],
  ['a meeting called for the other party', aMeeting(of('civil-society'), 'null'), called],
  ['a meeting that begins with minutes', aMeeting(of('city'), `'sent'`), called],
  ['minutes that take a step back', `update steering_meeting set state = 'draft' where id = 'sent'`, steps],
  ['minutes that jump', `update steering_meeting set state = 'published' where id = 'sent'`, steps],
  [
    'minutes that nobody has approved',
    `update steering_meeting set state = 'approved', approved_at = '2026-11-25T11:00:00.000Z' where id = 'sent'`,
    'minutes are approved by every party, and every correction is answered',
  ],
  [
    'other words in approved minutes',
    `update steering_meeting set said = '{"sv":"Annat"}' where state ${held}`,
    minutesStay,
  ],
  [
    'a meeting cancelled after it',
    `update steering_meeting set cancelled_at = '${at}', cancel_reason = '{"sv":"R"}' where state ${held}`,
    minutesStay,
  ],
  [
    'an approval by another',
    `update steering_approval set by_person = ${nobody}`,
    'an approval never changes',
  ],
  [
    'an approval taken back afterwards',
    `delete from steering_approval where ${ofMeeting(held)}`,
    'an approval never changes',
  ],
  [
    'a yes for the other party',
    approval('civil-society', of('city'), '2026-11-25T11:00:00.000Z'),
    forOwnParty,
  ],
  ['a yes by nobody', approval('city', nobody, '2026-11-25T11:00:00.000Z'), forOwnParty],
  ['a yes before the corrections', approval('city', of('city'), at), forOwnParty],
  [
    'other words in a correction',
    `update steering_correction set words = 'Annat'`,
    'a correction stays as it was sent, and so does its answer',
  ],
  [
    'a correction too late',
    correction(`'sent'`, '2026-11-24T11:00:00.000Z'),
    'corrections come while the minutes are with the members',
  ],
  [
    'a correction of approved minutes',
    correction(meeting(held), at),
    'corrections come while the minutes are with the members',
  ],
  ['a decision after the minutes', decision(meeting(held)), takenAtMeeting],
  [
    'another decision',
    `update steering_decision set words = '{"sv":"Annat"}' where ${ofMeeting(held)}`,
    takenAtMeeting,
  ],
  ['a decision less', `delete from steering_decision where ${ofMeeting(held)}`, takenAtMeeting],
  [
    'a decision moved',
    `update steering_decision set meeting_id = 'sent' where ${ofMeeting(held)}`,
    takenAtMeeting,
  ],
  [
    'another weight',
    `update focus_weighing set place = 9 where item_id in (select id from steering_item where ${ofMeeting(held)})`,
    takenAtMeeting,
  ],
  [
    'another agenda',
    `update steering_item set title = '{"sv":"Annat"}' where ${ofMeeting(held)}`,
    minutesStay,
  ],
  ['an agenda gone', `delete from steering_item where ${ofMeeting(held)}`, minutesStay],
  ['a letter sent anew', `update duty_letter set duties = duties + 1`, 'a letter that was sent was sent'],
]

for (const [what, text, says] of cases) {
  test(`the database refuses: ${what}`, () => rejects(rawSql(world.database, text), { message: says }, text))
}

const emptied = [
  ...['coordinator', 'agreement', 'agreement_version_goal', 'successor', 'carry_answer', 'carry_ending'],
  ...['consultation_answer', 'partner_gift', 'survey', 'survey_statement', 'steering_seat', 'seat_term'],
  ...['steering_meeting', 'steering_approval', 'steering_decision', 'focus_weighing', 'steering_item'],
]

test('the database refuses to be emptied', async () => {
  if (world.engine === 'sqlite') return
  for (const [table, says] of [
    ['agreement_version', versionStays],
    ['year_report_text', 'approved words never change'],
    ['survey_mark', 'answers change until the survey closes'],
    ...emptied.map((one) => [one, 'what was agreed and who agreed is never emptied'] as const),
  ] as const)
    await rejects(rawSql(world.database, `truncate ${table} cascade`), { message: says }, table)
})
