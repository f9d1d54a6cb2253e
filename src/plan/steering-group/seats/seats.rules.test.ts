import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysUntilVacant,
  type Filling,
  refusalToChangeSeat,
  refusalToFill,
  refusalToLeave,
  restOfTerm,
  standingOfSeat,
  twoYearsFrom,
} from './seats.rules.ts'

const today = '2026-11-23'
const term = (starts_on: string, ends_on: string, left_on: string | null = null) => ({
  ...{ kind: 'member' as const, starts_on, ends_on, left_on },
})
const good: Filling = {
  ...{ party: 'city', seat: { party_id: 'city', ended_on: null }, terms: [], kind: 'member' },
  ...{ how: 'decision', isElected: false, starts_on: '2027-01-01', ends_on: '2028-12-31', today },
}

test('a seat is filled by its own side alone, when it is free, for two years at most', () => {
  const cases: [Partial<Filling>, ReturnType<typeof refusalToFill>][] = [
    [{}, null],
    [{ party: 'civil' }, 'not-your-seat'],
    [{ party: null }, 'not-your-seat'],
    [{ seat: { party_id: 'city', ended_on: today } }, 'seat-ended'],
    [{ terms: [term('2026-01-01', '2027-01-01')] }, 'seat-taken'],
    [{ terms: [term('2026-01-01', '2026-12-31')] }, null],
    [{ terms: [term('2026-01-01', '2027-06-30', '2026-12-31')] }, null],
    [{ kind: 'deputy', terms: [term('2026-01-01', '2027-06-30')] }, null],
    [{ ends_on: '2029-01-01' }, null],
    [{ ends_on: '2029-01-02' }, 'term-too-long'],
    [{ ends_on: '2027-01-01' }, 'term-too-long'],
    [{ starts_on: '2024-01-01', ends_on: '2025-12-31' }, 'term-over'],
    [{ how: 'election' }, 'not-elected'],
    [{ how: 'election', isElected: true }, null],
    [{ how: 'appointment' }, 'nothing-left-of-a-term'],
    [{ how: 'appointment', kind: 'deputy' }, null],
    [{ how: 'appointment', terms: [term('2026-01-01', '2028-12-31', '2026-12-31')] }, null],
    [
      { how: 'appointment', terms: [term('2026-01-01', '2028-12-30', '2026-12-31')] },
      'nothing-left-of-a-term',
    ],
  ]
  for (const [given, refusal] of cases)
    equal(refusalToFill({ ...good, ...given }), refusal, JSON.stringify(given))
})

test('two years end the day before, also from a leap day', () => {
  equal(twoYearsFrom('2027-01-01'), '2028-12-31')
  equal(twoYearsFrom('2028-02-29'), '2030-02-28')
})

test('who leaves early leaves the rest of the term', () => {
  equal(restOfTerm([term('2026-01-01', '2027-12-31')], today), null)
  const rest = restOfTerm([term('2026-01-01', '2027-12-31', '2026-12-31')], today)
  equal(rest?.starts_on, '2027-01-01')
  equal(restOfTerm([term('2024-01-01', '2025-12-31', '2025-06-30')], today), null)
  const mine = term('2026-01-01', '2027-12-31')
  equal(refusalToLeave('city', 'city', mine, '2026-12-31'), null)
  equal(refusalToLeave('civil', 'city', mine, '2026-12-31'), 'not-your-seat')
  equal(refusalToLeave('city', 'city', mine, '2025-12-31'), 'not-begun')
  equal(refusalToLeave('city', 'city', { ...mine, left_on: today }, '2026-12-31'), 'left-already')
})

test('a seat is vacant as soon as nobody sits there, and its side is told in time', () => {
  equal(standingOfSeat([], today), 'vacant')
  equal(standingOfSeat([term('2027-01-01', '2028-12-31')], today), 'to-come')
  equal(standingOfSeat([term('2026-01-01', '2027-12-31')], today), 'filled')
  equal(daysUntilVacant([], today), 0)
  equal(daysUntilVacant([term('2026-01-01', '2026-12-23')], today), 30)
  equal(daysUntilVacant([term('2026-01-01', '2027-12-31')], today), null)
  equal(daysUntilVacant([term('2026-01-01', '2026-12-23'), term('2026-12-24', '2028-12-23')], today), null)
  const seat = { party_id: 'city', ended_on: null }
  const asked = { party: 'city', seat, terms: [term('2026-01-01', '2026-12-23')], today }
  equal(refusalToChangeSeat({ ...asked, ends: true }), 'seat-taken')
  equal(refusalToChangeSeat({ ...asked, ends: false }), null)
  equal(refusalToChangeSeat({ ...asked, party: 'civil', ends: false }), 'not-your-seat')
})
