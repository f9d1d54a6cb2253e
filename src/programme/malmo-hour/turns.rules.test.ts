import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { headStartOf, type History, leadMax, sideOf, standings, type Turn, whoseTurn } from './turns.rules.ts'

const two = [
  { id: 'A', headStart: 0 },
  { id: 'B', headStart: 0 },
]
const three = [...two, { id: 'C', headStart: 0 }]

/** 'A1' was dealt slot 1, 'A1-' let it pass, 'A1x' got it in a swap. */
const history = (lines: string, { sides = two, undone = '' } = {}): History => ({
  sides,
  turns: lines
    .split(' ')
    .filter(Boolean)
    .map((line, index): Turn => {
      const [side = '', slot = '', mark] = line
      const kind = mark === '-' ? 'passed' : mark === 'x' ? 'swapped' : 'dealt'
      return { number: index + 1, kind, slot, side }
    }),
  undone: new Set(undone),
})

const cases: [
  says: string,
  lines: string,
  next: string,
  more?: Parameters<typeof history>[1] & { slot?: string },
][] = [
  ['the first in order begins', '', 'A begins -'],
  ['the party that presented last waits', 'A1', 'B last-turn A'],
  ['and so it goes on', 'A1 B2', 'A last-turn B'],
  ['across hours, however many slots each has', 'A1 B2 A3', 'B last-turn A'],
  ['a slot that was let pass goes to the other', 'A1 B2 A3 A3-', 'B let-pass A', { slot: '3' }],
  ['and is used up for whoever let it pass', 'A1 B2 A3 A3- B3', 'A last-turn B'],
  ['so that the two are even again', 'A1 A1- B1 A2', 'B last-turn A'],
  ['a slot that both let pass is nobody’s', 'A1 A1- B1 B1-', '-', { slot: '1' }],
  ['and the next one begins anew', 'A1 A1- B1 B1-', 'A last-turn B'],
  ['a swap changes nobody’s number of turns', 'A1 B2 B1x A2x', 'B last-turn A'],
  ['a turn at an hour that was called off is given back', 'A1 B2 A3', 'A given-back -', { undone: '3' }],
  [
    'when all of an hour is called off, the same side begins again',
    'A1 B2 A3 B4',
    'A given-back -',
    { undone: '34' },
  ],
  ['who was to present there after a swap gets it back', 'A1 B2 B1x A2x', 'B given-back -', { undone: '1' }],
  [
    'several turns that came to nothing are all given back',
    'A1 B2 A3 B4',
    'A given-back -',
    { undone: '13' },
  ],
  ['one after the other', 'A1 B2 A3 B4 A5', 'A behind B', { undone: '13' }],
  ['three sides take turns in order', 'A1 B2', 'C last-turn B', { sides: three }],
  ['and begin again', 'A1 B2 C3', 'A last-turn C', { sides: three }],
  [
    'a turn let pass goes to the next of the others',
    'A1 B2 C3 C3-',
    'A let-pass C',
    { sides: three, slot: '3' },
  ],
  ['who then does not come first again', 'A1 B2 C3 C3- A3', 'B last-turn A', { sides: three }],
]

for (const [says, lines, expected, { slot, ...more } = {}] of cases)
  test(`${says}: ${lines || 'nothing yet'} → ${expected}`, () => {
    const next = whoseTurn(history(lines, more), slot)
    equal(next ? `${next.side} ${next.because} ${next.other ?? '-'}` : '-', expected)
  })

test('a party that joins takes the next turn, and not those of the years before', () => {
  const before = history('A1 B2 A3 B4 A5 B6')
  const headStart = headStartOf(standings(before).map(({ level }) => level))
  equal(headStart, 2)
  const sides = [...two, { id: 'C', headStart }]
  const after = (lines: string) => whoseTurn(history(`A1 B2 A3 B4 A5 B6 ${lines}`, { sides }))?.side
  deepEqual([after(''), after('C7'), after('C7 A8'), after('C7 A8 B9')], ['C', 'A', 'B', 'C'])
})

test('before there were turns nobody has a head start', () => {
  deepEqual([headStartOf([]), headStartOf([0, 0]), headStartOf([1, 0])], [0, 0, 0])
})

test('a slot is whose latest turn it is, and nobody’s once it was let pass', () => {
  const { turns } = history('A1 B2 B1x A2x A2-')
  deepEqual([sideOf(turns, '1'), sideOf(turns, '2'), sideOf(turns, '9')], ['B', null, null])
})

test('how far a side is ahead in the order of time counts the turns that were let pass', () => {
  const lead = (...all: string[]) =>
    leadMax(
      two,
      all.map((side) => ({ side: side.slice(0, 1), passedBy: side.slice(1).split('').filter(Boolean) })),
    )
  deepEqual([lead(), lead('A', 'B', 'A'), lead('A', 'A'), lead('B', 'B', 'A', 'A')], [0, 1, 2, 2])
  equal(lead('BA', 'B', 'A'), 1, 'A let the first one pass, and that is a turn of A')
})
