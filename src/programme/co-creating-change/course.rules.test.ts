import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { localDate, plus } from '#platform/time.ts'
import { offerEnd } from '../sign-up/offers.rules.ts'
import { canBeWritten, certificateNumber, readNumber, runsOf } from './certificate.rules.ts'
import {
  applicationsWipedOn,
  courseState,
  participantsWipedOn,
  refusalToApply,
  refusalToCertify,
  refusalToJoinAlumni,
  refusalToConfirm,
  refusalToSelect,
} from './course.rules.ts'
import { lotOf } from './draw.rules.ts'
import { refusalToChangeCourse } from './edit-course.rules.ts'

const course = {
  published_at: '2027-01-01T09:00:00.000Z',
  opens_at: '2027-01-09T23:00:00.000Z',
  closes_at: '2027-01-31T23:00:00.000Z',
  decided_at: null,
}
const session = (starts_at: string) => ({ starts_at, ends_at: plus(starts_at, { hours: 7 }) })
const sessions = [session('2027-03-03T08:00:00.000Z'), session('2027-04-07T07:00:00.000Z')]

test('a course goes from draft to finished by its times', () => {
  const at = (now: string, given: object = {}) => courseState({ ...course, ...given }, sessions, now)
  deepEqual(
    [
      at('2027-01-09T22:59:59.000Z'),
      at('2027-01-09T23:00:00.000Z'),
      at('2027-01-31T22:59:59.999Z'),
      at('2027-01-31T23:00:00.000Z'),
      at('2027-02-10T12:00:00.000Z', { decided_at: '2027-02-05T12:00:00.000Z' }),
      at('2027-03-03T08:00:00.000Z'),
      at('2027-04-07T14:00:00.000Z'),
      at('2027-04-07T14:00:00.000Z', { published_at: null }),
    ],
    ['coming', 'open', 'open', 'selecting', 'decided', 'running', 'finished', 'draft'],
  )
})

test('everybody has the same time to apply, to the last minute and not one more', () => {
  deepEqual(
    [
      '2027-01-09T22:59:59.999Z',
      '2027-01-09T23:00:00.000Z',
      '2027-01-31T22:59:59.999Z',
      '2027-01-31T23:00:00.000Z',
    ].map((now) => refusalToApply(course, now)),
    ['not-open', null, null, 'closed'],
  )
  equal(refusalToApply({ ...course, published_at: null }, '2027-01-20T12:00:00.000Z'), 'not-open')
})

test('the group is chosen after the call, and once; until then a late mail can be confirmed', () => {
  equal(refusalToSelect(course, '2027-01-31T22:00:00.000Z'), 'still-open')
  equal(refusalToSelect(course, '2027-02-01T12:00:00.000Z'), null)
  const decided = { ...course, decided_at: '2027-02-01T12:00:00.000Z' }
  equal(refusalToSelect(decided, '2027-02-02T12:00:00.000Z'), 'already-decided')
  equal(refusalToConfirm(course, { state: 'unconfirmed' }), null)
  equal(refusalToConfirm(decided, { state: 'unconfirmed' }), 'decided')
  equal(refusalToConfirm(decided, { state: 'accepted' }), null)
  equal(refusalToConfirm(course, { state: 'withdrawn' }), 'already-withdrawn')
})

test('a certificate is for whoever had a place and came often enough, after the last session', () => {
  const terms = { sessions_min: 2 }
  const after = '2027-04-07T14:00:00.000Z'
  const accepted = { state: 'accepted', attended: 2 } as const
  equal(refusalToCertify(accepted, terms, sessions, after), null)
  equal(refusalToCertify({ ...accepted, attended: 1 }, terms, sessions, after), 'too-few-sessions')
  equal(refusalToCertify(accepted, terms, sessions, '2027-04-07T13:59:00.000Z'), 'sessions-to-come')
  equal(refusalToCertify({ ...accepted, state: 'withdrawn' }, terms, sessions, after), 'no-place')
  equal(refusalToCertify(accepted, terms, [], after), 'sessions-to-come')
})

test('a session moved over new year moves the end of the course, and what is kept as long', () => {
  const before = [session('2027-12-15T08:00:00.000Z')]
  const moved = [session('2028-01-12T08:00:00.000Z')]
  equal(participantsWipedOn(course, before), '2028-12-14')
  equal(participantsWipedOn(course, moved), '2029-01-11')
  equal(
    refusalToCertify(
      { state: 'accepted', attended: 1 },
      { sessions_min: 1 },
      moved,
      '2027-12-31T12:00:00.000Z',
    ),
    'sessions-to-come',
  )
})

