import type { Language, Texts } from '#platform/language.ts'
import type { OrganisationKind, Sector } from '../directory.rules.ts'
import type { DoubleReason } from '../organisations/doubles.rules.ts'
import type { PostKind } from '../organisations/posts.rules.ts'
import type { Area, SpokenLanguage } from '../organisations/profile.rules.ts'

/** What is going to happen with a line. */
export const outcomes = ['unreadable', 'alike', 'new', 'change', 'double', 'same'] as const
export type Outcome = (typeof outcomes)[number]

/** What an organisation's row keeps and a file may say. */
export interface OrganisationFields {
  name: Texts
  sector: Sector
  kind: OrganisationKind
  number: string | null
  about: Texts
  for_whom: Texts
  areas: readonly Area[]
  languages: readonly SpokenLanguage[]
  place: string | null
  website: string | null
  contact_email: string | null
  contact_is_shown: number
}

export const organisationFields = [
  ...(['name', 'sector', 'kind', 'number', 'about', 'for_whom', 'areas', 'languages'] as const),
  ...(['place', 'website', 'contact_email', 'contact_is_shown'] as const),
]

/** What a line says; an empty cell says nothing. */
export type ListedOrganisation = Partial<OrganisationFields> & { slug?: string }

export interface ListedContact {
  name: string
  email: string
  language: Language
  kind: PostKind
  title: string | null
  until_day: string | null
  /** The organisation as it is written. */
  organisation: string
}

export interface Listed {
  organisation?: ListedOrganisation
  contact?: Partial<ListedContact> & { number?: string }
  /** What was wrong already when it was read. */
  problems?: readonly LineProblem[]
}

/** Why a line cannot be read: in which column, and what stands there. */
export interface LineProblem {
  column: string
  /** A key of the words. */
  problem: string
  found?: string
}

export interface Change {
  field: keyof OrganisationFields
  from: unknown
  to: unknown
}

/** What a row keeps besides what a file may say, and what changes with that. */
export interface Kept {
  changed_at: string
  search_text: string
  sort_sv: string
  sort_en: string
  sort_es: string
}

export interface Detail {
  problems?: readonly LineProblem[]
  changes?: readonly Change[]
  /** What else stands in its row, so that it can be put back. */
  was?: Kept
  /** Why it may be the one that it looks like. */
  reason?: DoubleReason
  /** The line that says the same. */
  doubleOf?: number
}

export interface Judgement {
  outcome: Outcome
  organisation_id: string | null
  detail: Detail
}

export interface ReadLine {
  line: number
  cells: Listed
  problems: readonly LineProblem[]
}
