import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Form, mistakesInWords, Problems, problemsOf, TextsField, textsAt } from '#platform/ui/form.tsx'
import { Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import { ProposeFields, type ProposeProps } from './revisions/propose-fields.page.tsx'
import { isAdopted, phaseOf } from './period.rules.ts'
import type { PlanWords } from './revisions/index.ts'
import type { Plan } from './tables.ts'

interface ListProps {
  visit: Visit
  plans: readonly Plan[]
}

const trail = ({ t, to }: Visit) => [{ href: to('/office/plans'), label: t('plan.period-edit.list') }]

/** The plans before, now and after, each to be worded anew. */
export function OfficePlansPage({ visit, plans }: ListProps) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('plan.period-edit.list')}
      lead={t('plan.period-edit.list-lead')}
      trail={[{ href: visit.to('/office'), label: t('office.title') }]}
    >
      <LinkButton href={visit.to('/office/next-plan')}>{t('plan.period-edit.new')}</LinkButton>
      <Periods visit={visit} plans={plans} />
    </Page>
  )
}

function Periods({ visit, plans }: ListProps) {
  const { t, language } = visit
  if (plans.length === 0) return <Empty>{t('plan.none')}</Empty>
  return (
    <ul class="lined-list">
      {plans.map((plan) => (
        <li class="stack-tight">
          <a href={visit.to(isAdopted(plan) ? `/office/plans/${plan.slug}` : '/office/next-plan')}>
            <Text of={plan.title} t={t} />
          </a>
          <p>
            {t(`plan.phase.${phaseOf(plan, localDate(visit.now))}`, {
              from: dateInWords(language, plan.starts_on),
              to: dateInWords(language, plan.ends_on),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface EditProps extends ProposeProps {
  plan: Plan
  /** The words that the revision gives it so far. */
  said?: PlanWords | undefined
}

/** Other words for a plan in force: proposed here, and there once every party has said yes. */
export function EditPlanPage(props: EditProps) {
  const { visit, plan } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('plan.period-edit.title', { title: inLanguage(plan.title, visit.language) })}
      wrong={problems.length > 0}
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <WordFields {...props} words={props.said ?? plan} />
        <ProposeFields {...props} />
      </Form>
    </Page>
  )
}

function WordFields(props: Answered & { visit: Visit; words: PlanWords }) {
  const { visit, words } = props
  const { t } = visit
  const each = (name: 'title' | 'lead' | 'about') => ({
    ...{ t, name, mistakes: mistakesInWords(t, props) },
    value: textsAt(props, name, words[name]),
  })
  return (
    <>
      <TextsField {...each('title')} label={t('plan.period-edit.name')} />
      <TextsField {...each('lead')} label={t('plan.period-edit.lead')} rows={2} />
      <TextsField
        {...each('about')}
        label={t('plan.period-edit.about')}
        hint={t('plan.agreement-edit.markdown')}
        rows={12}
        required={false}
      />
    </>
  )
}
