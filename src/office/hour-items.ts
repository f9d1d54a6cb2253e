import { inLanguage } from '#platform/language.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { proposalsWaiting, swapsWaiting } from '#programme/index.ts'
import type { Asked, DeskItem } from './desk-item.ts'
import { urgencyOfHourAnswer } from './hour.rules.ts'

/** What waits for the answer of the reader's own party, about the Malmö Hour; the other's is the other's. */
export async function hourItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  if (!party) return []
  const urgency = (since: string) => urgencyOfHourAnswer(daysBetween(localDate(since), localDate(now)))
  const waiting = (await proposalsWaiting(db)).filter(({ party_id }) => party_id === party)
  const swaps = await swapsWaiting(db, party)
  return [
    ...waiting.map(({ proposals, since }) => ({
      urgency: urgency(since ?? now),
      at: since ?? now,
      text: t('malmo-hour.desk-item.proposals', { proposals }),
      path: '/office/series/malmo-hour/turns',
    })),
    ...swaps.map(({ id, asked_at, asked_by_side }) => ({
      urgency: urgency(asked_at),
      at: asked_at,
      text: t('malmo-hour.desk-item.swap', { side: inLanguage(asked_by_side, t.language) }),
      path: `/office/series/malmo-hour/swaps/${id}`,
    })),
  ]
}
