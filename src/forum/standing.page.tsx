import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { NoteState } from './note.rules.ts'
import type { Note } from './notes.sql.ts'
import {
  type AnswerKind,
  daysAnsweredLate,
  type RecommendationState,
  stateOf,
} from './recommendation.rules.ts'

interface Receiver {
  receiver_name: string | null
  organisation_name: Texts | null
}

/** Who a recommendation is for, in words. */
export const receiverOf = ({ receiver_name, organisation_name }: Receiver, language: Language): string =>
  receiver_name ?? inLanguage(organisation_name ?? {}, language)

interface Standing {
  handed_over_on: string | null
  answer_due_on: string | null
  answer_kind: AnswerKind | null
  answered_on: string | null
}

interface Props {
  visit: Visit
  of: Standing
}

const tagKinds: Record<RecommendationState, TagKind> = {
  draft: 'plain',
  waiting: 'waiting',
  late: 'late',
  accepted: 'good',
  partly: 'good',
  declined: 'stopped',
}

/** Where a recommendation stands, in a word or two. */
export function StandingTag({ visit, of }: Props) {
  const state = stateOf(of, localDate(visit.now))
  return <Tag kind={tagKinds[state]}>{visit.t(`forum.state.${state}`)}</Tag>
}

/** Where a recommendation stands, in a sentence: "No answer yet, 23 days late." That an answer came late stays said. */
export function standingInWords({ visit, of }: Props): string {
  const { t, language, now } = visit
  const today = localDate(now)
  const dateOf = (date: string | null): string => (date ? dateInWords(language, date) : '')
  return t(`forum.standing.${stateOf(of, today)}`, {
    due: dateOf(of.answer_due_on),
    days: of.answer_due_on ? daysBetween(of.answer_due_on, today) : 0,
    answered: dateOf(of.answered_on),
    late: daysAnsweredLate(of),
  })
}

const noteKinds: Record<NoteState, TagKind> = {
  draft: 'plain',
  sent: 'waiting',
  approved: 'good',
  published: 'good',
}

/** How far what was said and agreed has come: nothing written, or one of its four states. */
export function NoteTag({ visit, note }: { visit: Visit; note: Pick<Note, 'state'> | undefined }) {
  const { t } = visit
  if (!note) return <Tag>{t('forum.note.none')}</Tag>
  return <Tag kind={noteKinds[note.state]}>{t(`forum.note.state.${note.state}`)}</Tag>
}
