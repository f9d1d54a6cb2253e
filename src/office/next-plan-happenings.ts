import { focusHappenings } from './focus-happenings.ts'

/** What happens to plans, and while the next one is made. */
export const nextPlanHappenings = [
  'next-plan-begun',
  'carry-answered',
  'carry-ended',
  'carry-asked',
  'source-decided',
  'draft-changed',
  'round-opened',
  'round-lengthened',
  'plan-comment-came',
  'plan-comment-taken-back',
  'plan-comment-shown',
  'plan-comment-held-back',
  'plan-comments-answered',
  'commenters-forgotten',
  ...focusHappenings,
  'next-plan-proposed',
  'next-plan-told',
] as const
