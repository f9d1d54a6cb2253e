import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Year } from './year.ts'

/** The questions for the tables of a forum, in their order. */
export interface SampleTableQuestions {
  event: string
  /** So many days before the forum, or before today if that is sooner. */
  dayBefore: number
  questions: {
    words: Texts
    /** Which of the proposals at sign-up it was made from, counted from 0. */
    proposals?: number[]
    /** Which statements of its dialogue it was made from, by their numbers. */
    bridging?: number[]
    dividing?: number[]
  }[]
}

/** What the tables talk about, or did. */
export function addTableQuestions(year: Year, events: readonly Held[]): void {
  for (const { event: key, dayBefore, questions } of year.content.tableQuestions) {
    const event = found(events.find(({ sample }) => sample.key === key) ?? null, 'forum')
    const before = plus(event.row.starts_at, { days: -dayBefore })
    const latest = year.moment(-1, '15:10')
    const at = before < latest ? before : latest
    const proposals = year.rows.table_proposal.filter((one) => one.event_id === event.row.id)
    questions.forEach((one, index) => {
      const id = add(year, event, { words: one.words, position: index + 1, at: plus(at, { minutes: index }) })
      const fromProposals = (one.proposals ?? []).flatMap((place) => proposals[place]?.id ?? [])
      const sources = [
        ...fromProposals.map((proposal_id) => ({ proposal_id, statement_id: null, because: null })),
        ...statementsFor(year, event, one),
      ]
      for (const source of sources)
        year.rows.forum_question_source.push({ id: year.id(at), question_id: id, ...source })
    })
    asked(year, event.row.id)
  }
}

function statementsFor(
  { rows }: Year,
  { row: event }: Held,
  { bridging = [], dividing = [] }: SampleTableQuestions['questions'][number],
) {
  const dialogue = rows.dialogue.find((one) => one.event_id === event.id)
  const withNumber = (number: number): string =>
    found(
      rows.statement.find((one) => one.dialogue_id === dialogue?.id && one.number === number)?.id ?? null,
      'statement',
    )
  const taken = (numbers: readonly number[], because: 'bridging' | 'dividing') =>
    numbers.map((number) => ({ proposal_id: null, statement_id: withNumber(number), because }))
  return [...taken(bridging, 'bridging'), ...taken(dividing, 'dividing')]
}

function add(
  year: Year,
  { row, by }: Held,
  { words, position, at }: { words: Texts; position: number; at: Instant },
): string {
  const id = year.id(at)
  year.rows.forum_question.push({
    ...{ id, event_id: row.id, position, words: json(words), made_by: by, created_at: at, changed_at: at },
  })
  year.record({ what: 'table-question-added', by, about: row.id, at })
  return id
}

/** Each round has its question, in their order; what is left over is for whoever has time. */
function asked(year: Year, eventId: string): void {
  const questions = year.rows.forum_question.filter((one) => one.event_id === eventId)
  for (const round of year.rows.forum_round)
    if (round.event_id === eventId) round.question_id = questions[round.number - 1]?.id ?? null
}
