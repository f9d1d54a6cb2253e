import { languages } from '#platform/language.ts'
import { type MaterialKind, materialKinds, materialLanguages } from '../materials/material.rules.ts'

/** What somebody looks for in the library, as it stands in an address. */
export interface Wanted {
  words: string
  theme: string | null
  series: string | null
  year: number | null
  language: string | null
  kind: MaterialKind | null
}

export const nothingWanted: Wanted = {
  words: '',
  theme: null,
  series: null,
  year: null,
  language: null,
  kind: null,
}

const wordsMax = 100

/** Reads an address; what somebody has changed in it to something that we do not know is left out. */
export function readWanted(query: Readonly<Record<string, string | undefined>>): Wanted {
  const { q = '', theme, series, year, language, kind } = query
  const key = (text: string | undefined): string | null =>
    text && /^[a-z0-9-]{1,80}$/.test(text) ? text : null
  return {
    words: q.trim().slice(0, wordsMax),
    theme: key(theme),
    series: key(series),
    year: year && /^2\d{3}$/.test(year) ? Number(year) : null,
    language: materialLanguages.find((one) => one === language) ?? null,
    kind: materialKinds.find((one) => one === kind) ?? null,
  }
}

/** The same as it stands in an address. */
export function asQuery(wanted: Wanted, after?: string | null): string {
  const { words, theme, series, year, language, kind } = wanted
  const all = { q: words, theme, series, year: year && String(year), language, kind, after }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value)
  return query.size > 0 ? `?${query.toString()}` : ''
}

export const isEverything = (wanted: Wanted): boolean => asQuery(wanted) === ''

/** The years to choose from, the latest first. */
export function yearsBetween(first: number | null, last: number | null): number[] {
  if (first === null || last === null) return []
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

interface Asked {
  method: string
  userAgent: string | undefined
  /** What a browser says of its own accord when nobody has pressed anything yet. */
  purpose: string | undefined
  /** The part of a file that is asked for; a film is asked for in many. */
  range: string | undefined
}

// What says of itself that it is no reader: searchers, previews of links, programs that fetch.
const machines = /bot|crawl|spider|slurp|preview|scan|monitor|fetch|curl|wget|python|java\/|go-http|headless/i

/** An opening is a person who opens it: no machine, no look ahead, and not each part of a file anew. */
export function countsAsOpening({ method, userAgent, purpose, range }: Asked): boolean {
  if (method !== 'GET' || purpose) return false
  if (!userAgent || machines.test(userAgent)) return false
  return range === undefined || range.startsWith('bytes=0-')
}

/** The days of a year, from the first to the first of the next. */
export const boundsOf = (year: number): [string, string] => [`${year}-01-01`, `${year + 1}-01-01`]

/** The different words of a text as it is searched by; longer ones are cut, and found by their beginning. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => word.slice(0, wordsMax)),
  ),
]

/** What a language is found by beside the words; no word begins so. */
export const languageMark = (language: string): string => `=${language}`

/** Titles in all languages, who made it and what event it is of: by that it is found. */
export const textsToFind = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ')

export const inAllLanguages = (texts: Partial<Record<(typeof languages)[number], string>>): string =>
  languages.flatMap((language) => texts[language] ?? []).join(' ')
