import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type EndingRefusal, refusalToEnd } from './coordinators.rules.ts'
import { coordinatorsNow, coordinatorWithId, endCoordinating } from './coordinators.sql.ts'
import { endSessionsOf } from './sessions.sql.ts'
import type { Db, Reads } from './tables.ts'

type Coordinator = NonNullable<Awaited<ReturnType<typeof coordinatorWithId>>>

/** What the rule says as things stand: for the page that asks, and again when the button is pressed. */
export async function refusalToEndNow(
  db: Reads,
  by: Member,
  { party_id: party, until }: Coordinator,
): Promise<EndingRefusal | null> {
  const all = await coordinatorsNow(db)
  const { party_id: ownParty } = found(
    all.find(({ id }) => id === by.id),
    'coordinator',
  )
  const coordinators = all.filter(({ party_id }) => party_id === party).length
  return refusalToEnd({ ownParty, party, coordinators, until })
}

/** Ends somebody's time as coordinator, and their sessions on all devices. Null means it is done. */
export async function endCoordinator(db: Db, by: Member, id: string, now: Instant) {
  const { party_id, person_id } = found(await coordinatorWithId(db, id), 'coordinator')
  return decide(db, 'party', party_id, async (tx): Promise<EndingRefusal | null> => {
    const refusal = await refusalToEndNow(tx, by, found(await coordinatorWithId(tx, id), 'coordinator'))
    if (refusal) return refusal

    await endCoordinating(tx, id, now)
    await endSessionsOf(tx, person_id)
    const detail = { party: party_id }
    await record(tx, { what: 'coordinator-ended', by: by.id, about: person_id, at: now, detail })
    return null
  })
}
