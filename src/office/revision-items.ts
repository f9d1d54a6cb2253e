import { revisionsAwaited } from '#plan/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import { urgencyOfRevision } from './revisions.rules.ts'

/** Proposals that lack a party's answer: for the party that has not answered, and for nobody else. */
export async function revisionItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const all = await revisionsAwaited(db, t, today)
  const own = party === undefined ? all : all.filter(({ awaits }) => awaits.includes(party))
  return own.slice(0, perKind).flatMap(({ number, title, decideBy, awaits }) => {
    const date = dateInWords(t.language, decideBy)
    const text = t('revisions.desk-item', { number, title, date })
    const path = `/office/revisions/${number}/answer`
    return itemIf(urgencyOfRevision(daysBetween(today, decideBy)), {
      at: decideBy,
      text,
      path,
      owedBy: awaits,
    })
  })
}
