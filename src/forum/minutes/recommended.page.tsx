import type { Visit } from '#platform/http.ts'
import { LongText } from '#platform/ui/text.tsx'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf } from '../standing.page.tsx'

interface Props {
  visit: Visit
  recommendations: readonly Recommendation[]
}

/** What is recommended and to whom, as a part of the minutes that is read, corrected and approved with them. */
export function Recommended({ visit, recommendations }: Props) {
  const { t, language } = visit
  if (recommendations.length === 0) return null
  return (
    <section class="stack" id="recommendations" aria-labelledby="recommendations-title">
      <h2 id="recommendations-title">{t('forum.recommendations.title')}</h2>
      <p>{t('minutes.recommended', { count: recommendations.length })}</p>
      <ul class="lined-list">
        {recommendations.map((one) => (
          <li class="stack-tight">
            <h3>{t('forum.recommendation.number', { number: one.number })}</h3>
            <LongText of={one.text} t={t} />
            <p>{t('forum.recommendation.to', { receiver: receiverOf(one, language) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
