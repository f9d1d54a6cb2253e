import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Text } from '#platform/ui/text.tsx'
import type { Commitment } from './commitments.sql.ts'
import { isNobodys, NobodyTag } from './keeping.page.tsx'
import { Owners, StandingTag, standingToday } from './standing.page.tsx'

interface Props {
  visit: Visit
  commitments: readonly Commitment[]
}

/** Commitments below each other: what, how it stands, whose it is, until when, and when it was last heard of. */
export function CommitmentList({ visit, commitments }: Props) {
  return (
    <ul class="lined-list commitments">
      {commitments.map((commitment) => (
        <li>
          <p>
            <a href={visit.to(`/plan/commitments/${commitment.number}`)}>
              {commitment.number}. <Text of={commitment.title} t={visit.t} />
            </a>
          </p>
          <p>
            <StandingTag visit={visit} standing={standingToday(visit, commitment)} />
            {isNobodys({ visit, commitment }) && (
              <>
                {' '}
                <NobodyTag visit={visit} />
              </>
            )}
          </p>
          <p class="commitment-facts">
            <Owners visit={visit} owners={commitment.owners} />
            {' · '}
            {visit.t('plan.commitment.due-by', { date: dateInWords(visit.language, commitment.due_on) })}
            {' · '}
            {commitment.latest_at
              ? visit.t('plan.commitment.heard-of', { date: shortDate(visit.language, commitment.latest_at) })
              : visit.t('plan.commitment.not-heard-of')}
          </p>
        </li>
      ))}
    </ul>
  )
}
