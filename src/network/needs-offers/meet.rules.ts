import { languages, type Texts } from '#platform/language.ts'
import { areAlike, tellingWords } from '#platform/telling-words.rules.ts'
import { daysBetween } from '#platform/time.ts'
import type { Kind } from './entry.rules.ts'

/** What the rule looks at: nothing about who they are. */
export interface Side {
  organisation: string
  kind: Kind
  words: Texts
  about: Texts
  place: string | null
  theme: string | null
  from: string
  until: string
}

/** Why a need and an offer are suggested to each other; the page says each in a sentence. */
export type Reason =
  | { reason: 'kind'; points: number; kind: Kind }
  | { reason: 'days'; points: number; from: string; until: string }
  | { reason: 'place'; points: number; place: string }
  | { reason: 'whole-city'; points: number }
  | { reason: 'theme'; points: number; theme: string }
  | { reason: 'words'; points: number; words: string[] }

/** What each likeness counts; together a hundred. The page that explains the rule reads them from here. */
export const pointsFor = {
  kind: 30,
  days: 10,
  daysLong: 10,
  place: 20,
  wholeCity: 10,
  theme: 15,
  wordEach: 5,
  wordsMax: 15,
} as const

/** Kind and days are always needed. What is suggested has something more in common: at least this. */
export const pointsMin = 65
/** So many days both can is long enough to plan something. */
const daysLong = 28
/** So many open suggestions each has at most, the best first: more would be read by nobody. */
export const suggestionsMax = 5

export interface Meeting {
  points: number
  reasons: Reason[]
}

/** Whether a need and an offer may fit, and why; null when they do not. */
export function meeting(need: Side, offer: Side): Meeting | null {
  if (need.organisation === offer.organisation || need.kind !== offer.kind) return null
  const days = daysOf(need, offer)
  if (!days) return null
  const more = [placeOf(need, offer), themeOf(need, offer), wordsOf(need, offer)].flatMap((one) => one ?? [])
  const reasons: Reason[] = [{ reason: 'kind', points: pointsFor.kind, kind: need.kind }, days, ...more]
  const points = reasons.reduce((sum, one) => sum + one.points, 0)
  return points >= pointsMin ? { points, reasons } : null
}

function daysOf(need: Side, offer: Side): Reason | null {
  const from = need.from > offer.from ? need.from : offer.from
  const until = need.until < offer.until ? need.until : offer.until
  if (from > until) return null
  const long = daysBetween(from, until) + 1 >= daysLong ? pointsFor.daysLong : 0
  return { reason: 'days', points: pointsFor.days + long, from, until }
}

function placeOf(need: Side, offer: Side): Reason | null {
  if (need.place === null || offer.place === null)
    return { reason: 'whole-city', points: pointsFor.wholeCity }
  const isSame = plain(need.place) === plain(offer.place)
  return isSame ? { reason: 'place', points: pointsFor.place, place: need.place } : null
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim()

const themeOf = (need: Side, offer: Side): Reason | null =>
  need.theme !== null && need.theme === offer.theme
    ? { reason: 'theme', points: pointsFor.theme, theme: need.theme }
    : null

function wordsOf(need: Side, offer: Side): Reason | null {
  const words = languages.flatMap((language) => {
    const [mine, theirs] = [tellingIn(need, language), tellingIn(offer, language)]
    return mine.filter((word) => theirs.some((other) => areAlike(word, other)))
  })
  if (words.length === 0) return null
  return {
    reason: 'words',
    points: Math.min(pointsFor.wordsMax, words.length * pointsFor.wordEach),
    words: words.slice(0, 5),
  }
}

const tellingIn = ({ words, about }: Side, language: keyof Texts): string[] =>
  tellingWords(`${words[language] ?? ''} ${about[language] ?? ''}`)
