import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Folded,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Goal } from '../goals/goals.sql.ts'
import { fieldsOf, reasonField } from './draft-version.ts'
import type { Clause } from './tables.ts'
import type { Version, VersionGoal } from './versions.sql.ts'

interface Props extends Answered {
  visit: Visit
  version: Version
  /** All goals: drafts may be adopted by the version, adopted ones closed. */
  goals: readonly Goal[]
  steps: readonly VersionGoal[]
}

/** A draft of the agreement: its texts, principles and promises, and what becomes of goals with it. */
export function EditVersionPage(props: Props) {
  const { visit, version, refusal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  // After a refusal theirs is shown, and is what the next press of the button replaces.
  const seen = (refusal ? undefined : filledAt(props, 'seen')) ?? version.changed_at
  return (
    <Page
      visit={visit}
      title={t('plan.agreement-edit.title')}
      lead={t('plan.agreement-edit.lead')}
      wrong={problems.length > 0}
      trail={[
        { href: visit.to('/office'), label: t('office.title') },
        { href: visit.to('/office/agreement'), label: t('agreement.office.title') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {refusal && <Theirs {...props} />}
      <Form>
        <Fields {...props} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton>{t('plan.agreement-edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Theirs({ visit: { t }, version }: Props) {
  return (
    <Folded summary={t('plan.agreement-edit.theirs')} open>
      <p>
        <strong>
          <Text of={version.title} t={t} />
        </strong>
      </p>
      <LongText of={version.vision} t={t} />
      <LongText of={version.about} t={t} />
      {[...version.principles, ...version.conduct].map(({ name, about }) => (
        <p>
          <strong>
            <Text of={name} t={t} />
          </strong>{' '}
          <Text of={about} t={t} />
        </p>
      ))}
    </Folded>
  )
}

function Fields(props: Props) {
  const { visit, version } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  const each = (name: 'title' | 'vision' | 'about' | 'changed') => ({
    ...{ t, name, mistakes },
    value: textsAt(props, name, version[name]),
  })
  return (
    <>
      <TextsField {...each('title')} label={t('plan.agreement-edit.name')} />
      <TextsField {...each('vision')} label={t('plan.vision')} rows={4} />
      <TextsField
        {...each('about')}
        label={t('plan.agreement-edit.about')}
        hint={t('plan.agreement-edit.markdown')}
        rows={16}
        required={false}
      />
      <TextsField
        {...each('changed')}
        label={t('agreement.version.changed')}
        hint={t('agreement.version.changed-hint')}
        rows={4}
        required={false}
      />
      <h2>{t('plan.principles')}</h2>
      <ClauseFields {...props} all={version.principles} what="principle" />
      <h2>{t('agreement.conduct')}</h2>
      <ClauseFields {...props} all={version.conduct} what="conduct" />
      <GoalFields {...props} />
    </>
  )
}

function ClauseFields(props: Props & { all: readonly Clause[]; what: 'principle' | 'conduct' }) {
  const { visit, all, what } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  return (
    <>
      {all.map((clause, index) => {
        const fields = fieldsOf(clause.key)
        const number = index + 1
        return (
          <>
            <TextsField
              {...{ t, mistakes, name: fields.name }}
              label={t(`agreement.edit.${what}-name`, { number })}
              value={textsAt(props, fields.name, clause.name)}
            />
            <TextsField
              {...{ t, mistakes, name: fields.about }}
              label={t(`agreement.edit.${what}-about`, { number })}
              value={textsAt(props, fields.about, clause.about)}
              rows={2}
            />
          </>
        )
      })}
    </>
  )
}

/** Goals never change: a new version adopts new ones, and closes old ones with a reason. */
function GoalFields(props: Props) {
  const { visit, goals, steps } = props
  const { t, language } = visit
  const drafts = goals.filter(({ adopted_at }) => adopted_at === null)
  const open = goals.filter(({ adopted_at, closed_at }) => adopted_at !== null && closed_at === null)
  const adopted = steps.flatMap(({ step, goal_id }) => (step === 'adopt' ? [goal_id] : []))
  return (
    <>
      <h2>{t('plan.goals')}</h2>
      <p>{t('agreement.edit.goals')}</p>
      {drafts.length > 0 && (
        <Checks
          t={t}
          name="adopt"
          label={t('agreement.edit.adopts')}
          options={drafts.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${inLanguage(title, language)}`,
          }))}
          values={props.filled ? ticked(props, 'adopt') : adopted}
          required={false}
        />
      )}
      {open.map(({ id, number, title }) => (
        <TextsField
          t={t}
          name={reasonField(id)}
          label={t('agreement.edit.closes', { number, title: inLanguage(title, language) })}
          hint={t('agreement.edit.closes-hint')}
          value={textsAt(props, reasonField(id), steps.find(({ goal_id }) => goal_id === id)?.reason ?? {})}
          mistakes={mistakesInWords(t, props)}
          rows={2}
          required={false}
        />
      ))}
    </>
  )
}
