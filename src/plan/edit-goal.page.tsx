import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { commission, sdgs } from './agreement-content.ts'
import { wordingOf } from './goal.rules.ts'
import type { Goal } from './goals.sql.ts'
import { SdgTiles } from './sdg-tiles.page.tsx'

interface Props extends Answered {
  visit: Visit
  goal: Goal
}

const trail = ({ t, to }: Visit) => [{ href: to('/office/goals'), label: t('plan.goals.office') }]

export function EditGoalPage(props: Props) {
  const { visit, goal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const mistakes = mistakesInWords(t, props)
  return (
    <Page
      visit={visit}
      title={t('plan.goal.edit', { number: goal.number })}
      wrong={problems.length > 0}
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <TextsField
          t={t}
          name="title"
          label={t('plan.goal.name')}
          value={textsAt(props, 'title', goal.title)}
          mistakes={mistakes}
        />
        <TextsField
          t={t}
          name="about"
          label={t('plan.goal.about')}
          value={textsAt(props, 'about', goal.about)}
          mistakes={mistakes}
          rows={4}
          required={false}
        />
        <Contributions {...props} />
        <SubmitButton>{t('plan.goal.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The Sustainable Development Goals and the Commission's domains that it contributes to. */
function Contributions(props: Props) {
  const { visit, goal } = props
  const { t, language } = visit
  const stored = (numbers: readonly number[]) => numbers.map(String)
  return (
    <>
      <Checks
        t={t}
        name="sdgs"
        label={t('plan.goal.sdgs')}
        options={sdgs().map((sdg) => ({
          value: String(sdg.number),
          label: `${sdg.number}. ${inLanguage(sdg.title, language)}`,
        }))}
        values={props.filled ? ticked(props, 'sdgs') : stored(goal.sdgs)}
        mistake={mistakeAt(t, props, 'sdgs')}
        required={false}
      />
      <Checks
        t={t}
        name="domains"
        label={inLanguage(commission().name, language)}
        hint={t('plan.goal.domains')}
        options={commission().domains.map((domain) => ({
          value: String(domain.number),
          label: inLanguage(domain.title, language),
        }))}
        values={props.filled ? ticked(props, 'domains') : stored(goal.domains)}
        mistake={mistakeAt(t, props, 'domains')}
        required={false}
      />
    </>
  )
}

/** Adopting is for good, so there is a page to think on before the button. */
export function AdoptGoalPage(props: Props) {
  const { visit, goal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('plan.goal.adopt', { number: goal.number })}
      lead={t('plan.goal.adopt-says')}
      wrong={problems.length > 0}
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Card title={<Text of={goal.title} t={t} />} level={2}>
        <LongText of={goal.about} t={t} />
        <SdgTiles visit={visit} numbers={goal.sdgs} />
      </Card>
      <Form>
        <input type="hidden" name="seen" value={wordingOf(goal)} />
        <SubmitButton>{t('plan.goal.adopt-button')}</SubmitButton>
      </Form>
      <p>
        <a href={visit.to(`/office/goals/${goal.number}/edit`)}>
          {t('plan.goal.edit', { number: goal.number })}
        </a>
      </p>
    </Page>
  )
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
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <p>{t('plan.refusal.goal-is-adopted')}</p>
      <LinkButton href={visit.to('/office/commitments/new')}>{t('plan.commitment.new')}</LinkButton>
      <p>
        <a href={visit.to(`/plan/goals/${goal.number}`)}>{t('plan.goal.see', { number: goal.number })}</a>
      </p>
    </Page>
  )
}
