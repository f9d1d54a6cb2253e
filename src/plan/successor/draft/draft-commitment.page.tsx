import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Goal } from '../../goals/goals.sql.ts'
import { openedAs } from '../../opened.ts'
import type { GatheredSource } from '../gathering/load-sources.ts'
import type { Successor } from '../successor.sql.ts'
import { wordingOf } from './draft-commitment.ts'
import type { DraftShown } from './draft.sql.ts'
import { draftTrail } from './edit-draft.page.tsx'

export interface CommitmentProps extends Answered {
  visit: Visit
  successor: Successor
  goals: readonly Goal[]
  parties: readonly { id: string; name: Texts }[]
  /** Names of the organisations among the owners, one on each line. */
  organisations: string
  /** Null for a new one. */
  commitment: DraftShown | null
  id: string
  source: GatheredSource | undefined
  /** Why it should change, where its owners have said so. */
  wishes: readonly Texts[]
}

/** A commitment of the draft: under which goal, whose, what, by when, and how we will know. */
export function DraftCommitmentPage(props: CommitmentProps) {
  const { visit, commitment, source, wishes } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t(`successor.draft.${commitment ? 'commitment' : 'add-commitment'}`)}
      trail={draftTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {source && (
        <Card tinted level={2} title={t(`successor.kind-one.${source.kind}`)}>
          <p>
            <Text of={source.title} t={t} />
          </p>
        </Card>
      )}
      {wishes.length > 0 && (
        <Card tinted level={2} title={t('successor.draft.wishes')}>
          {wishes.map((words) => (
            <p>
              <Text of={words} t={t} />
            </p>
          ))}
        </Card>
      )}
      {props.refusal && commitment && (
        <Card tinted level={2} title={t('plan.period-edit.theirs')}>
          <p>
            <Text of={commitment.title} t={t} />
          </p>
        </Card>
      )}
      <Fields {...props} />
    </Page>
  )
}

function Fields(props: CommitmentProps) {
  const { visit, successor, commitment, id, source } = props
  const { t, language } = visit
  const texts = (name: 'title' | 'what' | 'measure', stored: Texts = {}) => ({
    ...{ t, name, mistakes: mistakesInWords(t, props) },
    value: textsAt(props, name, commitment?.[name] ?? stored),
  })
  return (
    <Form>
      {!commitment && <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />}
      {source && <input type="hidden" name="from" value={`${source.kind}.${source.id}`} />}
      <GoalField {...props} />
      <TextsField
        {...texts('title')}
        label={t('plan.commitment.short')}
        hint={t('plan.commitment.short-hint')}
      />
      <TextsField
        {...texts('what', source?.title)}
        label={t('plan.commitment.what')}
        rows={4}
        required={false}
      />
      <Owning {...props} />
      <TextField
        t={t}
        name="due"
        type="date"
        label={t('plan.fact.due')}
        hint={t('plan.commitment.due-hint', { date: dateInWords(language, successor.ends_on) })}
        min={successor.starts_on}
        max={successor.ends_on}
        value={filledAt(props, 'due') ?? commitment?.due_on}
        mistake={mistakeAt(t, props, 'due')}
      />
      <TextsField
        {...texts('measure')}
        label={t('plan.fact.measure')}
        hint={t('plan.commitment.measure-hint')}
        rows={2}
      />
      <input
        type="hidden"
        name="seen"
        value={seenAt(props, commitment ? openedAs(wordingOf(commitment)) : '')}
      />
      <Actions>
        <SubmitButton name="do" value="save">
          {t('successor.draft.save')}
        </SubmitButton>
        {commitment && commitment.carried_from === null && (
          <SubmitButton variant="secondary" danger name="do" value="remove">
            {t('successor.draft.remove-commitment')}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  )
}

function GoalField(props: CommitmentProps) {
  const { visit, goals, commitment } = props
  const { t, language } = visit
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
      value={filledAt(props, 'goal') ?? commitment?.goal_id}
      mistake={mistakeAt(t, props, 'goal')}
    />
  )
}

function Owning(props: CommitmentProps) {
  const { visit, parties, commitment, organisations } = props
  const { t, language } = visit
  const stored = (commitment?.owners ?? []).flatMap((one) => ('party' in one ? [one.party] : []))
  return (
    <>
      <Checks
        t={t}
        name="parties"
        label={t('plan.fact.owners')}
        hint={t('plan.commitment.parties-hint')}
        options={parties.map((party) => ({ value: party.id, label: inLanguage(party.name, language) }))}
        values={props.filled ? ticked(props, 'parties') : stored}
        mistake={mistakeAt(t, props, 'parties')}
      />
      <LongTextField
        t={t}
        name="organisations"
        label={t('plan.commitment.organisations')}
        hint={t('plan.commitment.organisations-hint')}
        rows={2}
        value={filledAt(props, 'organisations') ?? organisations}
        mistake={mistakeAt(t, props, 'organisations')}
        required={false}
      />
    </>
  )
}
