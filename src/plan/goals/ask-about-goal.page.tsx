import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { type Asked, JointDecisionPart } from '#people/index.ts'
import {
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Card } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { trailToGoals } from './edit-goal.page.tsx'
import { wordingOf } from './goal.rules.ts'
import type { Goal } from './goals.sql.ts'
import { SdgTiles } from './sdg-tiles.page.tsx'

interface Props extends Answered {
  visit: Visit
  goal: Goal
  /** What the parties were asked last, if anything. */
  asked: Asked | null
}

const trailOf = (visit: Visit) =>
  visit.member?.party ? trailToGoals(visit) : [{ href: visit.to('/office'), label: visit.t('office.title') }]

function GoalCard({ visit, goal }: { visit: Visit; goal: Goal }) {
  const { t } = visit
  return (
    <Card title={<Text of={goal.title} t={t} />} level={2}>
      <LongText of={goal.about} t={t} />
      <SdgTiles visit={visit} numbers={goal.sdgs} />
    </Card>
  )
}

/** Adopting is for good, and done by all: the question is put here, and answered here. */
export function AdoptGoalPage(props: Props) {
  const { visit, goal, asked } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isOpen = asked?.decision.state === 'open'
  return (
    <Page
      visit={visit}
      title={t('plan.goal.adopt', { number: goal.number })}
      lead={t('plan.goal.adopt-says')}
      wrong={problems.length > 0}
      trail={trailOf(visit)}
    >
      <Problems visit={visit} list={problems} />
      <GoalCard visit={visit} goal={goal} />
      {asked && <JointDecisionPart {...props} asked={asked} />}
      {!isOpen && visit.member?.party && (
        <>
          <Form>
            <input type="hidden" name="seen" value={wordingOf(goal)} />
            <SubmitButton>{t('goals.adopt.ask')}</SubmitButton>
          </Form>
          <p>
            <a href={visit.to(`/office/goals/${goal.number}/edit`)}>
              {t('plan.goal.edit', { number: goal.number })}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

/** A goal that is reached, or that no longer is one, is closed by all, with a reason; it stays to be read. */
export function CloseGoalPage(props: Props) {
  const { visit, goal, asked } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isOpen = asked?.decision.state === 'open'
  return (
    <Page
      visit={visit}
      title={t('goals.close.title', { number: goal.number })}
      lead={t('goals.close.lead')}
      wrong={problems.length > 0}
      trail={trailOf(visit)}
    >
      <Problems visit={visit} list={problems} />
      <GoalCard visit={visit} goal={goal} />
      {asked && (
        <>
          <h2>{t('goals.close.reason')}</h2>
          <LongText of={asked.decision.reason} t={t} />
          <JointDecisionPart {...props} asked={asked} />
        </>
      )}
      {!isOpen && goal.closed_at === null && visit.member?.party && (
        <Form>
          <TextsField
            t={t}
            name="reason"
            label={t('goals.close.reason')}
            value={textsAt(props, 'reason', {})}
            mistakes={mistakesInWords(t, props)}
            rows={4}
          />
          <SubmitButton>{t('goals.close.ask')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
