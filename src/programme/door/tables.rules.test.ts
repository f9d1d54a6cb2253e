import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { pastedTables } from './tables.rules.ts'

const people = [
  { id: 'a', name: 'amina ahmed', email: 'amina@example.org' },
  { id: 'b', name: 'bo ek', email: 'bo@example.org' },
  { id: 'c', name: 'bo ek', email: null },
]
const lower = (text: string): string => text.toLowerCase()

for (const [text, labels, unclear] of [
  ['Amina Ahmed;4', { a: '4' }, []],
  ['Amina\tAhmed\tRöd', { a: 'Röd' }, []],
  ['"Amina Ahmed",4\r\n\r\n', { a: '4' }, []],
  ['Bo Ek;bo@example.org;2', { b: '2' }, []],
  ['Bo Ek;2', {}, ['Bo Ek;2']],
  ['Somebody;2\nAmina Ahmed;', {}, ['Somebody;2', 'Amina Ahmed;']],
  [`amina@example.org;${'x'.repeat(21)}`, {}, [`amina@example.org;${'x'.repeat(21)}`]],
  ['name;table\namina@example.org;1', { a: '1' }, ['name;table']],
] as const) {
  test(`pasted tables: ${JSON.stringify(text)}`, () => {
    const pasted = pastedTables(text, people, lower)
    deepEqual([Object.fromEntries(pasted.labels), pasted.unclear], [labels, unclear])
  })
}
