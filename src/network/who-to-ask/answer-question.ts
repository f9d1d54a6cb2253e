import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import type { Sector } from '../directory.rules.ts'
import type { Theme } from '../partnerships/beside.ts'
import type { Reads } from '../tables.ts'
import { entriesFitting } from './entries-found.sql.ts'
import { membersOf, organisationsNamedBy, partnershipsFitting, type Together } from './found.sql.ts'
import { pointsOf, type Question, type Reason, reasonsToSay } from './who-to-ask.rules.ts'
import { wordsOf } from './words-of.ts'

export interface Answer {
  slug: string
  name: Texts
  /** Null for a partnership. */
  sector: Sector | null
  reasons: readonly Reason[]
}

export interface Answers {
  organisations: readonly Answer[]
  partnerships: readonly Answer[]
}

const shownMax = 20

interface Asking {
  question: Question
  language: Language
  themes: readonly Theme[]
  today: string
}

export const asksNothing = ({ words, theme, area, sector }: Question): boolean =>
  wordsOf(words).length === 0 && theme === null && area === null && sector === null

/** Whom to ask, and for each why. */
export async function answerQuestion(db: Reads, asking: Asking): Promise<Answers> {
  const { question, language, today } = asking
  if (asksNothing(question)) return { organisations: [], partnerships: [] }
  const together = await partnershipsFitting(db, question)
  const named = await organisationsNamedBy(db, question)
  const members = await membersOf(
    db,
    together.map(({ id }) => id),
    question,
  )
  const found = new Map<string, Answer & { reasons: Reason[] }>()
  const take = (row: Omit<Answer, 'reasons'> & { id: string }, reasons: readonly Reason[]): void => {
    const known = found.get(row.id) ?? { slug: row.slug, name: row.name, sector: row.sector, reasons: [] }
    known.reasons.push(...reasons)
    found.set(row.id, known)
  }
  for (const row of named) take(row, reasonsOfWords(row, question, language))
  for (const row of members) {
    const one = together.find(({ id }) => id === row.partnership_id)
    if (one) take(row, [{ kind: 'together', what: inLanguage(one.name, language) }])
  }
  for (const row of await entriesFitting(db, question, today))
    take(row, [{ kind: row.side, what: inLanguage(row.words, language) }])
  return {
    organisations: ranked([...found.values()]),
    partnerships: ranked(
      together.map((one) => ({
        slug: one.slug,
        name: one.name,
        sector: null,
        reasons: reasonsOf(one, asking),
      })),
    ),
  }
}

const ranked = (answers: readonly Answer[]): Answer[] =>
  answers
    .toSorted(
      (one, other) => pointsOf(other.reasons) - pointsOf(one.reasons) || (one.slug < other.slug ? -1 : 1),
    )
    .slice(0, shownMax)
    .map((one) => ({ ...one, reasons: reasonsToSay(one.reasons) }))

interface Described {
  search_text: string
  about: Texts
  place: string | null
}

/** In which of its own words the question was found. */
function reasonsOfWords(
  { search_text, about, place }: Described,
  { words }: Question,
  language: Language,
): Reason[] {
  const text = searchText(Object.values(about).join(' '))
  return wordsOf(words).flatMap((word): Reason[] => {
    if (search_text.includes(word)) return [{ kind: 'name', what: word }]
    if (place !== null && searchText(place).includes(word)) return [{ kind: 'area', what: place }]
    return text.includes(word) ? [{ kind: 'about', what: sentenceWith(about, word, language) }] : []
  })
}

const sentenceMax = 120

/** The sentence that holds the word, in the reader's language where it is there. */
function sentenceWith(about: Texts, word: string, language: Language): string {
  const texts = [inLanguage(about, language), ...Object.values(about)]
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/))
  const sentence = sentences.find((one) => searchText(one).includes(word)) ?? word
  return sentence.length > sentenceMax ? `${sentence.slice(0, sentenceMax)}…` : sentence
}

function reasonsOf(one: Together, { question, language, themes }: Asking): Reason[] {
  const { theme, area, words } = question
  const chosen = themes.find(({ id }) => id === theme && one.themes.includes(id))
  const name = searchText(Object.values(one.name).join(' '))
  return [
    ...(chosen ? [{ kind: 'theme' as const, what: inLanguage(chosen.name, language) }] : []),
    ...(area !== null && one.areas.length > 0
      ? [{ kind: 'area' as const, what: one.areas.includes(area) ? area : 'whole-city' }]
      : []),
    ...wordsOf(words)
      .filter((word) => one.search_text.includes(word))
      .map((word): Reason =>
        name.includes(word)
          ? { kind: 'name', what: word }
          : { kind: 'about', what: inLanguage(one.lead, language) },
      ),
  ]
}
