import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Text } from '#platform/ui/text.tsx'

export interface Reported {
  id: string
  title: Texts
  starts_at: Instant
}

interface Props {
  visit: Visit
  events: readonly Reported[]
  /** The addresses by event. */
  reports: ReadonlyMap<string, string>
}

/** The reports of a series, on its page. */
export function ReportList({ visit, events, reports }: Props) {
  const { t, to, language } = visit
  const shown = events.filter(({ id }) => reports.has(id))
  if (shown.length === 0) return null
  return (
    <section class="stack" aria-labelledby="reports">
      <h2 id="reports">{t('report.list')}</h2>
      <ul>
        {shown.map(({ id, title, starts_at }) => (
          <li>
            <a href={to(reports.get(id) ?? '')}>
              <Text of={title} t={t} />
            </a>
            , {shortDate(language, starts_at)}
          </li>
        ))}
      </ul>
    </section>
  )
}
