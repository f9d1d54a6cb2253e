/** What can happen, in the words of `record`. One that is not here yet is shown by its own name. */
const known = [
  'agreement-loaded',
  'commitment-made',
  'commitment-updated',
  'coordinator-appointed',
  'event-cancelled',
  'event-drafted',
  'event-edited',
  'event-published',
  'goal-adopted',
  'goal-edited',
  'job-tried-again',
  'let-in-anyway',
  'mail-tried-again',
  'mails-tried-again',
  'moved-up',
  'needs-wiped',
  'note-changed',
  'note-hidden',
  'note-kept',
  'note-published',
  'organiser-added',
  'organiser-removed',
  'person-added',
  'recommendation-answered',
  'recommendation-handed-over',
  'recommendation-removed',
  'recommendation-rewritten',
  'recommendation-written',
  'seat-given-back',
  'series-loaded',
  'sign-up-changed',
  'signed-in',
  'signed-out-everywhere',
  'signed-up',
  'test-mail-asked-for',
] as const

export const knownHappenings: readonly string[] = known

export const isKnownHappening = (what: string): what is (typeof known)[number] =>
  knownHappenings.includes(what)
