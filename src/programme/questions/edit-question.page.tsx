import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { keepChoices } from './keep.rules.ts'
import { choicesOf } from './question-fields.page.tsx'
import { questionKinds } from './save-question.ts'
import type { QuestionRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  isNew: boolean
  /** How many have answered: then its meaning stands. */
  answers: number
  /** Questions that this one may depend on. */
  earlier: readonly QuestionRow[]
}

/** Asks something new, or words it better. */
export function EditQuestionPage(props: Props) {
  const { visit, event, isNew, answers } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const list = {
    href: visit.to(`/office/events/${event.id}/questions`),
    label: t('questions.office.title', { title: inLanguage(event.title, language) }),
  }
  return (
    <Page
      visit={visit}
      title={t(isNew ? 'questions.edit.new' : 'questions.edit.title')}
      trail={[...eventTrail(visit, event), list]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {answers > 0 && <Notice>{t('questions.edit.answered', { count: answers })}</Notice>}
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id')} />
        <WordFields {...props} />
        {answers > 0 ? <Fixed {...props} /> : <MeaningFields {...props} />}
        <Check
          t={t}
          name="required"
          label={t('questions.edit.required')}
          checked={filledAt(props, 'required') === 'yes'}
        />
        <SubmitButton>{t('questions.edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function WordFields({ visit, answers, ...answered }: Props) {
  const { t } = visit
  const texts = (name: string) => ({
    ...{ t, name, value: textsAt(answered, name), mistakes: mistakesInWords(t, answered) },
  })
  const kind = filledAt(answered, 'kind')
  const hasOptions = answers === 0 || kind === 'choice' || kind === 'choices'
  return (
    <>
      <TextsField {...texts('label')} label={t('questions.edit.label')} />
      <TextsField
        {...texts('hint')}
        label={t('questions.edit.hint')}
        hint={t('questions.edit.hint-hint')}
        required={false}
      />
      {answers === 0 && (
        <Choice
          {...{ t, name: 'kind', value: kind, mistake: mistakeAt(t, answered, 'kind') }}
          label={t('questions.edit.kind')}
          options={questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
        />
      )}
      {hasOptions && (
        <TextsField
          {...texts('options')}
          label={t('questions.edit.options')}
          hint={t('questions.edit.options-hint')}
          rows={4}
        />
      )}
    </>
  )
}

/** Whom it is for, where it is asked, and for how long the answer is kept. */
function MeaningFields({ visit, earlier, ...answered }: Props) {
  const { t } = visit
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  const conditions = earlier.flatMap((question) =>
    choicesOf(t, question).map(({ value, label }) => ({
      value: `${question.id}:${value}`,
      label: t('questions.edit.condition-option', {
        question: inLanguage(question.label, t.language),
        answer: label,
      }),
    })),
  )
  return (
    <>
      <Choice
        {...field('asked_of')}
        label={t('questions.edit.asked-of')}
        options={(['person', 'group'] as const).map((value) => ({
          ...{ value, label: t(`questions.edit.asked-of-${value}`) },
        }))}
      />
      <Choice
        {...field('asked_at')}
        label={t('questions.edit.asked-at')}
        options={(['sign-up', 'door'] as const).map((value) => ({
          ...{ value, label: t(`questions.edit.asked-at-${value}`) },
        }))}
      />
      {conditions.length > 0 && (
        <Select
          {...field('condition')}
          label={t('questions.edit.condition')}
          options={conditions}
          none={t('questions.edit.condition-none')}
        />
      )}
      <Select
        {...field('keep')}
        label={t('questions.edit.keep')}
        hint={t('questions.edit.keep-hint')}
        options={keepChoices.map((days) => ({
          value: String(days),
          label: t('questions.edit.keep-days', { days }),
        }))}
        none={t('questions.edit.keep-usual')}
      />
    </>
  )
}

/** What stands because somebody answered it is sent along as it is. */
function Fixed(answered: Answered) {
  return (
    <>
      {['kind', 'asked_of', 'asked_at', 'condition', 'keep'].map((name) => (
        <input type="hidden" name={name} value={filledAt(answered, name)} />
      ))}
    </>
  )
}
