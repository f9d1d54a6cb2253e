import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { wordsFor } from '#platform/words.ts'
import type { CommitRefusal } from './commitment.rules.ts'
import { ProposeFields, type ProposeProps } from './revisions/propose-fields.page.tsx'
import { Owning } from './owning.page.tsx'
import type { Goal } from './goals/goals.sql.ts'
import type { Plan } from './tables.ts'

/** The recommendation that becomes a commitment, as far as the form needs it. */
interface Source {
  number: number
  text: Texts
  event_title: Texts
  /** Its receiver in the directory, who is asked first to keep it. */
  organisation_name: Texts | null
}

export interface Props extends ProposeProps {
  plan: Plan | undefined
  goals: readonly Goal[]
  parties: readonly { id: string; name: Texts }[]
  /** The id that the commitment will have. */
  id: string
  /** The number of the goal to begin with, when the visitor comes from one. */
  goalNumber?: string | undefined
  recommendation?: Source | undefined
  /** Why nothing can be promised here now, whatever is filled in; the form is left out. */
  closed?: CommitRefusal | undefined
}

export function CreateCommitmentPage(props: Props) {
  const { visit, recommendation, closed } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const title = recommendation
    ? t('plan.commitment.from-recommendation', { number: recommendation.number })
    : t('plan.commitment.new')
  return (
    <Page
      visit={visit}
      title={title}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      <Problems visit={visit} list={problems} />
      {recommendation && <SourceCard visit={visit} source={recommendation} />}
      {closed ? (
        <>
          {problems.length === 0 && <Notice>{t(`plan.refusal.${closed}`)}</Notice>}
          <LinkButton href={visit.to('/plan')}>{t('plan.to-the-plan')}</LinkButton>
        </>
      ) : (
        <CommitmentFields {...props} />
      )}
    </Page>
  )
}

function SourceCard({ visit, source }: { visit: Visit; source: Source }) {
  const event = inLanguage(source.event_title, visit.language)
  return (
    <Card tinted>
      <p>{visit.t('plan.commitment.source', { number: source.number, event })}</p>
      <LongText of={source.text} t={visit.t} />
      <p>
        <a class="above" href={visit.to(`/recommendations/${source.number}`)}>
          {visit.t('plan.commitment.source-link', { number: source.number })}
        </a>
      </p>
    </Card>
  )
}

function CommitmentFields(props: Props) {
  const { visit, plan, id, recommendation } = props
  const { t, language } = visit
  const mistakes = mistakesInWords(t, props)
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
      <p>{t('plan.commitment.says')}</p>
      <GoalField {...props} />
      <TextsField
        t={t}
        name="title"
        label={t('plan.commitment.short')}
        hint={t('plan.commitment.short-hint')}
        value={textsAt(props, 'title')}
        mistakes={mistakes}
      />
      <TextsField
        t={t}
        name="what"
        label={t('plan.commitment.what')}
        value={textsAt(props, 'what', recommendation?.text)}
        mistakes={mistakes}
        rows={4}
        required={false}
      />
      <Owning
        {...props}
        named={recommendation?.organisation_name && inLanguage(recommendation.organisation_name, language)}
      />
      <TextField
        t={t}
        name="due"
        type="date"
        label={t('plan.fact.due')}
        hint={plan && t('plan.commitment.due-hint', { date: dateInWords(language, plan.ends_on) })}
        min={plan?.starts_on}
        max={plan?.ends_on}
        value={filledAt(props, 'due')}
        mistake={mistakeAt(t, props, 'due')}
      />
      <TextsField
        t={t}
        name="measure"
        label={t('plan.fact.measure')}
        hint={t('plan.commitment.measure-hint')}
        value={textsAt(props, 'measure')}
        mistakes={mistakes}
        rows={2}
      />
      <ProposeFields {...props} reason={recommendation && sourceAsReason(recommendation)} />
    </Form>
  )
}

/** Where it comes from says why it is proposed, until somebody says it better. */
const sourceAsReason = ({ number, event_title }: Source): Texts =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      wordsFor(language)('plan.commitment.source', { number, event: inLanguage(event_title, language) }),
    ]),
  )

function GoalField(props: Props) {
  const { visit, goals, goalNumber } = props
  const { t, language } = visit
  const chosen = goals.find((goal) => String(goal.number) === goalNumber)?.id
  return (
    <Select
      t={t}
      name="goal"
      label={t('plan.fact.goal')}
      none={t('plan.commitment.choose-goal')}
      options={goals.map((goal) => ({
        value: goal.id,
        label: `${goal.number}. ${inLanguage(goal.title, language)}`,
      }))}
      value={filledAt(props, 'goal') ?? chosen}
      mistake={mistakeAt(t, props, 'goal')}
    />
  )
}
