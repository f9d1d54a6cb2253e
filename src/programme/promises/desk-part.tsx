import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Notice } from '#platform/ui/parts.tsx'
import { changesOf } from '../changes/changes.sql.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { standingsOf } from './load-year.ts'
import { yearItLeft } from './moved-over-new-year.rules.ts'
import { standingInWords } from './promise-line.page.tsx'
import { yearOf } from './promise.rules.ts'

/** On the desk of an event: which year's promise it keeps, and what became of the one that it was moved away from. */
export async function promisePart(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const { t, to, now } = visit
  if (event.cancelled_at) return null
  const year = yearOf(localDate(event.starts_at))
  const [line] = await standingsOf(db, year, now, event.series_id)
  if (!line?.asks?.yearly_min) return null
  const left = yearItLeft({ startsAt: event.starts_at, changes: await changesOf(db, event.id) })
  const [before] = left === null ? [] : await standingsOf(db, left, now, event.series_id)
  const isMissed = before !== undefined && before.missing > 0
  return (
    <>
      <p class="small quiet">
        {t('promises.desk.keeps', { year, isAnnounced: event.published_at ? 'yes' : 'no' })}{' '}
        {standingInWords(t, line)} <a href={to(`/year/${year}`)}>{t('promises.desk.year', { year })}</a>
      </p>
      {before && left !== null && (
        <Notice kind={isMissed ? 'waiting' : 'info'} title={t('promises.desk.moved', { left, year })}>
          {standingInWords(t, before)}
        </Notice>
      )}
    </>
  )
}
