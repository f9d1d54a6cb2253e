import { ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Member } from '#platform/http.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember, anOrganisation } from '../../../test/cast.ts'
import { openHall, pictureOf } from '../../../test/seats/hall.ts'
import {
  everybodyIsToldOnce,
  Line,
  nobodyIsTwice,
  noSeatIsLeftOver,
  orderIsKept,
  seatsAreCounted,
  sharesAreKept,
} from '../../../test/seats/promises.ts'
import { groupsAreWhole } from '../../../test/seats/whole-groups.ts'
import { anyStep, type Step, take } from '../../../test/seats/steps.ts'

let bed: FreshDatabase
let coordinator: Member
before(async () => {
  bed = await freshDatabase()
  coordinator = await aMember(bed.db, 'Bo', 'city')
  for (const name of ['Stora Förbundet', 'Lilla Föreningen']) await anOrganisation(bed.db, name)
})
after(() => bed.close())

const keeping = fc.constantFrom([], [], [['elected', 1]], [['elected', 2]], [
  ['elected', 1],
  ['academia', 1],
] as const)
const plan = fc.record({
  capacity: fc.integer({ min: 3, max: 7 }),
  kept: keeping as fc.Arbitrary<[]>,
  organisationMax: fc.constantFrom(null, null, 1, 2),
})
type History = [{ capacity: number; kept: []; organisationMax: number | null }, Step[]]
// Whoever left the queue without the companion and came back was offered both places in two mails that looked alike.
const leftAndCameBack: History = [
  { capacity: 3, kept: [], organisationMax: null },
  [
    { what: 'sign-up', chance: [0, 129, 45, 358] },
    { what: 'send-mails', chance: [0, 0, 0, 0] },
    { what: 'sign-up', chance: [402, 953, 919, 120] },
    { what: 'sign-up', chance: [785, 722, 633, 394] },
    { what: 'give-back', chance: [284, 435, 610, 308] },
    { what: 'sign-up', chance: [965, 116, 157, 770] },
    { what: 'pass-time', chance: [686, 689, 466, 534] },
  ],
]
// So long each engine is asked; a machine that is slow tries fewer histories.
const secondsMax = 15

test('whatever happens, in whatever order: no seat too many, nobody twice or lost, in order, and told once', async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(plan, fc.array(anyStep, { maxLength: 50, size: 'max' }), async (given, history) => {
      const hall = await openHall(bed.db, coordinator, given)
      const line = new Line()
      let before = await pictureOf(hall)
      for (const step of history) {
        const done = await take(step, hall, before)
        const picture = await pictureOf(hall)
        line.watch(before, picture, done)
        seatsAreCounted(picture)
        nobodyIsTwice(picture)
        groupsAreWhole(picture)
        sharesAreKept(picture, given.organisationMax)
        await noSeatIsLeftOver(hall)
        await orderIsKept(hall, line, before, picture)
        everybodyIsToldOnce(before, picture, done)
        before = picture
        steps += 1
      }
    }),
    {
      examples: [leftAndCameBack],
      numRuns: 10_000,
      interruptAfterTimeLimit: secondsMax * 1000,
      markInterruptAsFailure: false,
      includeErrorInReport: true,
    },
  )
  ok(steps > 100, `only ${steps} steps were tried`)
})
