import { raw } from 'hono/html'
import { chosenText, type Texts } from '../language.ts'
import { markdown } from '../markdown.ts'
import type { Words } from '../words.ts'

interface Props {
  of: Texts
  t: Words
}

/** A short text in the visitor's language, or in another and marked as such, so that it is read aloud rightly. */
export function Text({ of, t }: Props) {
  const chosen = chosenText(of, t.language)
  return chosen.isFallback ? <span lang={chosen.language}>{chosen.text}</span> : <>{chosen.text}</>
}

/** An editor's longer text. When it is missing in the visitor's language, a sentence says so. */
export function LongText({ of, t }: Props) {
  const chosen = chosenText(of, t.language)
  if (!chosen.text) return null
  return (
    <>
      {chosen.isFallback && <p class="language-note">{t(`platform.ui.only-in-${chosen.language}`)}</p>}
      <div class="prose" lang={chosen.isFallback ? chosen.language : undefined}>
        {raw(markdown(chosen.text))}
      </div>
    </>
  )
}
