import { transact } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import type { Db } from '../tables.ts'
import { cityAreas } from '../partnerships/areas.rules.ts'
import { bonesOf } from './bones.ts'
import { readWholeMax } from './graph.rules.ts'
import {
  countsBySector,
  drawing,
  keepPlaces,
  memberCount,
  networkNow,
  type Places,
  placesKept,
} from './network.sql.ts'
import type { Given } from './network.worker.ts'

/** Draws the network anew when something in it has changed, in a thread of its own. */
export async function drawNetwork(db: Db, now: Instant): Promise<void> {
  const { wanted, drawn } = await drawing(db)
  if (wanted === drawn) return
  // So many are shown by sector and theme instead, which needs no places.
  const members = await memberCount(db)
  const isTooLarge = members > readWholeMax
  const places = isTooLarge ? nowhere : await placesFor(db)
  const counts = isTooLarge
    ? (await Promise.all([null, ...cityAreas].map((area) => countsBySector(db, area)))).flat()
    : []
  await transact(db, (tx) => keepPlaces(tx, places, { drawn: wanted, at: now, members, counts }))
}

const nowhere: Places = { wide: new Map(), middle: new Map(), narrow: new Map() }

async function placesFor(db: Db): Promise<Places> {
  const given: Given = { bones: bonesOf(await networkNow(db)), before: await placesKept(db) }
  return workApart<Places>('network/picture/network.worker.ts', given)
}
