import type { Answered } from '#platform/form.ts'
import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { ApproveRefusal, PublishRefusal, SendRefusal } from '../note.rules.ts'
import type { Note } from '../notes.sql.ts'
import type { Recommendation } from '../recommendations.sql.ts'
import type { Said } from '../report/load-said.ts'
import { SaidAtTables } from '../report/said.page.tsx'
import type { EventFacts } from '../write-note.page.tsx'
import { NoteText } from './note-text.page.tsx'
import { Recommended } from './recommended.page.tsx'
import { notesTrail } from './notes-trail.ts'

interface Props extends Answered {
  visit: Visit
  event: EventFacts
  note: Note
}

export type StepRefusal = SendRefusal | ApproveRefusal | PublishRefusal

interface StepProps extends Props {
  step: 'send' | 'approve' | 'publish'
  /** How many were present and can be mailed. */
  people: number
  /** What the tables wrote, which is part of the minutes. */
  said: Said
  /** What is recommended to whom, which is part of them too. */
  recommendations: readonly Recommendation[]
  /** Why the step cannot be taken now, whatever is read; null when it can. */
  closed: StepRefusal | null
}

/** A last look at the words before a step that cannot be taken back. */
export function NoteStepPage(props: StepProps) {
  const { visit, event, note, step, people, said, recommendations, closed, ...answered } = props
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t(`minutes.step.${step}.title`, { event: inLanguage(event.title, language) })}
      lead={t(`minutes.step.${step}.lead`, { people })}
      trail={notesTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {closed && problems.length === 0 && (
        <Notice kind="waiting">{closedInWords(visit, note, closed)}</Notice>
      )}
      <NoteText visit={visit} note={{ ...note, approved_at: null }} additions={[]} level={2} />
      <SaidAtTables visit={visit} said={said} />
      <Recommended visit={visit} recommendations={recommendations} />
      {!closed && (
        <Form>
          <input type="hidden" name="seen" value={seenAt(answered, note.changed_at)} />
          <SubmitButton>{t(`minutes.step.${step}.button`, { people })}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** Why a step has to wait, and where it is known until when. */
export function closedInWords({ t, language }: Visit, note: Note, closed: StepRefusal): string {
  return closed === 'corrections-open'
    ? t('minutes.step.approve.from', { when: dateAndTime(language, note.corrections_until ?? '') })
    : t(`minutes.refusal.${closed}`)
}

/** Where something is added to approved minutes. */
export function AddToNotePage({ visit, event, ...answered }: Omit<Props, 'note'>) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('minutes.add.title', { event: inLanguage(event.title, language) })}
      lead={t('minutes.add.lead')}
      trail={notesTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextsField
          t={t}
          name="words"
          label={t('minutes.add.words')}
          value={textsAt(answered, 'words')}
          mistakes={mistakesInWords(t, answered)}
          rows={5}
        />
        <SubmitButton>{t('minutes.add.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
