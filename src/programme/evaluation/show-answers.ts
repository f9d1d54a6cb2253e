import { decide } from '#platform/db.ts'
import type { Db, EvaluationKind, LedTo, Writes } from '../tables.ts'
import { answersMin } from './evaluation.rules.ts'
import { answersOf, eventsWithAnswers, followUpAnswersOf, keepShown, shownOf } from './evaluations.sql.ts'
import { figuresToShow, isTimeToShow } from './shown.rules.ts'

export type LedToFigures = Record<LedTo, number>

/** Counts again what is shown of every evaluation: at night, and where at least five more have answered. */
export async function showAnswers(db: Db): Promise<void> {
  for (const kind of ['evaluation', 'follow-up'] as const)
    for (const eventId of await eventsWithAnswers(db, kind, answersMin))
      await decide(db, 'event', eventId, (tx) =>
        kind === 'evaluation' ? showOf(tx, eventId) : showLater(tx, eventId),
      )
}

async function showOf(tx: Writes, eventId: string): Promise<void> {
  const answers = await answersOf(tx, eventId)
  const shown = await shownBefore(tx, eventId, 'evaluation', answers.length)
  if (!shown) return
  const figures = figuresToShow(shown.figures, answers)
  const texts = {
    who_missing: inNoOrder(answers.map((answer) => answer.who_missing)),
    better: inNoOrder(answers.map((answer) => answer.better)),
  }
  await keepShown(tx, { eventId, kind: 'evaluation', answers: answers.length, figures, texts })
}

async function showLater(tx: Writes, eventId: string): Promise<void> {
  const answers = await followUpAnswersOf(tx, eventId)
  if (!(await shownBefore(tx, eventId, 'follow-up', answers.length))) return
  const countOf = (word: LedTo): number => answers.filter((one) => one.led_to_something === word).length
  const figures: LedToFigures = { yes: countOf('yes'), no: countOf('no'), 'too-early': countOf('too-early') }
  const texts = { what: inNoOrder(answers.map(({ what }) => what)) }
  await keepShown(tx, { eventId, kind: 'follow-up', answers: answers.length, figures, texts })
}

/** What was shown before, when it is time to show more; null when it is not. */
async function shownBefore(tx: Writes, eventId: string, kind: EvaluationKind, answers: number) {
  const before = await shownOf(tx, eventId, kind)
  return isTimeToShow(before?.answers ?? 0, answers) ? { figures: before?.figures ?? {} } : null
}

/** By the alphabet, so that their order says nothing of who wrote first. */
const inNoOrder = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text) => text !== null).toSorted((one, other) => one.localeCompare(other, 'sv'))
