import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isShown } from './filter.rules.ts'

const one = {
  due_on: '2026-10-01',
  owners: [
    { party_id: 'city', organisation_slug: null },
    { party_id: null, organisation_slug: 'fiktiva' },
  ],
}
const cases = [
  { name: 'nothing asked for', filter: {}, is: true },
  { name: 'a party that owns it', filter: { owner: 'city' }, is: true },
  { name: 'an organisation that owns it', filter: { owner: 'fiktiva' }, is: true },
  { name: 'somebody else', filter: { owner: 'other' }, is: false },
  { name: 'how it stands', filter: { state: 'late' }, is: true },
  { name: 'how it does not stand', filter: { state: 'done' }, is: false },
  { name: 'its year', filter: { year: '2026' }, is: true },
  { name: 'another year', filter: { year: '2025', owner: 'city' }, is: false },
] as const

for (const { name, filter, is } of cases) {
  test(`a commitment is ${is ? 'shown' : 'left out'}: ${name}`, () => equal(isShown(one, 'late', filter), is))
}
