import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { anEvent, aMember } from '../../../test/cast.ts'
import { aRun, someRounds } from '../../../test/day-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { runningRound } from './running-round.ts'
import { RoundNow } from './running-round.page.tsx'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const at = (minutes: number): string => plus(firstNoon, { minutes })

test('whoever asks is told which round is on, what is asked in it, and how much time is left', async () => {
  const by = await aMember(world.database, 'Vera')
  const event_id = await anEvent(world.database, firstNoon)
  const question = { sv: 'Vem får nyckeln?', en: 'Who gets the key?' }
  await someRounds(world.database, event_id, by.id, [{ minutes: 20, question }, { minutes: 25 }])
  equal(await runningRound(db(), event_id), null)
  await aRun(world.database, { event_id, round: 1, started_at: firstNoon, ends_at: at(20) })
  const round = await runningRound(db(), event_id)
  deepEqual(round, {
    ...{ number: 1, of: 2, question },
    ...{ started_at: firstNoon, ends_at: at(20), ended_at: null, paused_at: null },
  })
  const says = (now: string): string => {
    const visit = { t: wordsFor('en'), language: 'en', now } as Visit
    return (RoundNow({ visit, round, withQuestion: true }) as { toString(): string }).toString()
  }
  match(says(at(3)), /Round 1 of 2.*until 12:20\..*17 minutes left.*Who gets the key\?/s)
  match(says(plus(at(19), { seconds: 1 })), /1 minute left/)
  match(says(at(20)), /Time is up/)
})
