/** What can be made of an idea. */
export const ledToKinds = [
  'lunch-need',
  'theme-proposal',
  'event',
  'partnership',
  'forum-theme',
  'commitment',
] as const
export type LedToKind = (typeof ledToKinds)[number]