test('the 29th of February is a day like others: to apply on, to meet on, and to count from', () => {
  const leap = { ...course, opens_at: '2028-02-20T23:00:00.000Z', closes_at: '2028-02-29T23:00:00.000Z' }
  equal(refusalToApply(leap, '2028-02-29T22:59:00.000Z'), null)
  equal(refusalToApply(leap, '2028-02-29T23:00:00.000Z'), 'closed')
  equal(localDate(plus(leap.closes_at, { seconds: -1 })), '2028-02-29')
  equal(applicationsWipedOn(leap), '2028-08-31')
  equal(participantsWipedOn(leap, [session('2028-02-29T08:00:00.000Z')]), '2029-02-28')
  equal(participantsWipedOn(leap, []), null)
})

test('an offer of seven days never runs out at night or on a weekend', () => {
  const starts = '2028-03-15T08:00:00.000Z'
  // Seven days after a Saturday night in February is a Saturday: the Monday after, at noon.
  equal(offerEnd('2028-02-19T22:30:00.000Z', starts, 168), '2028-02-28T11:00:00.000Z')
  equal(offerEnd('2028-02-22T10:00:00.000Z', starts, 168), '2028-02-29T10:00:00.000Z')
  equal(offerEnd('2028-03-14T10:00:00.000Z', starts, 168), null)
})

test('a course keeps what was promised when it is changed', () => {
  const standing = { ...course, places_taken: 5, organisation_max: 2 }
  const wanted = { ...standing, places: 6 }
  equal(refusalToChangeCourse(standing, wanted), null)
  equal(refusalToChangeCourse(standing, { ...wanted, places: 4 }), 'fewer-than-taken')
  const [later, earlier] = [plus(course.closes_at, { days: 1 }), plus(course.closes_at, { seconds: -1 })]
  equal(refusalToChangeCourse(standing, { ...wanted, closes_at: later }), null)
  equal(refusalToChangeCourse(standing, { ...wanted, closes_at: earlier }), 'earlier-deadline')
  equal(refusalToChangeCourse({ ...standing, published_at: null }, { ...wanted, closes_at: earlier }), null)
  const decided = { ...standing, decided_at: '2027-02-01T12:00:00.000Z' }
  equal(refusalToChangeCourse(decided, wanted), null)
  equal(refusalToChangeCourse(decided, { ...wanted, organisation_max: 3 }), 'call-is-decided')
  equal(
    refusalToChangeCourse(decided, { ...wanted, closes_at: '2027-02-28T23:00:00.000Z' }),
    'call-is-decided',
  )
})

test('a draw is the same for everybody who draws it, and names that are alike share nothing', () => {
  equal(lotOf('seed', 'id'), lotOf('seed', 'id'))
  notEqual(lotOf('seed', 'id'), lotOf('other', 'id'))
  const tenths = Array.from({ length: 1000 }, (_, index) =>
    Math.floor((lotOf('s', `id${index}`) / 2 ** 32) * 10),
  )
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const count = tenths.filter((one) => one === tenth).length
    equal(count > 60 && count < 140, true, `${tenth}: ${count}`)
  }
})

test('the number of a certificate can be read aloud and typed with any gaps', () => {
  equal(certificateNumber('abcdefghijkmnopqrstuvwxyz23456789'), 'ABCD-EFGH-JKMN-PQRS')
  equal(readNumber(' abcd efgh-jkmn pqrs '), 'ABCD-EFGH-JKMN-PQRS')
  equal(readNumber('abcd'), null)
})

test('a name with letters of many languages is written by the fonts that have them', () => {
  deepEqual(runsOf('Zażó Ek'), [
    { letters: 'latin', text: 'Za' },
    { letters: 'latin-ext', text: 'ż' },
    { letters: 'latin', text: 'ó Ek' },
  ])
  deepEqual(['Åsa Öström', 'Nguyễn Thị Ánh', 'أمينة'].map(canBeWritten), [true, true, false])
})

test('on the list of those who took the course stands whoever has attended it', () => {
  const sessions = [session('2027-12-15T08:00:00.000Z'), session('2028-01-12T08:00:00.000Z')]
  const [under, over] = ['2028-01-01T12:00:00.000Z', '2028-01-20T12:00:00.000Z']
  const terms = { sessions_min: 2 }
  const cases = [
    ['offered', 2, sessions, over, 'no-place'],
    ['accepted', 2, [], over, 'sessions-to-come'],
    ['accepted', 0, sessions, under, 'sessions-to-come'],
    ['accepted', 2, sessions, under, 'sessions-to-come'],
    ['accepted', 1, sessions, over, 'too-few-sessions'],
    ['accepted', 2, sessions, over, null],
  ] as const
  for (const [state, attended, held, now, refusal] of cases)
    equal(refusalToJoinAlumni({ state, attended }, terms, held, now), refusal, `${state} ${attended} ${now}`)
})
