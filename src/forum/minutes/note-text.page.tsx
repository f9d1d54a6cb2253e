import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { LongText } from '#platform/ui/text.tsx'
import type { Addition } from './minutes.sql.ts'

interface Props {
  visit: Visit
  note: {
    said: Texts
    agreed: Texts
    approved_at?: Instant | null
    not_sent_because?: string | null
    erased_at?: Instant | null
  }
  additions: readonly Addition[]
  level: 2 | 3
}

/** What was said and agreed, when it was approved, and what was added since. */
export function NoteText({ visit, note, additions, level }: Props) {
  const { t, language } = visit
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h2' | 'h3'
  const isSaid = (texts: Texts): boolean => Object.keys(texts).length > 0
  return (
    <>
      {isSaid(note.said) && (
        <section class="stack" id="said" aria-labelledby="said-title">
          <Heading id="said-title">{t('forum.note.said')}</Heading>
          <LongText of={note.said} t={t} />
        </section>
      )}
      {isSaid(note.agreed) && (
        <section class="stack" id="agreed" aria-labelledby="agreed-title">
          <Heading id="agreed-title">{t('forum.note.agreed')}</Heading>
          <LongText of={note.agreed} t={t} />
        </section>
      )}
      {additions.map(({ id, at, words }) => (
        <section class="stack" aria-labelledby={`added-${id}`}>
          <Heading id={`added-${id}`}>{t('minutes.added', { date: shortDate(language, at) })}</Heading>
          <LongText of={words} t={t} />
        </section>
      ))}
      {note.erased_at && (
        <p class="small">{t('minutes.erased', { date: shortDate(language, note.erased_at) })}</p>
      )}
      {note.approved_at && note.not_sent_because !== 'written-before' && (
        <p class="small quiet">{t('minutes.approved-on', { date: shortDate(language, note.approved_at) })}</p>
      )}
    </>
  )
}
