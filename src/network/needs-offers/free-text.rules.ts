import type { Texts } from '#platform/language.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { mistakeInDays } from './entry.rules.ts'

// As people write them, also with "at" for the sign; and web addresses, which lead to the same.
const email = /[^\s@]+\s?(?:@|\((?:at|a)\)|\[(?:at|a)\])\s?[^\s@]+\.[a-z]{2,}/iu
const webAddress = /(?:https?:\/\/|www\.)\S+/iu
// Eight digits or more, as they are written in telephone numbers. A sum or two years have fewer together.
const telephone = /(?<![\d-])(?:\+|00)?\d(?:[ \-/()]{0,2}\d){7,14}(?!\d)/gu
// A span of days or years has as many digits, and is no telephone number.
const span = /^(?:19|20)\d\d[ -–/]+(?:19|20)?\d\d$|^\d{4}-\d\d-\d\d(?:[ /–-]+\d{4}-\d\d-\d\d)?$/u
// Sums are written in groups of three.
const sum = /^\d{1,3}(?: \d{3})+$/u

export type TextMistake = 'personal-number' | 'contact-data'

/**
 * What must not stand in words that everybody reads: a person's number, or a way past the yes of both sides. Contacts
 * are given when both said yes.
 */
export function mistakeInText(...texts: (string | null | undefined)[]): TextMistake | null {
  const all = texts.filter(Boolean).join('\n')
  if (withoutPersonalNumbers(all).found > 0) return 'personal-number'
  const hasNumber = (all.match(telephone) ?? []).some(
    (one) => !span.test(one.trim()) && !sum.test(one.trim()),
  )
  return email.test(all) || webAddress.test(all) || hasNumber ? 'contact-data' : null
}

interface Written {
  words: Texts
  about: Texts
  place: string | null
  ask_for: string | null
  from: string
  until: string
}

/** All that is wrong with what was typed, by field, beyond its shape. Whom to ask for may hold a telephone number. */
export function mistakesIn(written: Written, today: string): Record<string, string> {
  const { words, about, place, ask_for, from, until } = written
  const mistakes: Record<string, string> = {}
  for (const [field, texts] of Object.entries({ words, about }))
    for (const [language, text] of Object.entries(texts)) {
      const mistake = mistakeInText(text)
      if (mistake) mistakes[`${field}.${language}`] = `needs-offers.mistake.${mistake}`
    }
  const inPlace = mistakeInText(place)
  if (inPlace) mistakes['place'] = `needs-offers.mistake.${inPlace}`
  if (mistakeInText(ask_for) === 'personal-number')
    mistakes['ask_for'] = 'needs-offers.mistake.personal-number'
  const days = mistakeInDays(from, until, today)
  if (days) mistakes['until'] = `needs-offers.mistake.${days}`
  return mistakes
}
