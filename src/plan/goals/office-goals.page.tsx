import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Goal } from './goals.sql.ts'

interface Props {
  visit: Visit
  goals: readonly Goal[]
}

/** All goals as the office sees them: drafts to work on, and adopted ones that stay. */
export function OfficeGoalsPage({ visit, goals }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('plan.goals.office')}
      lead={t('plan.goals.office-lead')}
      trail={[{ href: visit.to('/office'), label: t('office.title') }]}
    >
      {goals.length === 0 && <Empty>{t('plan.goals.none')}</Empty>}
      <ul class="lined-list">
        {goals.map((goal) => (
          <li class="stack-tight">
            <p class="row spread">
              <strong>
                {goal.number}. <Text of={goal.title} t={t} />
              </strong>
              <GoalTag visit={visit} goal={goal} />
            </p>
            <p class="row">
              {goal.adopted_at === null ? (
                <>
                  <a href={visit.to(`/office/goals/${goal.number}/edit`)}>
                    {t('plan.goal.edit', { number: goal.number })}
                  </a>
                  <a href={visit.to(`/office/goals/${goal.number}/adopt`)}>
                    {t('plan.goal.adopt', { number: goal.number })}
                  </a>
                </>
              ) : (
                <>
                  <a href={visit.to(`/plan/goals/${goal.number}`)}>
                    {t('plan.goal.see', { number: goal.number })}
                  </a>
                  {goal.closed_at === null && (
                    <a href={visit.to(`/office/goals/${goal.number}/close`)}>
                      {t('goals.close.title', { number: goal.number })}
                    </a>
                  )}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Actions>
        <LinkButton href={visit.to('/office/goals/new')}>{t('goals.new')}</LinkButton>
        <LinkButton variant="secondary" href={visit.to('/office/goals/commission')}>
          {t('goals.import.title')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

function GoalTag({ visit, goal }: { visit: Visit; goal: Goal }) {
  const { t, language } = visit
  if (goal.closed_at)
    return <Tag kind="stopped">{t('plan.goal.closed', { date: shortDate(language, goal.closed_at) })}</Tag>
  if (!goal.adopted_at) return <Tag>{t('plan.goal.draft')}</Tag>
  return <Tag kind="good">{t('plan.goal.adopted', { date: shortDate(language, goal.adopted_at) })}</Tag>
}
