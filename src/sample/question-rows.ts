import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, instantAt, localDate, plus } from '#platform/time.ts'
import type { AskedAt, AskedOf, QuestionKind } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleQuestion {
  event: string
  kind: QuestionKind
  label: Texts
  hint?: Texts
  options?: Texts
  askedOf: AskedOf
  askedAt: AskedAt
  /** Asked of those who answered the question before it so. */
  condition?: { answer: string }
  /** Answers in turn; nobody has answered while there are none. */
  answers: string[]
}

export interface SampleQuestions {
  questions: SampleQuestion[]
  proposals: { event: string; words: string[] }[]
}

// As the form says: words go after 30 days, what is counted after 90.
const keepDays = (kind: QuestionKind): number => (kind === 'text' ? 30 : 90)

/** What organisers ask, what they were answered so far, and what people would like to talk about. */
export function addQuestions(year: Year, events: readonly Held[]): void {
  const { questions, proposals } = year.content.asked
  for (const sample of questions) {
    const event = eventOf(events, sample.event)
    addAnswers(year, addQuestion(year, event, sample), { event, sample })
  }
  for (const { event, words } of proposals) addProposals(year, eventOf(events, event), words)
}

const eventOf = (events: readonly Held[], key: string): Row<'event'> =>
  found(events.find(({ sample }) => sample.key === key)?.row, key)

function addQuestion(year: Year, event: Row<'event'>, sample: SampleQuestion): Row<'question'> {
  const before = year.rows.question.filter((one) => one.event_id === event.id)
  const at = plus(event.created_at, { minutes: 10 + before.length })
  const { kind, label, hint = {}, options = {}, condition } = sample
  const row: Row<'question'> = {
    ...{ id: year.id(at), event_id: event.id, position: before.length + 1, kind },
    ...{ label: json(label), hint: json(hint), options: json(options), required: 0 },
    ...{ asked_of: sample.askedOf, asked_at: sample.askedAt, keep_days: keepDays(kind) },
    condition_question: condition ? found(before.at(-1)?.id, 'question before') : null,
    condition_answer: condition?.answer ?? null,
    created_at: at,
  }
  year.rows.question.push(row)
  return row
}

interface Asked {
  event: Row<'event'>
  sample: SampleQuestion
}

function addAnswers(year: Year, question: Row<'question'>, { event, sample }: Asked): void {
  const wipe_on = datePlus(localDate(event.ends_at), question.keep_days)
  if (sample.answers.length === 0 || wipe_on <= year.today) return
  for (const [index, signUp] of comingTo(year, event).entries()) {
    const above = year.rows.question_answer.find(
      (one) => one.question_id === question.condition_question && one.sign_up_id === signUp.id,
    )
    if (question.condition_question && above?.value !== question.condition_answer) continue
    const value = found(sample.answers[index % sample.answers.length], 'answer')
    year.rows.question_answer.push({ question_id: question.id, sign_up_id: signUp.id, value, wipe_on })
  }
}

const comingTo = (year: Year, event: Row<'event'>): Row<'sign_up'>[] =>
  year.rows.sign_up.filter((one) => one.event_id === event.id && one.state === 'seat' && one.walk_in === 0)

function addProposals(year: Year, event: Row<'event'>, all: readonly string[]): void {
  const authors = comingTo(year, event)
  for (const [index, words] of all.entries()) {
    const author = authors[index * 2]
    if (!author) continue
    const at = author.queued_at
    const row = { id: year.id(at), event_id: event.id, sign_up_id: author.id, words, created_at: at }
    year.rows.table_proposal.push(row)
  }
}

// As the sign-up form promises: half a year after the event, nobody is known by name.
const namesKeptDays = 183

/** What the nights of the year have forgotten already. */
export function forgetNames(year: Year): void {
  for (const event of year.rows.event) {
    const date = datePlus(localDate(event.ends_at), namesKeptDays)
    if (date > year.today) continue
    const at = instantAt(date, '03:35')
    const nobody = { name: '–', search_text: '', email: null, organisation_id: null, organisation_name: null }
    for (const signUp of year.rows.sign_up)
      if (signUp.event_id === event.id) Object.assign(signUp, nobody, { forgotten_at: at })
    year.rows.event_forgotten.push({ event_id: event.id, at })
  }
}
