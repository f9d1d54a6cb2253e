import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { figuresToShow } from '#programme/index.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Held } from './event-rows.ts'
import type { SampleEvaluation } from './sample-letters.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

// As the form's promise says: of fewer answers nothing is shown.
const answersMin = 5

/** What those who came thought of some of the events, and what of it is shown. */
export function addEvaluations(year: Year, events: readonly Held[]): void {
  for (const sample of year.content.evaluations.evaluations) {
    const { row } = found(
      events.find(({ sample: { key } }) => key === sample.event),
      sample.event,
    )
    // Whoever came later to the year has chance of its own, so that the rest stays as it was.
    const chance = sample.seed === undefined ? year.chance : chanceFrom(sample.seed)
    const answers = sample.answers.map((_, index) => answerOf({ year, chance, sample }, row, index))
    year.rows.evaluation_answer.push(...answers)
    if (answers.length >= answersMin) addShown(year, row, answers)
    addLater(year, row, sample)
  }
}

interface Answering {
  year: Year
  chance: Chance
  sample: SampleEvaluation
}

/** The first answer is given; the others lie around it. */
function answerOf(
  { year, chance, sample: { answers, missing, better } }: Answering,
  event: Row<'event'>,
  index: number,
): Answer {
  const value = found(answers[index], 'answer')
  const came = year.rows.sign_up.filter((one) => one.event_id === event.id && one.checked_in_at)
  const near = (step: number): number => Math.min(5, Math.max(1, value + ((index + step) % 3) - 1))
  return {
    ...{ id: chanceId(chance), event_id: event.id },
    ...{ expectations: value, said: near(0), learnt: near(1), contact: Number(index % 3 !== 1) },
    next_step: index % 4 === 3 ? null : near(2),
    ...{ who_missing: missing[index] ?? null, better: better[index] ?? null },
    capacity: index % 7 === 6 ? null : (came[index]?.capacity ?? null),
  }
}

type Answer = Parameters<typeof figuresToShow>[1][number] &
  Pick<Row<'evaluation_answer'>, 'id' | 'event_id'> & { who_missing: string | null; better: string | null }

/** Like an id of chance alone, and the same again for the same seed. */
function chanceId(chance: Chance): string {
  const hex = Buffer.from(chance.bytes(16)).toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

function addShown(year: Year, event: Row<'event'>, answers: readonly Answer[]): void {
  const written = (column: 'who_missing' | 'better'): string[] =>
    answers.flatMap((answer) => answer[column] ?? []).toSorted((one, other) => one.localeCompare(other, 'sv'))
  year.rows.evaluation_shown.push({
    ...{ event_id: event.id, kind: 'evaluation', answers: answers.length },
    figures: json(figuresToShow({}, answers)),
    texts: json({ who_missing: written('who_missing'), better: written('better') }),
  })
}

function addLater(year: Year, event: Row<'event'>, { later }: SampleEvaluation): void {
  const words = year.content.evaluations.laterWords
  later.forEach((led_to_something, index) => {
    const what = words[index] ?? null
    year.rows.follow_up_answer.push({ id: chanceId(year.chance), event_id: event.id, led_to_something, what })
  })
  if (later.length < answersMin) return
  const countOf = (word: string): number => later.filter((one) => one === word).length
  year.rows.evaluation_shown.push({
    ...{ event_id: event.id, kind: 'follow-up', answers: later.length },
    figures: json({ yes: countOf('yes'), no: countOf('no'), 'too-early': countOf('too-early') }),
    texts: json({ what: words }),
  })
}
