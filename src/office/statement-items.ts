import { statementsWaiting } from '#forum/index.ts'
import { inLanguage } from '#platform/language.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, perKind } from './desk-item.ts'
import { urgencyOfReading } from './themes.rules.ts'

/** Statements that nobody sees before an organiser has read them. */
export async function statementItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const dialogues = await statementsWaiting(db, { now, limit: perKind })
  return dialogues.map(({ id, event_id, title, closes_at, statements, since }) => {
    const at = since ?? now
    const waited = daysBetween(localDate(at), today)
    return {
      urgency: urgencyOfReading(waited, daysBetween(today, localDate(closes_at))),
      at,
      text: t('dialogue.desk-item', { statements, title: inLanguage(title, t.language) }),
      path: `/office/events/${event_id}/dialogue/${id}`,
    }
  })
}
