import type { AgainstChance } from './chance-groups.ts'
import type { Side } from './representative.rules.ts'
import type { SecondOpinion } from './second-opinion.ts'
import type { Verdict } from './verdict.rules.ts'

export type Point = [x: number, y: number]

/** A statement that stands for a group (README, "representative"). */
export interface RepresentativeStatement {
  statement: string
  side: Side
  count: number
  votes: number
  share: number
  shareTest: number
  ratio: number
  ratioTest: number
  isBestAgreed: boolean
  /** Enough votes to be shown. */
  isShown: boolean
}

export interface ConsensusStatement {
  statement: string
  side: Side
  count: number
  votes: number
  share: number
  shareTest: number
  /** Enough votes in every group and every sector to be shown. */
  isShown: boolean
}

export interface BridgeStatement {
  statement: string
  side: Side
  product: number
  floor: number
  between: number
}

export interface DivideStatement {
  statement: string
  most: { name: string; share: number }
  least: { name: string; share: number }
  between: number
}

export interface MapGroup {
  name: string
  people: string[]
  centre: Point
  representative: RepresentativeStatement[]
}

/** Parts that people fall into: opinion groups, or sectors. */
export interface AcrossParts {
  names: string[]
  agreed: BridgeStatement[]
  rejected: BridgeStatement[]
  dividing: DivideStatement[]
  /** For each statement the product of the shares, agreeing and disagreeing. */
  products: { agree: number[]; disagree: number[] }
}

/** What the map is, in plain values: also what is kept, and handed in as the map of before. */
export interface OpinionMap {
  format: 1
  verdict: Verdict
  test: AgainstChance | null
  counts: { people: number; statements: number; votes: number; placed: number }
  statements: string[]
  leftOut: string[]
  means: number[]
  components: [number[], number[]]
  shares: [number, number]
  statementPositions: Point[]
  extremities: number[]
  priorities: number[]
  people: string[]
  positions: Point[]
  placed: string[]
  apart: string[]
  numbersOfGroups: { groups: number; silhouette: number }[]
  /** How many groups these votes alone would give; one is none. What is shown follows when the next map says the same. */
  wanted: number
  groups: MapGroup[]
  /** Under which names people have been shown in groups, for as long as the conversation lasts. */
  known: { name: string; people: string[] }[]
  consensus: { agree: ConsensusStatement[]; disagree: ConsensusStatement[] }
  acrossGroups: AcrossParts | null
  acrossSectors: AcrossParts | null
  /** Sectors with fewer people than may be shown are not compared. */
  sectorsTooSmall: string[]
  secondOpinion: SecondOpinion[] | null
}
