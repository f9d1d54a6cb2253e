import { transact } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import type { Db } from '../tables.ts'
import { cityAreas } from '../partnerships/areas.rules.ts'
import type { DrawnHub } from '../partnerships/tables.ts'
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
  const { wanted, drawn, kept } = await drawing(db)
  if (wanted === drawn && kept) return
  // So many are shown by sector and theme instead, which needs no places.
  const members = await memberCount(db)
  const isTooLarge = members > readWholeMax
  const { places, hubs } = isTooLarge ? { places: nowhere, hubs: [] } : await placesFor(db)
  const sectors = isTooLarge
    ? (await Promise.all([null, ...cityAreas].map((area) => countsBySector(db, area)))).flat()
    : []
  await transact(db, (tx) =>
    keepPlaces(tx, places, { drawn: wanted, at: now, members, kept: { sectors, hubs } }),
  )
}

const nowhere: Places = { wide: new Map(), middle: new Map(), narrow: new Map() }

/** Where everything stands, and what it was that was drawn: the two are kept together. */
async function placesFor(db: Db): Promise<{ places: Places; hubs: readonly DrawnHub[] }> {
  const network = await networkNow(db)
  const given: Given = { bones: bonesOf(network), before: await placesKept(db) }
  const places = await workApart<Places>('network/picture/network.worker.ts', given)
  return { places, hubs: network.hubs.map(({ id, themes, members }) => ({ id, themes, members })) }
}
