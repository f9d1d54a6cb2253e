import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { areasOn, versionOn } from './on-day.rules.ts'

const area = (sv: string) => ({ title: { sv }, about: {}, proposal_id: null })
const [first, second, third] = [area('Först'), area('Sedan'), area('Nu')].map((one) => [one])
const changes = [
  { onDay: '2026-02-10', before: first ?? [], after: second ?? [] },
  { onDay: '2026-06-01', before: second ?? [], after: third ?? [] },
]

const cases = [
  { name: 'before the first change', day: '2026-02-09', is: first },
  { name: 'on the day of a change', day: '2026-02-10', is: second },
  { name: 'between two', day: '2026-05-31', is: second },
  { name: 'after the last', day: '2026-12-31', is: third },
]
for (const { name, day, is } of cases) {
  test(`focus areas ${name}`, () => deepEqual(areasOn(day, changes, third ?? []), is))
}
test('focus areas that never changed are what stands now', () =>
  deepEqual(areasOn('2026-01-01', [], third ?? []), third))

test('of two versions of one day the later one held; before the first there was none', () => {
  const versions = [
    { from_day: '2026-03-01', position: 1 },
    { from_day: '2026-05-01', position: 3 },
    { from_day: '2026-05-01', position: 2 },
  ]
  equal(versionOn('2026-02-28', versions), undefined)
  equal(versionOn('2026-04-30', versions)?.position, 1)
  equal(versionOn('2026-05-01', versions)?.position, 3)
})
