import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Actions, Card, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Principle } from './agreement/agreement.sql.ts'
import { OtherPlans, type PlanFacts, PlanInside } from './period.page.tsx'
import { DayForm } from './revisions/on-day.page.tsx'
import type { NextPlanLine } from './successor/next-plan-line.ts'
import type { Agreement } from './tables.ts'

interface OverviewProps extends PlanFacts {
  /** The plan in the making. */
  next: NextPlanLine | undefined
  agreement: Agreement
  principles: readonly Principle[]
  /** What this year is about. */
  focus: Child
}

/** What the parties have promised each other, where they are going, and what they do about it now. */
export function OverviewPage(props: OverviewProps) {
  const { visit, agreement, principles, goals, plan, focus } = props
  const { t, language } = visit
  const vision = inLanguage(agreement.vision, language)
  return (
    <Page visit={visit} title={t('plan.title')} lead={t('plan.lead')} description={vision.slice(0, 160)} wide>
      <Card tinted level={2} title={t('plan.vision')}>
        <LongText of={agreement.vision} t={t} />
        <p class="on-screen">
          <a href={visit.to('/plan/agreement')}>{t('plan.agreement.read')}</a>
        </p>
        <p class="on-screen">
          <a href={visit.to('/agreement/join')}>{t('agreement.join.title')}</a>
        </p>
      </Card>
      <section class="stack" aria-labelledby="goals">
        <h2 id="goals">{t('plan.goals')}</h2>
        <p>{t('plan.goals.lead')}</p>
        <Goals visit={visit} goals={goals} />
        <ul class="on-screen">
          <li>
            <a href={visit.to('/plan/sdgs')}>{t('goals.sdgs.title')}</a>
          </li>
          <li>
            <a href={visit.to('/plan/commission')}>{t('goals.commission.see')}</a>
          </li>
        </ul>
      </section>
      <Principles visit={visit} principles={principles} />
      {focus}
      {plan ? (
        <section class="stack" aria-labelledby="plan">
          <h2 id="plan">
            <Text of={plan.title} t={t} />
          </h2>
          <PlanInside {...props} plan={plan} level={3} />
        </section>
      ) : (
        <Empty>{t('plan.none')}</Empty>
      )}
      <NextPlan {...props} />
      <p class="on-screen">
        <a href={visit.to('/plan/revisions')}>{t('revisions.see-all')}</a>
      </p>
      <Folded summary={t('revisions.on.go')}>
        <DayForm visit={visit} />
      </Folded>
      <OtherPlans {...props} />
      <Years visit={visit} />
      <p class="on-screen">
        <a href={visit.to('/steering-group')}>{t('steering-group.from-plan')}</a>
      </p>
      <OfficeActions visit={visit} />
    </Page>
  )
}

function Principles({ visit: { t }, principles }: Pick<OverviewProps, 'visit' | 'principles'>) {
  return (
    <section class="stack" aria-labelledby="principles">
      <h2 id="principles">{t('plan.principles')}</h2>
      <div class="grid">
        {principles.map(({ name, about }) => (
          <Card title={<Text of={name} t={t} />}>
            <p>
              <Text of={about} t={t} />
            </p>
          </Card>
        ))}
      </div>
    </section>
  )
}

/** The next plan is being made, and everybody can take part. */
function NextPlan({ visit, next }: Pick<OverviewProps, 'visit' | 'next'>) {
  const { t, to, language } = visit
  if (!next) return null
  const isOpen = next.lastDay !== null && next.lastDay >= localDate(visit.now)
  return (
    <Notice kind={isOpen ? 'good' : 'info'} title={inLanguage(next.title, language)}>
      <p>
        {isOpen
          ? t('successor.line.open', { date: dateInWords(language, next.lastDay ?? '') })
          : t('successor.line.making')}{' '}
        <a href={to('/plan/next')}>{t('successor.line.go')}</a>
      </p>
    </Notice>
  )
}

function Goals({ visit, goals }: Pick<PlanFacts, 'visit' | 'goals'>) {
  const { t } = visit
  const open = goals.filter((goal) => goal.closed_at === null)
  if (open.length === 0) return <Empty>{t('plan.goals.none')}</Empty>
  return (
    <div class="grid two">
      {open.map((goal) => (
        <Card
          href={visit.to(`/plan/goals/${goal.number}`)}
          title={
            <>
              {goal.number}. <Text of={goal.title} t={t} />
            </>
          }
        >
          <p>
            <Text of={goal.about} t={t} />
          </p>
        </Card>
      ))}
    </div>
  )
}

const Years = ({ visit: { t, to } }: { visit: Visit }) => (
  <section class="stack on-screen" aria-labelledby="years">
    <h2 id="years">{t('plan.years')}</h2>
    <p>{t('plan.years.lead')}</p>
    <p>
      <a href={to('/plan/years')}>{t('plan.years.read')}</a>
    </p>
  </section>
)

/** What only coordinators see here: the way to the place where they act. */
function OfficeActions({ visit }: { visit: Visit }) {
  if (!visit.member?.party) return null
  return (
    <Actions>
      <LinkButton href={visit.to('/office/commitments/new')}>{visit.t('plan.commitment.new')}</LinkButton>
      <LinkButton variant="secondary" href={visit.to('/office/next-plan')}>
        {visit.t('successor.title')}
      </LinkButton>
      <LinkButton variant="secondary" href={visit.to('/office/revisions')}>
        {visit.t('revisions.office.title')}
      </LinkButton>
      <LinkButton variant="secondary" href={visit.to('/office/goals')}>
        {visit.t('plan.goals.office')}
      </LinkButton>
    </Actions>
  )
}
