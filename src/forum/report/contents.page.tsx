import type { Visit } from '#platform/http.ts'
import { stateOf } from '../recommendation.rules.ts'
import { localDate } from '#platform/time.ts'
import { countsOfKinds } from './load-said.ts'
import type { Report } from './load-report.ts'

/** What the report holds, in numbers, each the way to its part. */
export function Contents({ visit, report }: { visit: Visit; report: Report }) {
  const { t, now } = visit
  const { said, recommendations } = report
  const answered = recommendations.filter((one) => one.answer_kind !== null).length
  const late = recommendations.filter((one) => stateOf(one, localDate(now)) === 'late').length
  const kinds = countsOfKinds(said)
  return (
    <ul class="report-numbers">
      {kinds.map(({ kind, count }) => (
        <li>
          <a href="#tables">
            <span class="numbers">{count}</span> {t(`report.count.${kind}`, { count })}
          </a>
        </li>
      ))}
      {recommendations.length > 0 && (
        <li>
          <a href="#recommendations">
            <span class="numbers">{recommendations.length}</span>{' '}
            {t('report.count.recommendations', { count: recommendations.length, answered, late })}
          </a>
        </li>
      )}
    </ul>
  )
}
