import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, partsToTell, type Shares, sharesToTell, tensOfAllMin } from './shares-to-tell.rules.ts'

const words = (most: 'agree' | 'disagree' | 'split'): Shares => ({ told: 'words', most })
const exact = (agree: number, disagree: number): Shares => ({ told: 'exact', agree, disagree })
const cell = (agree: number, disagree: number, passes = 0): Cell => ({
  ...{ agree, disagree, votes: agree + disagree + passes },
})

for (const [what, given, told] of [
  ['four votes', cell(4, 0), null],
  ['five alike', cell(5, 0), words('agree')],
  ['four against one', cell(4, 1), words('agree')],
  ['three against two', cell(3, 2), words('split')],
  ['seven alike', cell(7, 0), words('agree')],
  ['one against five', cell(1, 5), words('disagree')],
  ['five who pass', cell(0, 0, 5), words('split')],
  ['five against five', cell(5, 5), exact(50, 50)],
  ['five against five, and one who passes', cell(5, 5, 1), words('split')],
  ['five of each', cell(5, 5, 5), exact(33, 33)],
  ['ten against four', cell(10, 4), words('agree')],
  ['thirty alike', cell(30, 0), words('agree')],
  ['46 against four', cell(46, 4), { told: 'tens', agree: 'over-90', disagree: 'under-10' }],
  ['60 alike', cell(60, 0), { told: 'tens', agree: 'over-90', disagree: 'under-10' }],
  ['60 against 37, and three who pass', cell(60, 37, 3), { told: 'tens', agree: 60, disagree: 40 }],
  ['60 against 40, and nobody who passes', cell(60, 40), exact(60, 40)],
] as const)
  test(`what is told of ${what}`, () => deepEqual(sharesToTell(given), told))

test('of everybody tens are told sooner, because nobody knows who everybody is', () => {
  deepEqual(sharesToTell(cell(14, 1), tensOfAllMin), { told: 'tens', agree: 'over-90', disagree: 'under-10' })
  deepEqual(sharesToTell(cell(13, 1), tensOfAllMin), words('agree'))
})

test('the only part that is not told exactly takes the smallest of the others with it', () => {
  deepEqual(partsToTell([cell(7, 0), cell(10, 6), cell(20, 8)]), [
    words('agree'),
    words('split'),
    exact(71, 29),
  ])
  deepEqual(partsToTell([cell(3, 0), cell(60, 40)]), [null, { told: 'tens', agree: 60, disagree: 40 }])
  deepEqual(partsToTell([cell(0, 0), cell(10, 6)]), [null, exact(63, 38)])
  deepEqual(partsToTell([cell(7, 0), cell(4, 4), cell(10, 6)]), [
    words('agree'),
    words('split'),
    exact(63, 38),
  ])
})

test('what is told of some is told in the same way of others who voted otherwise, never of one vote against all', () => {
  const some = fc.record({ agree: fc.nat(60), disagree: fc.nat(60), passes: fc.nat(60) })
  fc.assert(
    fc.property(some, ({ agree, disagree, passes }) => {
      const told = sharesToTell(cell(agree, disagree, passes))
      if (told?.told === 'exact') ok(agree >= 5 && disagree >= 5 && (passes === 0 || passes >= 5))
      const isFew = agree + disagree + passes < 50 && Math.min(agree, disagree) < 5
      if (isFew) ok(!told || told.told === 'words')
    }),
  )
})
