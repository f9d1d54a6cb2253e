import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { promiseState, stillMissing } from './promise.rules.ts'
import { slugsToTry } from './slugs.rules.ts'

test('a promise is kept by what was held and planned by what is announced', () => {
  const cases = [
    { yearly_min: 2, held: 2, coming: 0, says: 'kept', missing: 0 },
    { yearly_min: 2, held: 1, coming: 1, says: 'planned', missing: 0 },
    { yearly_min: 6, held: 3, coming: 1, says: 'missing', missing: 2 },
    { yearly_min: 0, held: 3, coming: 0, says: 'without-number', missing: 0 },
  ]
  for (const { says, missing, ...promise } of cases) {
    const promised = { ...promise, yearly_max: null }
    deepEqual([promiseState(promised), stillMissing(promised)], [says, missing])
  }
})

test('an event’s address is its title, then its date is added, then a number', () => {
  const tried = slugsToTry('mote', 'dialogforum', '2026-12-03')
  deepEqual([...tried.take(4)], ['mote', 'mote-2026-12-03', 'mote-2026-12-03-2', 'mote-2026-12-03-3'])
  deepEqual([...slugsToTry('', 'dialogforum', '2026-12-03').take(1)], ['dialogforum'])
  deepEqual([...slugsToTry('new', 'dialogforum', '2026-12-03').take(1)], ['new-2026-12-03'])
})
