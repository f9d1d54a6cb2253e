import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Facts } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { FullAnswer } from './answers.sql.ts'

/** An answer as it was given: why, what the receiver will do by when, and as what somebody answered. */
export function GivenAnswer({ visit, answer }: { visit: Visit; answer: FullAnswer }) {
  const { t, language } = visit
  const { words, next_step, next_by, outcome, told_at, given_as, giver_name, giver_is_shown } = answer
  const who = giver_is_shown === 1 && giver_name ? `${giver_name}, ${given_as}` : given_as
  const isSaid = Object.keys(next_step).length > 0
  return (
    <>
      <LongText of={words} t={t} />
      {isSaid && (
        <>
          <h3>{t('answers.next-step')}</h3>
          <LongText of={next_step} t={t} />
        </>
      )}
      <Facts
        rows={[
          [t('answers.next-by'), next_by && dateInWords(language, next_by)],
          [t('answers.given-by'), who],
        ]}
      />
      {outcome && (
        <>
          <h3>{t('answers.outcome')}</h3>
          <LongText of={outcome} t={t} />
          {told_at && <p class="small quiet">{shortDate(language, told_at)}</p>}
        </>
      )}
    </>
  )
}
