import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { ChangeCard } from './change.page.tsx'
import type { Shown } from './revision.page.tsx'
import { revisionTitle } from './revision-title.ts'

interface Props extends Answered, Shown {
  visit: Visit
  /** The party that is answered for, and whether as its substitute. */
  party: { id: string; name: Texts }
  isSubstitute: boolean
  /** Why there is nothing to answer here now. */
  closed: string | null
}

/** A party's yes or no, beside what it is to. */
export function AnswerPage(props: Props) {
  const { visit, revision, changes, names, closed, party, isSubstitute } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const title = revisionTitle(t, revision, changes)
  const name = inLanguage(party.name, visit.language)
  return (
    <Page
      visit={visit}
      title={t('revisions.answer.title', { number: revision.number, title })}
      wrong={problems.length > 0}
      trail={[
        { href: visit.to('/plan/revisions'), label: t('revisions.list') },
        { href: visit.to(`/plan/revisions/${revision.number}`), label: title },
      ]}
    >
      <Problems visit={visit} list={problems} />
      <p>
        {t(isSubstitute ? 'revisions.answer.for-as-substitute' : 'revisions.answer.for', { party: name })}
      </p>
      <LongText of={revision.reason} t={t} />
      {changes.map((change) => (
        <ChangeCard visit={visit} change={change} names={names} level={2} />
      ))}
      {closed === null ? (
        <AnswerForm {...props} />
      ) : (
        problems.length === 0 && <Notice>{t(`revisions.refusal.${closed}`)}</Notice>
      )}
    </Page>
  )
}

function AnswerForm(props: Props) {
  const { visit, revision, party, refusal } = props
  const { t } = visit
  // After a refusal it is the words above that are answered, in the version they have by now.
  const seen = (refusal ? undefined : filledAt(props, 'seen')) ?? String(revision.version)
  return (
    <Form>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="party" value={party.id} />
      <Choice
        t={t}
        name="answer"
        label={t('revisions.answer.label')}
        options={[
          { value: 'yes', label: t('revisions.answer.say-yes') },
          { value: 'no', label: t('revisions.answer.say-no') },
        ]}
        value={filledAt(props, 'answer')}
        mistake={mistakeAt(t, props, 'answer')}
      />
      <TextsField
        t={t}
        name="reason"
        label={t('revisions.answer.reason')}
        hint={t('revisions.answer.reason-hint')}
        value={textsAt(props, 'reason')}
        mistakes={mistakesInWords(t, props)}
        rows={3}
        required={false}
      />
      <SubmitButton>{t('revisions.answer.send')}</SubmitButton>
    </Form>
  )
}
