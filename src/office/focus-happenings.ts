/** What happens while a year's focus areas are found. */
export const focusHappenings = [
  'focus-call-saved',
  'focus-area-proposed',
  'focus-area-shown',
  'focus-area-turned-down',
  'focus-area-put-in',
  'focus-area-linked',
  'focus-area-not-chosen',
  'thread-told',
] as const
