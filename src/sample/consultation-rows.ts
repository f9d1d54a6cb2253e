import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { instantAt, plus } from '#platform/time.ts'
import type { NextPlan } from './next-plan-rows.ts'
import type { Year } from './year.ts'

/** What everybody said of the draft so far, and what the office has answered. */
export interface SampleConsultation {
  comments: {
    day: number
    /** 'whole', 'paragraph 2' or 'commitment 1': of the text, or of those that are new. */
    of: string
    language: Language
    /** Shown, when it is there. */
    name?: string
    organisation?: string
    words: string
    answer?: number
    /** Why it is held back. */
    held?: string
    waiting?: true
  }[]
  replies: { day: number; outcome: 'taken-in' | 'partly' | 'not-taken-in'; words: Texts }[]
}

export function addConsultation(year: Year, next: NextPlan, { comments, replies }: SampleConsultation): void {
  const answers = replies.map(({ day, outcome, words }) => {
    const at = instantAt(year.date(day), '15:30')
    const id = year.id(at)
    const row = { id, successor_id: next.id, outcome, words: json(words), by_person: next.by }
    year.rows.consultation_answer.push({ ...row, answered_at: at })
    year.record({ what: 'plan-comments-answered', by: next.by, about: next.id, at, detail: { outcome } })
    return id
  })
  comments.forEach((comment, index) => {
    const at = instantAt(year.date(comment.day), '12:15')
    const [kind, number] = comment.of.split(' ')
    const place = Number(number) - 1
    const state = comment.waiting ? 'waiting' : comment.held ? 'held-back' : 'shown'
    const read = plus(at, { hours: 2 })
    year.rows.consultation_comment.push({
      ...{ id: year.id(at), successor_id: next.id, words: comment.words, language: comment.language },
      paragraph_id: kind === 'paragraph' ? found(next.paragraphIds[place], comment.of) : null,
      commitment_id: kind === 'commitment' ? found(next.commitmentIds[place], comment.of) : null,
      ...{ name: comment.name ?? null, shows_name: comment.name ? 1 : 0 },
      ...{ organisation: comment.organisation ?? null, email: `samrad-${index + 1}@example.org` },
      ...{ token_hash: null, asked_at: at, confirmed_at: at, noticed: null, state },
      held_reason: comment.held ?? null,
      decided_at: state === 'waiting' ? null : read,
      decided_by: state === 'waiting' ? null : next.by,
      answer_id: comment.answer === undefined ? null : found(answers[comment.answer], 'answer'),
      forgotten_at: null,
    })
    year.record({ what: 'plan-comment-came', by: null, about: next.id, at })
  })
}
