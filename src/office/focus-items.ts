import { focusDesk } from '#plan/index.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfChoosing, urgencyOfProposed } from './focus.rules.ts'

/** Proposals for a year's focus areas that wait to be read, to be chosen among, or for a reason. */
export async function focusItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const desk = await focusDesk(db, today)
  return desk.flatMap(({ year, closesOn, toRead, since, toChoose, toExplain }) => {
    const path = `/office/focus-areas/${year}`
    const waited = daysBetween(localDate(since ?? now), today)
    const toReadText = t('focus-areas.desk-item.to-read', { count: toRead, year: String(year) })
    const toChooseText = t('focus-areas.desk-item.to-choose', { year: String(year) })
    const toExplainText = t('focus-areas.desk-item.to-explain', { count: toExplain, year: String(year) })
    const isYearBegun = today >= `${year}-01-01`
    return [
      ...itemIf(toRead > 0 ? urgencyOfProposed(waited) : null, { at: since ?? now, text: toReadText, path }),
      ...itemIf(toChoose ? urgencyOfChoosing(isYearBegun) : null, { at: closesOn, text: toChooseText, path }),
      ...itemIf(toExplain > 0 ? 'later' : null, { at: closesOn, text: toExplainText, path }),
    ]
  })
}
