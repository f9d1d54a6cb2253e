import { dateInWords } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type SeriesYear, standingsOf, thisYear } from '#programme/index.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfRisk, urgencyOfUnexplained, yearsAskedAbout } from './promises.rules.ts'

/** Promises of this year that will not be kept unless somebody announces the next event soon. */
export async function promiseAtRiskItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const lines = await standingsOf(db, thisYear(now), now)
  return lines.flatMap((line) => {
    const { state, nextBy, late, missing } = line
    if (state !== 'at-risk' || !nextBy) return []
    const values = { ...named(line, t), missing, date: dateInWords(t.language, nextBy) }
    const text = t(late ? 'office.desk.promise-late' : 'office.desk.promise-at-risk', values)
    const urgency = urgencyOfRisk(daysBetween(localDate(now), nextBy))
    return itemIf(urgency, { at: nextBy, text, path: `/office/events/new?series=${line.series.key}` })
  })
}

/** Promises of the last years that were not kept, where nobody has said why. */
export async function promiseMissedItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const years = Array.from({ length: yearsAskedAbout }, (_, index) => thisYear(now) - 1 - index)
  const all = await Promise.all(years.map((year) => standingsOf(db, year, now)))
  return all.flat().flatMap((line) => {
    const { state, reason, year, series } = line
    if (state !== 'missed' || reason) return []
    const text = t('office.desk.promise-missed', { ...named(line, t), year })
    const path = `/office/series/${series.key}/missed/${year}`
    return itemIf(urgencyOfUnexplained(thisYear(now) - year), { at: `${year}-12-31`, text, path })
  })
}

const named = ({ series }: SeriesYear, t: Asked['t']) => ({ series: inLanguage(series.name, t.language) })
