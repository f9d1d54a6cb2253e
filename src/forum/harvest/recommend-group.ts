import { found } from '#platform/errors.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import type { Reads, Writes } from '../tables.ts'
import { type Changing, changeHarvest } from './change-harvest.ts'
import type { HarvestRefusal } from './harvest.rules.ts'
import { changeGroup, groupWithId } from './harvest.sql.ts'

/** Says of which recommendation a group is a part, or of none. Several groups may lie behind one recommendation. */
export function recommendGroup(
  changing: Changing,
  id: string,
  recommendationId: string | null,
): Promise<HarvestRefusal | null> {
  return changeHarvest(changing, 'recommend', async (tx) => {
    if (!(await groupWithId(tx, changing.eventId, id))) return 'group-gone'
    if (recommendationId !== null) await checkEvent(tx, changing.eventId, recommendationId)
    await changeGroup(tx, id, { recommendation_id: recommendationId })
    return null
  })
}

async function checkEvent(tx: Reads, eventId: string, recommendationId: string): Promise<void> {
  const one = await recommendationWithId(tx, recommendationId)
  found(one?.event_id === eventId || null, 'recommendation')
}

/** The group that a new recommendation was worded from stands behind it. */
export async function linkNewRecommendation(
  tx: Reads & Writes,
  eventId: string,
  { groupId, recommendationId }: { groupId: string; recommendationId: string },
): Promise<void> {
  const group = await groupWithId(tx, eventId, groupId)
  if (group && group.recommendation_id === null)
    await changeGroup(tx, groupId, { recommendation_id: recommendationId })
}
