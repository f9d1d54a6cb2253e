import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { absencesOfParty, type Keeper, keepingOf, keepingToday, nobodySince } from './keeping.rules.ts'

const today = '2026-11-25'
const there: Keeper = { absences: [] }
const ended = (from: string): Keeper => ({ absences: [{ because: 'ended', from, until: null }] })
const paused: Keeper = { absences: [{ because: 'paused', from: '2026-11-01', until: '2026-11-25' }] }

const cases: [what: string, Keeper[], day: string, ReturnType<typeof keepingOf>][] = [
  ['who is there', [there, there], today, 'everybody'],
  ['one of whom is dissolved', [there, ended('2026-11-01')], today, 'some'],
  ['the only one of whom is dissolved', [ended('2026-11-01')], today, 'nobody'],
  ['who is dissolved today', [ended(today)], today, 'nobody'],
  ['who will be dissolved tomorrow', [ended('2026-11-26')], today, 'everybody'],
  ['who pauses, the day before coming back', [paused], '2026-11-24', 'nobody'],
  ['who pauses, on the day of coming back', [paused], today, 'everybody'],
  ['all of whom are gone', [paused, ended('2026-11-02')], '2026-11-24', 'nobody'],
]
for (const [what, keepers, day, keeping] of cases)
  test(`a promise of those ${what} is kept by ${keeping}`, () => equal(keepingOf(keepers, day), keeping))

test('a party is away from when it pauses until it is back, and for good when it has left', () => {
  deepEqual(
    absencesOfParty([
      { standing: 'left', from_day: '2027-01-01' },
      { standing: 'joined', from_day: '2017-06-14' },
      { standing: 'paused', from_day: '2024-03-06' },
      { standing: 'joined', from_day: '2025-01-01' },
    ]),
    [
      { because: 'paused', from: '2024-03-06', until: '2025-01-01' },
      { because: 'left', from: '2027-01-01', until: null },
    ],
  )
})

test('what is finished, taken out or in a plan that is over needs nobody', () => {
  const open = {
    state: 'under-way',
    removed_on: null,
    plan_ends_on: today,
    owners: [ended('2026-11-01')],
  } as const
  equal(keepingToday(open, today), 'nobody')
  equal(keepingToday({ ...open, state: 'done' }, today), 'everybody')
  equal(keepingToday({ ...open, state: 'stopped' }, today), 'everybody')
  equal(keepingToday({ ...open, removed_on: '2026-11-02' }, today), 'everybody')
  equal(keepingToday({ ...open, plan_ends_on: '2026-11-24' }, today), 'everybody')
})

test('nobody has been there since the last of them went', () => {
  equal(nobodySince([ended('2026-11-20'), ended('2026-11-02')], today), '2026-11-20')
})
