import { type Asked, type DeskItem, itemIf } from '../desk-item.ts'
import { lateAt } from './late-at.ts'
import { inboxCounts, inboxPage } from './inbox.sql.ts'
import { wordsOf } from './inbox.page.tsx'
import { pathOf } from './inbox.rules.ts'

const everything = { kind: null, to: null, late: false }

/** What waits in the inbox: one line, however much it is. */
export async function inboxItem({ db, t, now }: Asked): Promise<DeskItem[]> {
  const counts = await inboxCounts(db, everything, lateAt(now))
  const sum = (name: 'count' | 'late'): number => counts.reduce((all, one) => all + one[name], 0)
  const late = sum('late')
  const text = t(late > 0 ? 'inbox.desk.late' : 'inbox.desk.waiting', { count: sum('count'), late })
  const urgency = late > 0 ? 'now' : sum('count') > 0 ? 'later' : null
  return itemIf(urgency, { at: now, text, path: late > 0 ? '/office/inbox?late=yes' : '/office/inbox' })
}

/** What somebody who is no coordinator was asked to answer. */
export async function givenTo({ db, t, now }: Asked, person: string): Promise<DeskItem[]> {
  const only = { kind: 'question', to: { person }, late: false } as const
  const items = await inboxPage(db, only, lateAt(now), { max: 50, skip: 0 })
  return items.map((item) => ({
    urgency: 'soon' as const,
    at: item.arrived_at,
    text: t('inbox.desk.given', { words: wordsOf(item, t.language) }),
    path: pathOf(item),
  }))
}
