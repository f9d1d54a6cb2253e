import type { Visit } from '#platform/http.ts'
import { languageNames, languages, type Language, type Texts } from '#platform/language.ts'
import { Folded } from '#platform/ui/form.tsx'
import { BlockDifference, type HeadingLevel } from './block-difference.page.tsx'
import { Pieces } from './pieces.page.tsx'
import { type Piece, wordDifference } from './word-difference.ts'

interface Props {
  visit: Visit
  label: string
  before: Texts
  after: Texts
  /** Set where the text is an editor's Markdown: the level of its headings. */
  headings?: HeadingLevel
}

/** A text before and after, word by word, in each language in which it changes; the reader's own first. */
export function TextDifference({ visit, label, before, after, headings }: Props) {
  const { t, language } = visit
  const changed = languages.filter((one) => (before[one] ?? '') !== (after[one] ?? ''))
  if (changed.length === 0) return null
  const shown: readonly Language[] = changed.includes(language) ? [language] : changed
  const others = changed.filter((one) => !shown.includes(one))
  const lines = (some: readonly Language[], isNamed: boolean) =>
    some.map((one) => {
      const wordings = { before: before[one] ?? '', after: after[one] ?? '' }
      const name = isNamed && <strong>{languageNames[one]}: </strong>
      if (headings) {
        return (
          <>
            {name && <p>{name}</p>}
            <BlockDifference visit={visit} {...wordings} written={one} level={headings} />
          </>
        )
      }
      return (
        <p class="difference" lang={one === language ? undefined : one}>
          {name}
          <Pieces t={t} pieces={wordDifference(wordings.before, wordings.after, one)} />
        </p>
      )
    })
  return (
    <div class="stack-tight">
      <p>
        <strong>{label}</strong>
      </p>
      {lines(shown, shown.length > 1 || shown[0] !== language)}
      {others.length > 0 && (
        <Folded summary={t('revisions.difference.other-languages', { count: others.length })}>
          {lines(others, true)}
        </Folded>
      )}
    </div>
  )
}

/** A fact that is a line by itself (a date, a list of names), before and after. */
export function LineDifference({
  visit,
  label,
  before,
  after,
}: Pick<Props, 'visit' | 'label'> & { before: string; after: string }) {
  if (before === after) return null
  const pieces: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ]
  return (
    <div class="stack-tight">
      <p>
        <strong>{label}</strong>
      </p>
      <p class="difference">
        <Pieces t={visit.t} pieces={pieces.filter((piece) => piece.text)} />
      </p>
    </div>
  )
}
