import { inLanguage, type Language, type Texts } from '#platform/language.ts'

/** The sectors whose cooperation the agreement is about, in the order they are shown. */
export const sectors = ['civil-society', 'city', 'academia', 'business', 'region'] as const
export type Sector = (typeof sectors)[number]

export const organisationKinds = [
  'association',
  'umbrella',
  'network',
  'foundation',
  'faith-community',
  'study-association',
  'department',
  'committee',
  'company',
  'university',
  'public-body',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export { type PartnershipKind, partnershipKinds } from './partnerships/partnership.rules.ts'

export type Refusal = 'changed-meanwhile' | 'name-taken'

interface Change {
  /** When the entry last changed, as the person who edits it saw it. */
  seen: string
  changedAt: string
}

/** Two people may edit at once: whoever saves second looks at what the first one wrote. */
export const refusalToChange = ({ seen, changedAt }: Change): 'changed-meanwhile' | null =>
  seen === changedAt ? null : 'changed-meanwhile'

/** By sector, then by name as the reader's language sorts its letters: Å stands after Z in Swedish. */
export function inOrder<T extends { sector: Sector; name: Texts }>(
  list: readonly T[],
  language: Language,
): T[] {
  const { compare } = new Intl.Collator(language)
  const named = list.map((one) => ({
    one,
    place: sectors.indexOf(one.sector),
    name: inLanguage(one.name, language),
  }))
  named.sort((a, b) => a.place - b.place || compare(a.name, b.name))
  return named.map(({ one }) => one)
}

// A screen or two; and a page stays quick however long the directory grows.
const pageLength = 100

export interface PageOf<T> {
  rows: readonly T[]
  page: number
  pages: number
  count: number
}

/** One page of a list; the first one when the number that was asked for is none. */
export function pageOf<T>(list: readonly T[], asked: string | undefined): PageOf<T> {
  const pages = Math.max(1, Math.ceil(list.length / pageLength))
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = wanted >= 1 && wanted <= pages ? wanted : 1
  const rows = list.slice((page - 1) * pageLength, page * pageLength)
  return { rows, page, pages, count: list.length }
}
