import { monthAndYear } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { DeskItem } from '../desk-item.ts'

interface Letter {
  person: { id: string; name: string; email: string; language: Language }
  party: Texts
  own: readonly DeskItem[]
  together: readonly DeskItem[]
  now: Instant
  link: string
}

/** So many lines are read; the rest is on the page. */
const linesMax = 20

/** What a coordinator's party owes this month, in the coordinator's language. */
export function dutiesMail({ person, party, own, together, now, link }: Letter): Mail {
  const t = wordsFor(person.language)
  const values = { month: monthAndYear(person.language, now), party: inLanguage(party, person.language) }
  const lines = [...own, ...together].slice(0, linesMax)
  const left = own.length + together.length - lines.length
  const facts = lines.map((one): Fact => [t(`office.urgency.${one.urgency}`), one.text])
  return {
    to: person.email,
    language: person.language,
    subject: t('duties.mail.subject', values),
    body: {
      greeting: t('duties.mail.greeting', { name: person.name }),
      paragraphs: [t('duties.mail.says', { ...values, own: own.length, together: together.length })],
      facts,
      action: { label: t('duties.mail.action'), url: link },
      ...(left > 0 && { more: [t('duties.mail.more', { left })] }),
      why: t('duties.mail.why', values),
    },
    key: `duties ${localDate(now).slice(0, 7)} ${person.id}`,
  }
}
