import type { Side } from '../opinion-map/representative.rules.ts'
import type { Verdict } from '../opinion-map/verdict.rules.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Shares } from './shares-to-tell.rules.ts'

/** A statement, and the side that most take. */
export interface Sided {
  statement: number
  side: Side
}

/** A statement that some agree to and others don't; by their names. */
export interface Divided {
  statement: number
  most: string
  least: string
}

/** A statement as it was written, and how it was voted on; null where too few voted for it to be told. */
export interface ShownStatement {
  number: number
  language: Language
  words: string
  translations: Texts
  votes: number
  all: Shares
  /** In the order of the groups, and of the sectors, that are shown. */
  groups: (Shares | null)[]
  sectors: (Shares | null)[]
}

export interface ShownGroup {
  name: string
  /** Null for fewer than may be told. */
  people: number | null
  standsFor: Sided[]
}

/** Some people at one place of the picture, in the group of this place in the list; -1 where there are no groups. */
export type Dot = [x: number, y: number, group: number, people: number]

/**
 * The map as everybody may see it: it names nobody, and holds no number and no place that would point at anybody. This is also
 * what is handed out as JSON.
 */
export interface ShownMap {
  format: 1
  verdict: Verdict['kind']
  why: 'people' | 'statements' | 'differences' | null
  /** Null for fewer than may be told. */
  people: number | null
  statementsVoted: number
  votes: number
  placed: number | null
  groups: ShownGroup[]
  /** How many stand too far from everybody; null for a few. */
  apart: number | null
  dots: Dot[] | null
  sectors: string[]
  agreed: Sided[]
  bridgesGroups: Sided[]
  bridgesSectors: Sided[]
  dividesGroups: Divided[]
  dividesSectors: Divided[]
  /** Where there are no groups: what about as many agree to as disagree with. */
  splits: number[]
  statements: ShownStatement[]
}
