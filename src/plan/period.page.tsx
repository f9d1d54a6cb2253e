import { CsvLink } from '#platform/ui/csv-link.tsx'
import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { CommitmentList } from './commitment-list.page.tsx'
import type { Standing } from './commitment.rules.ts'
import { FilterForm, standings } from './filter.page.tsx'
import { type Filter, isShown } from './filter.rules.ts'
import type { Commitment } from './commitments.sql.ts'
import type { Goal } from './goals/goals.sql.ts'
import { phaseOf } from './period.rules.ts'
import { StandingTag, standingToday } from './standing.page.tsx'
import type { Plan } from './tables.ts'

export interface PlanFacts {
  visit: Visit
  goals: readonly Goal[]
  plan: Plan | undefined
  commitments: readonly Commitment[]
  otherPlans: readonly Plan[]
  /** Which of the commitments the reader wants to see. */
  filter: Filter
}

/** One plan by itself: also one that is over, or not begun. */
export function PlanPage(props: PlanFacts & { plan: Plan; decided: Child }) {
  const { visit, plan, decided } = props
  return (
    <Page
      visit={visit}
      title={inLanguage(plan.title, visit.language)}
      description={inLanguage(plan.lead, visit.language)}
      trail={[{ href: visit.to('/plan'), label: visit.t('plan.title') }]}
      wide
    >
      <PlanInside {...props} level={2} />
      <LongText of={plan.about} t={visit.t} />
      {decided}
      <OtherPlans {...props} />
    </Page>
  )
}

// So few are seen at a glance.
const filteredFrom = 10

/** What a plan holds: its period, how its commitments stand, and the commitments themselves by goal. */
export function PlanInside({
  visit,
  plan,
  goals,
  commitments,
  filter,
  level,
}: PlanFacts & { plan: Plan; level: 2 | 3 }) {
  const { t, language } = visit
  const Heading = `h${level}` as const
  const phase = phaseOf(plan, localDate(visit.now))
  const shown = commitments.filter((one) => isShown(one, standingToday(visit, one), filter))
  const served = goals.filter((goal) => shown.some((one) => one.goal_id === goal.id))
  const period = { from: dateInWords(language, plan.starts_on), to: dateInWords(language, plan.ends_on) }
  return (
    <>
      <p>
        <Text of={plan.lead} t={t} />
      </p>
      <p>{t(`plan.phase.${phase}`, period)}</p>
      {phase === 'earlier' && <Notice>{t('plan.over')}</Notice>}
      {commitments.length === 0 ? (
        <Empty>{t('plan.commitments.none')}</Empty>
      ) : (
        <Counts {...{ visit, commitments }} />
      )}
      {commitments.length > filteredFrom && (
        <Folded summary={t('plan.filter.summary')} open={shown.length < commitments.length}>
          <FilterForm {...{ visit, commitments, filter }} />
        </Folded>
      )}
      {shown.length < commitments.length && (
        <p role="status">{t('plan.filter.shown', { count: shown.length, all: commitments.length })}</p>
      )}
      {served.map((goal) => (
        <section class="stack goal-in-plan">
          <Heading>
            <a href={visit.to(`/plan/goals/${goal.number}`)}>
              {t('plan.goal.number', { number: goal.number })}: <Text of={goal.title} t={t} />
            </a>
          </Heading>
          <CommitmentList visit={visit} commitments={shown.filter((one) => one.goal_id === goal.id)} />
        </section>
      ))}
      {level === 3 && commitments.length > 0 && <CsvLink visit={visit} href="/plan/commitments.csv" />}
    </>
  )
}

/** How many there are of each kind. */
function Counts({ visit, commitments }: Pick<PlanFacts, 'visit' | 'commitments'>) {
  const count = (standing: Standing): number =>
    commitments.filter((one) => standingToday(visit, one) === standing).length
  return (
    <div class="stack-tight">
      <p>{visit.t('plan.commitments.count', { count: commitments.length })}</p>
      <ul class="plain-list row">
        {standings
          .filter((standing) => count(standing) > 0)
          .map((standing) => (
            <li class="row count">
              {count(standing)} <StandingTag visit={visit} standing={standing} />
            </li>
          ))}
      </ul>
    </div>
  )
}

/** The plans before and after. */
export function OtherPlans({ visit, otherPlans }: Pick<PlanFacts, 'visit' | 'otherPlans'>) {
  if (otherPlans.length === 0) return null
  const today = localDate(visit.now)
  return (
    <section class="stack" aria-labelledby="other-plans">
      <h2 id="other-plans">{visit.t('plan.others')}</h2>
      <ul>
        {otherPlans.map((plan) => (
          <li>
            <a href={visit.to(`/plan/periods/${plan.slug}`)}>
              <Text of={plan.title} t={visit.t} />
            </a>{' '}
            {visit.t(`plan.which.${phaseOf(plan, today)}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
