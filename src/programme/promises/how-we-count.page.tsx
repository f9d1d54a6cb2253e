import type { Words } from '#platform/words.ts'

const rules = ['begins', 'seen', 'last-day', 'ends', 'deadline', 'missed', 'more', 'courses'] as const

/** Each rule of the promises in a sentence, for everybody. */
export const HowWeCount = ({ t }: { t: Words }) => (
  <ul>
    {rules.map((rule) => (
      <li>{t(`promises.how.${rule}`)}</li>
    ))}
  </ul>
)
