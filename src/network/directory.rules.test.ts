import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, pageOf, refusalToChange } from './directory.rules.ts'

test('whoever has not seen the latest change may not write over it', () => {
  const changedAt = '2026-11-23T11:00:00.000Z'
  equal(refusalToChange({ seen: changedAt, changedAt }), null)
  equal(refusalToChange({ seen: '2026-11-23T10:00:00.000Z', changedAt }), 'changed-meanwhile')
  equal(refusalToChange({ seen: '', changedAt }), 'changed-meanwhile')
})

test('civil society stands first, and names stand in the order of the language', () => {
  const list = (['Örat', 'Zebran', 'Ankan'] as const).map((sv) => ({
    sector: 'civil-society' as const,
    name: { sv },
  }))
  const all = [{ sector: 'city' as const, name: { sv: 'Aaa' } }, ...list]
  const names = (language: 'sv' | 'en') => inOrder(all, language).map((one) => one.name.sv)
  deepEqual(names('sv'), ['Ankan', 'Zebran', 'Örat', 'Aaa'])
  deepEqual(names('en'), ['Ankan', 'Örat', 'Zebran', 'Aaa'])
})

test('a page holds a hundred, and a page that is not there is the first', () => {
  const list = Array.from({ length: 201 }, (_, index) => index)
  deepEqual(pageOf(list, '3'), { rows: [200], page: 3, pages: 3, count: 201 })
  equal(pageOf(list, '2').rows[0], 100)
  for (const asked of [undefined, '', '0', '4', '-1', '1e2', 'x']) equal(pageOf(list, asked).page, 1, asked)
  deepEqual(pageOf([], '1'), { rows: [], page: 1, pages: 1, count: 0 })
})
