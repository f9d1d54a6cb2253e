import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { UrlOf } from '../minutes/note.mail.ts'

export interface ChangedSeat {
  round: number
  /** The tables by their numbers, as the reader knew it and as it is; null for none. */
  from: number | null
  to: number | null
  /** Whose seat it is, where the reader brought them; empty for the reader's own. */
  who: string
}

/** "From table 3 to table 5". */
export function changeInWords(t: Words, { from, to }: Pick<ChangedSeat, 'from' | 'to'>): string {
  if (to === null) return from === null ? t('your-tables.none') : t('reseating.mail.lost', { from })
  return from === null ? t('your-tables.table', { number: to }) : t('reseating.mail.moved', { from, to })
}

interface Changed {
  event: { title: Texts }
  reader: { id: string; name: string; email: string; language: Language }
  changes: readonly ChangedSeat[]
  token: string
  url: UrlOf
}

/** Somebody sits elsewhere than they were told: read on a phone, a minute before the round begins. */
export function changedTablesMail({ event, reader, changes, token, url }: Changed): Mail {
  const { id, name, email, language } = reader
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const facts = changes
    .toSorted((one, other) => one.round - other.round)
    .map(({ round, who, ...seat }): Fact => {
      const label = t('your-tables.round', { number: round })
      return [who ? `${label}, ${who}` : label, changeInWords(t, seat)]
    })
  return {
    to: email,
    language,
    subject: t('reseating.mail.subject', { title }),
    body: {
      greeting: t('reseating.mail.greeting', { name }),
      paragraphs: [t('reseating.mail.lead', { title })],
      facts,
      action: { label: t('your-tables.link'), url: url(language, `/sign-ups/${token}/tables`) },
      why: t('reseating.mail.why', { title }),
    },
    about: id,
  }
}
