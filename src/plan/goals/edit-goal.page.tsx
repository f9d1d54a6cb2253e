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
import { Page } from '#platform/ui/page.tsx'
import { commission, sdgs } from '../agreement/agreement-content.ts'
import type { CommissionItem } from './commission.sql.ts'
import { howField } from './edit-goal.ts'
import type { Goal } from './goals.sql.ts'

interface Props extends Answered {
  visit: Visit
  goal: Goal
  /** What the Commission wrote, for the goal to contribute to. */
  commissionItems: readonly CommissionItem[]
}

export const trailToGoals = ({ t, to }: Visit) => [
  { href: to('/office/goals'), label: t('plan.goals.office') },
]

export function EditGoalPage(props: Props) {
  const { visit, goal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('plan.goal.edit', { number: goal.number })}
      wrong={problems.length > 0}
      trail={trailToGoals(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <WordFields {...props} />
        <SubmitButton>{t('plan.goal.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

type Words = Pick<Goal, 'title' | 'about' | 'sdgs' | 'domains' | 'items'>
type FieldProps = Omit<Props, 'goal'> & { goal: Words }

function WordFields(props: FieldProps) {
  const { visit, goal } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  return (
    <>
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
    </>
  )
}

/** The Sustainable Development Goals and the Commission's domains that it contributes to. */
function Contributions(props: FieldProps) {
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
      <CommissionFields {...props} />
    </>
  )
}

/** Its recommendations, objectives and actions, and for those that are kept already how the goal contributes. */
function CommissionFields(props: FieldProps) {
  const { visit, goal, commissionItems } = props
  const { t, language } = visit
  const open = commissionItems.filter(({ kind }) => kind !== 'domain')
  const linked = open.filter(({ id }) => goal.items.some(({ item_id }) => item_id === id))
  return (
    <>
      <Checks
        t={t}
        name="items"
        label={t('goals.items')}
        hint={t('goals.items-hint')}
        options={open.map(({ id, code, title }) => ({
          value: id,
          label: `${code} ${inLanguage(title, language)}`,
        }))}
        values={props.filled ? ticked(props, 'items') : goal.items.map(({ item_id }) => item_id)}
        mistake={mistakeAt(t, props, 'items')}
        required={false}
      />
      {linked.map(({ id, code }) => (
        <TextsField
          t={t}
          name={howField(id)}
          label={t('goals.how', { code })}
          value={textsAt(props, howField(id), goal.items.find(({ item_id }) => item_id === id)?.how ?? {})}
          mistakes={mistakesInWords(t, props)}
          rows={2}
          required={false}
        />
      ))}
    </>
  )
}

interface NewProps extends Answered {
  visit: Visit
  id: string
  commissionItems: readonly CommissionItem[]
}

/** A draft of a new goal; nothing is adopted by it. */
export function NewGoalPage(props: NewProps) {
  const { visit, id } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const goal = { id, number: 0, title: {}, about: {}, sdgs: [], domains: [], items: [] }
  return (
    <Page
      visit={visit}
      title={t('goals.new')}
      lead={t('goals.new-lead')}
      wrong={problems.length > 0}
      trail={trailToGoals(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={String(props.filled?.['id'] ?? id)} />
        <WordFields {...props} goal={goal} />
        <SubmitButton>{t('plan.goal.save')}</SubmitButton>
      </Form>
    </Page>
  )
}
