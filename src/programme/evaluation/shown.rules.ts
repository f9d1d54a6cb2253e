import type { Capacity } from '../tables.ts'
import { answersMin, scales } from './evaluation.rules.ts'

export const questions = [...scales, 'contact'] as const
export type Question = (typeof questions)[number]

export interface Figure {
  answers: number
  sum: number
}

/** What is shown of one question. The rest, those of sectors too small to be shown, is kept to count on from. */
export interface Shown {
  all: Figure
  sectors: Partial<Record<Capacity, Figure>>
  rest: Figure
}

export type Figures = Partial<Record<Question, Shown>>

export type Answer = Record<Question, number | null> & { capacity: Capacity | null }

/**
 * What may be shown now, of all answers and what was shown before. A mean is shown of at least five answers; and
 * since whoever saw it before and after could work out what came between, it changes only when at least five came
 * between. The same holds for each sector, and for those that are left when the shown ones are taken away.
 */
export function figuresToShow(before: Figures, answers: readonly Answer[]): Figures {
  const shown: Figures = {}
  for (const question of questions) {
    const figure = nextShown(before[question], question, answers)
    if (figure) shown[question] = figure
  }
  return shown
}

function nextShown(
  before: Shown | undefined,
  question: Question,
  answers: readonly Answer[],
): Shown | undefined {
  const all = figureOf(question, answers)
  if (!mayFollow(before?.all, all)) return before
  const parts = partsOf(question, answers)
  if (before && !partsMayFollow(before, parts)) return { ...before, all }
  return { all, ...parts }
}

/** Whether a figure may be shown after another: it stands on five answers, and five or none have come in between. */
function mayFollow(before: Figure | undefined, { answers }: Figure): boolean {
  const more = answers - (before?.answers ?? 0)
  return answers >= answersMin && (more === 0 || more >= answersMin)
}

type Parts = Pick<Shown, 'sectors' | 'rest'>

/** The sectors that can be shown; the smallest join the rest until it is empty, or large enough itself. */
function partsOf(question: Question, answers: readonly Answer[]): Parts {
  const sectors = new Map<Capacity, Figure>()
  for (const capacity of new Set(answers.map((one) => one.capacity)))
    if (capacity)
      sectors.set(
        capacity,
        figureOf(
          question,
          answers.filter((one) => one.capacity === capacity),
        ),
      )
  const largest = [...sectors].toSorted(([, one], [, other]) => other.answers - one.answers)
  let rest = figureOf(
    question,
    answers.filter((one) => one.capacity === null),
  )
  while (largest.length > 0) {
    const [, smallest] = largest.at(-1) ?? ['', nothing]
    if (smallest.answers >= answersMin && (rest.answers === 0 || rest.answers >= answersMin)) break
    rest = plusFigure(rest, smallest)
    largest.pop()
  }
  return { sectors: Object.fromEntries(largest), rest }
}

/** Whether the parts of a figure may be shown after others: nobody disappears, and none grows by one to four. */
function partsMayFollow(before: Parts, after: Parts): boolean {
  const old = Object.entries(before.sectors) as [Capacity, Figure][]
  if (!old.every(([capacity]) => after.sectors[capacity])) return false
  // A sector that is shown for the first time came out of the rest.
  const fresh = (Object.entries(after.sectors) as [Capacity, Figure][])
    .filter(([capacity]) => !before.sectors[capacity])
    .reduce((sum, [, figure]) => plusFigure(sum, figure), after.rest)
  return (
    isStep(before.rest, fresh) &&
    old.every(([capacity, figure]) => isStep(figure, after.sectors[capacity] ?? nothing))
  )
}

const isStep = (before: Figure, after: Figure): boolean =>
  after.answers === before.answers || after.answers - before.answers >= answersMin

const nothing: Figure = { answers: 0, sum: 0 }

const plusFigure = (one: Figure, other: Figure): Figure => ({
  answers: one.answers + other.answers,
  sum: one.sum + other.sum,
})

const figureOf = (question: Question, answers: readonly Answer[]): Figure =>
  answers
    .map((answer) => answer[question])
    .filter((value) => value !== null)
    .reduce((sum, value) => plusFigure(sum, { answers: 1, sum: value }), nothing)

export const meanOf = ({ answers, sum }: Figure): number => sum / answers

/** Whether what is shown is counted again: for the first five, and for every five or more after that. */
export const isTimeToShow = (shownAnswers: number, answers: number): boolean =>
  answers - shownAnswers >= answersMin
