import type { Child } from 'hono/jsx'
import { languages, type Texts } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'

interface Props {
  /** What to say, given the words of a language; nothing for a language it is not there in. */
  say: (t: Words) => Child
}

/** The same in all three languages at once: the first large, the others below. */
export const Three = ({ say }: Props) => (
  <span class="three">
    {languages.map((language) => {
      const said = say(wordsFor(language))
      return said ? <span lang={language}>{said}</span> : null
    })}
  </span>
)

/** What an editor wrote, in each language there is. */
export const ThreeTexts = ({ of }: { of: Texts }) => <Three say={(t) => of[t.language]} />

/** The most characters of each length but the last. */
const lengths = [40, 70, 110, 160, 230]

/** How long a text is, from 1 to 6: a wall has to show all of it, so a long one is smaller. */
export function lengthOf(texts: Texts): number {
  const longest = Math.max(0, ...Object.values(texts).map((text) => text.length))
  return 1 + lengths.filter((most) => longest > most).length
}
