import { waitsForAnswersSince } from '#network/index.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'

// Two weeks is long enough for an association that meets once a week.
const daysToAnswer = 14

/** Suggestions that organisations have not answered: one line, however many; somebody may want to call them. */
export async function unansweredMatchItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const { count, since } = await waitsForAnswersSince(db, localDate(now))
  if (since === null || daysBetween(localDate(since), localDate(now)) < daysToAnswer) return []
  const text = t('office.desk.needs-offers-waiting', { count })
  return itemIf('soon', { at: since, text, path: '/office/needs-offers' })
}
