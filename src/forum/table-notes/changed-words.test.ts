import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { changedWords } from './changed-words.ts'

const cases: [string, string, string][] = [
  ['Öppna skolgården på kvällar.', 'Öppna skolgården på helger.', 'Öppna skolgården på[ kvällar.]'],
  ['Öppna skolgården.', 'Öppna skolgården.', 'Öppna skolgården.'],
  ['Öppna den nu', 'Öppna nu', 'Öppna[ den] nu'],
  ['Öppna nu', 'Öppna den nu', 'Öppna nu'],
  ['Helt nytt', 'Något annat', '[Helt nytt]'],
  ['En rad\noch en till', 'En rad\noch ingen till', 'En rad\noch[ en] till'],
  ['', 'Något', ''],
]

test('of two texts only the words that differ are marked, and every letter stays', () => {
  for (const [text, other, marked] of cases) {
    const stretches = changedWords(text, other)
    deepEqual(stretches.map((one) => (one.differs ? `[${one.text}]` : one.text)).join(''), marked)
    equal(stretches.map((one) => one.text).join(''), text)
  }
})
