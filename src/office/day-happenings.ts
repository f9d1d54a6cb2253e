/** What can happen on the day of a forum. */
export const dayHappenings = [
  'commitment-hidden',
  'commitment-shown',
  'day-taken-back',
  'round-changed',
  'round-started',
  'wall-link-ended',
  'wall-link-made',
] as const
