import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { capitalized } from '#platform/language-words.ts'
import type { TermRow } from '../tables.ts'

interface Named {
  party_name: Texts
  category: Texts
  position: number
}

/** What a seat is called: what it stands for, or its party and number. */
export function seatName({ t, language }: Pick<Visit, 't' | 'language'>, seat: Named): string {
  const party = capitalized(inLanguage(seat.party_name, language))
  const category = inLanguage(seat.category, language)
  return category
    ? t('steering-group.seat-of', { party, category })
    : t('steering-group.seat-number', { party, number: seat.position })
}

/** On the desk of those who write the minutes: who was there has a name, shown to everybody or not. */
export const nameInOffice = (
  visit: Pick<Visit, 't'>,
  term: Pick<TermRow, 'person_name' | 'consented_at' | 'kind'>,
): string => term.person_name ?? nameOf(visit, { ...term, political_party: null })

type Who = Pick<TermRow, 'person_name' | 'consented_at' | 'political_party' | 'kind'>

/** The name of who sits there, if they agree to it; otherwise what everybody may know. */
export function nameOf({ t }: Pick<Visit, 't'>, term: Who): string {
  const name = term.consented_at === null ? null : term.person_name
  const who = name ?? t(`steering-group.unnamed.${term.kind}`)
  return term.political_party ? `${who} (${term.political_party})` : who
}
