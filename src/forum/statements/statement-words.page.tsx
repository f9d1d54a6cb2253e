import type { Visit } from '#platform/http.ts'
import { languageInWords } from '#platform/language-words.ts'
import type { Statement } from './statements.sql.ts'

interface Props {
  visit: Visit
  statement: Pick<Statement, 'words' | 'language' | 'translations'>
}

/** What a statement says to this reader: in their language if an editor has translated it, else as it was written. */
function wordsFor({ visit, statement }: Props) {
  const { language, words, translations } = statement
  if (language === visit.language) return { text: words, lang: undefined, isTranslated: false }
  const translated = translations[visit.language]
  if (translated) return { text: translated, lang: undefined, isTranslated: true }
  return { text: words, lang: language, isTranslated: false }
}

/** The words alone, read aloud in their own language. */
export function StatementWords(props: Props) {
  const { text, lang } = wordsFor(props)
  return <span lang={lang}>{text}</span>
}

/** In which language it was written, where that is not the reader's; a translation has the first words beside it. */
export function WrittenIn(props: Props) {
  const { visit, statement } = props
  const { isTranslated, lang } = wordsFor(props)
  if (!isTranslated && !lang) return null
  const named = { language: languageInWords(visit.language, statement.language) }
  if (!isTranslated) return <p class="small quiet">{visit.t('dialogue.written-in', named)}</p>
  return (
    <details class="small quiet">
      <summary>{visit.t('dialogue.translated-from', named)}</summary>
      <p lang={statement.language}>{statement.words}</p>
    </details>
  )
}
