import { organisationsWaiting } from '#network/index.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfNewcomer } from './needs.rules.ts'

/** Organisations that wish to join, and people who wish to look after one: one line, however many they are. */
export async function organisationItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const since = await organisationsWaiting(db)
  const first = since[0]
  if (!first) return []
  const days = daysBetween(localDate(first), localDate(now))
  const text = t('office.desk.organisations-waiting', { count: since.length, days })
  return itemIf(urgencyOfNewcomer(days), { at: first, text, path: '/office/network/queue' })
}
