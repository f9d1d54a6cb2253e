import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Text } from '#platform/ui/text.tsx'
import type { Reads } from '../tables.ts'
import { CallDays } from './focus-areas.page.tsx'
import { callState } from './focus.rules.ts'
import { areas, calls } from './focus.sql.ts'

/** What this year is about, and what can be proposed now: a part of the plan's page. */
export async function focusOfThisYear(db: Reads, visit: Visit) {
  const { t, to, now } = visit
  const today = localDate(now)
  const year = Number(today.slice(0, 4))
  const chosen = (await areas(db)).filter((area) => area.year === year)
  const open = (await calls(db)).filter((call) => callState(call, today) === 'open')
  if (chosen.length + open.length === 0) return null
  return (
    <section class="stack" aria-labelledby="focus-areas">
      <h2 id="focus-areas">{t('focus-areas.now.title', { year })}</h2>
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ title }) => (
            <li>
              <Text of={title} t={t} />
            </li>
          ))}
        </ul>
      )}
      {open.map((call) => (
        <p>
          <a href={to(`/focus-areas/${call.year}`)}>{t('focus-areas.call.title', { year: call.year })}</a>
          {': '}
          <CallDays visit={visit} call={call} />
        </p>
      ))}
      <p>
        <a href={to('/focus-areas')}>{t('focus-areas.now.more')}</a>
      </p>
    </section>
  )
}
