import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { slugsToTry } from './slugs.rules.ts'

test('an event’s address is its title, then its date is added, then a number', () => {
  const tried = slugsToTry('mote', 'dialogforum', '2026-12-03')
  deepEqual([...tried.take(4)], ['mote', 'mote-2026-12-03', 'mote-2026-12-03-2', 'mote-2026-12-03-3'])
  deepEqual([...slugsToTry('', 'dialogforum', '2026-12-03').take(1)], ['dialogforum'])
  deepEqual([...slugsToTry('new', 'dialogforum', '2026-12-03').take(1)], ['new-2026-12-03'])
})
