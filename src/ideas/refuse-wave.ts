import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { ideaWithId } from './ideas.sql.ts'
import { refuseOne } from './moderate-idea.ts'
import type { RefusalReason } from './moderation.rules.ts'
import type { Db } from './tables.ts'

/**
 * Lets none of these through, with one press and one reason; whoever wrote one is told it and can appeal, as always. What
 * somebody has decided about meanwhile stays as it is. Answers with how many it were.
 */
export function refuseWave(
  db: Db,
  ids: readonly string[],
  no: { by: Member; now: Instant; reason: RefusalReason; words: Texts },
): Promise<number> {
  return decideAboutIdeas(db, async (tx) => {
    let count = 0
    for (const id of new Set(ids)) {
      const idea = await ideaWithId(tx, id)
      if (idea && (await refuseOne(tx, idea, { kind: 'refused', ...no })) === null) count += 1
    }
    return count
  })
}
