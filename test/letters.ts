import type { Instant } from '#platform/time.ts'
import type { Letters } from '#programme/sign-up/letters.ts'

/** What letters need to know, at a moment that the test chooses. */
export const lettersAt = (now: Instant): Letters => ({
  now,
  url: (language, path) => `https://malmoandan.example/${language}${path}`,
  organizer: { name: 'Malmöandan', email: 'hej@example.org' },
})
