import type { Child } from 'hono/jsx'
import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, type Language, languages, type Texts } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'

export interface EventOnPaper {
  title: Texts
  starts_at: string
  ends_at: string
}

/** What hangs on a wall is read by everybody: the same in each language, said once where it is the same. */
export const InThree = ({ say }: { say: (t: Words, language: Language) => string }) => (
  <>
    {[...Map.groupBy(languages, (language) => say(wordsFor(language), language))].map(
      ([text, [first]], index): Child => (
        <>
          {index > 0 && ' / '}
          <span lang={first}>{text}</span>
        </>
      ),
    )}
  </>
)

/** Of which event a list is, and when: on the paper itself, which outlives the day. */
export const PaperHead = ({ event }: { event: EventOnPaper }) => (
  <header class="paper-head">
    <h2>
      <InThree say={(_, language) => inLanguage(event.title, language)} />
    </h2>
    {languages.map((language) => (
      <p lang={language}>{dateAndTime(language, event.starts_at, event.ends_at)}</p>
    ))}
  </header>
)
