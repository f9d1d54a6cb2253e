import type { AllTables } from '#tables.ts'
import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { anEvent } from '../../test/cast.ts'
import { freshWorld, type World } from '../../test/world.ts'
import { firstStepItems } from './first-steps.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const paths = async (isSample = false): Promise<string[]> => {
  const { database, clock } = world
  const asked = {
    db: database.as<AllTables>(),
    t: wordsFor('sv'),
    now: clock.now,
    isSample,
    hasMailServer: true,
  } as const
  return (await firstStepItems(asked)).map((item) => item.path)
}

test('a new installation is told what it needs before it is opened, and no longer once that is done', async () => {
  deepEqual(await paths(), ['/office/pages/contact', '/office/goals', '/office/events/new'])
  await anEvent(world.database, '2026-12-03T11:00:00.000Z')
  deepEqual(await paths(), ['/office/pages/contact', '/office/goals'])
})

test('the sample year needs no first steps', async () => deepEqual(await paths(true), []))
