/** Answers that are often given, ready in three languages, to begin from. */
export const preparedAnswers = [
  'we-look-into-it',
  'becomes-lunch',
  'becomes-event',
  'exists-already',
  'not-ours-to-decide',
  'not-now',
  'done',
] as const
export type Prepared = (typeof preparedAnswers)[number]

export const isPrepared = (text: string | undefined): text is Prepared =>
  preparedAnswers.some((one) => one === text)

/** What an answer that begins from these words usually says. */
export const stateOfPrepared = {
  'we-look-into-it': 'considered',
  'becomes-lunch': 'becomes',
  'becomes-event': 'becomes',
  'exists-already': 'done',
  'not-ours-to-decide': 'declined',
  'not-now': 'declined',
  done: 'done',
} as const
