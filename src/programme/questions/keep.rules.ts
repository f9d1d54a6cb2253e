import type { QuestionKind } from './tables.ts'

/**
 * A sign-up keeps its names this many days after the event: the follow-up question is sent after three months, and
 * half a year is enough to settle whatever is left. Then the row stays as a number.
 */
export const signUpsKeptDays = 183

/** What somebody needs is wiped so many days after the event: time to settle with the caterer, and no more. */
export const needsKeptDays = 14

/** Whoever proposed what to talk about is forgotten this many days after the event; the words stay. */
export const authorsKeptDays = 14

/** Where to mail whoever spoke is forgotten this many days after the event: time to thank them and to be paid. */
export const speakersKeptDays = 30

/** The days to choose from for a question's answers, counted from the event. */
export const keepChoices = [7, 14, 30, 90, signUpsKeptDays] as const

/** Words may say anything about anybody, so they go first; what is only counted may wait for the follow-up. */
export const usualKeepDays: Readonly<Record<QuestionKind, number>> = {
  text: 30,
  choice: 90,
  choices: 90,
  'yes-no': 90,
  number: 90,
}

/** What stands for a name that is forgotten; the database knows the same sign. */
export const noName = '–'
