import { match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'

test('the desk says how many will probably come once somebody has a seat, and not that none of none will', async () => {
  const world = await freshWorld()
  try {
    const bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
    const held = await anEvent(world.database, plus(firstNoon, { days: -14 }), { capacity: 40 })
    const checked_in_at = plus(firstNoon, { days: -14 })
    for (let n = 0; n < 40; n += 1)
      await aSignUp(world.database, held, { checked_in_at: n % 4 === 0 ? null : checked_in_at })
    const { series_id } = await world.database
      .as<ProgrammeTables>()
      .selectFrom('event')
      .select('series_id')
      .where('id', '=', held)
      .executeTakeFirstOrThrow()
    const next = await anEvent(world.database, plus(firstNoon, { days: 14 }), { series_id })
    const desk = async () => (await bo.open(`/sv/office/events/${next}`)).text
    ok(!(await desk()).includes('Kommer troligen'))
    for (let n = 0; n < 4; n += 1) await aSignUp(world.database, next)
    match(await desk(), /Kommer troligen3 av 4/)
  } finally {
    await world.close()
  }
})
