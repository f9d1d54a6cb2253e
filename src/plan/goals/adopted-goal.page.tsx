import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Actions, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { trailToGoals } from './edit-goal.page.tsx'
import type { Goal } from './goals.sql.ts'

interface Props extends Answered {
  visit: Visit
  goal: Goal
}

/** Instead of a form for a goal that is adopted: why there is none, and what to do instead. */
export function AdoptedGoalPage({ visit, goal, refusal }: Props) {
  const { t } = visit
  const problems = problemsOf(t, { refusal })
  return (
    <Page
      visit={visit}
      title={t('plan.goal.stays', { number: goal.number })}
      lead={t('plan.motto')}
      wrong={problems.length > 0}
      trail={trailToGoals(visit)}
    >
      <Problems visit={visit} list={problems} />
      <p>{t('plan.refusal.goal-is-adopted')}</p>
      <p>{t('goals.stays.instead')}</p>
      <Actions>
        <LinkButton href={visit.to('/office/commitments/new')}>{t('plan.commitment.new')}</LinkButton>
        <LinkButton variant="secondary" href={visit.to('/office/agreement')}>
          {t('goals.stays.agreement')}
        </LinkButton>
        {goal.closed_at === null && (
          <LinkButton variant="secondary" href={visit.to(`/office/goals/${goal.number}/close`)}>
            {t('goals.close.title', { number: goal.number })}
          </LinkButton>
        )}
      </Actions>
      <p>
        <a href={visit.to(`/plan/goals/${goal.number}`)}>{t('plan.goal.see', { number: goal.number })}</a>
      </p>
    </Page>
  )
}
