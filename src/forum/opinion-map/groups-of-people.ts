import { type AgainstChance, againstChance } from './chance-groups.ts'
import type { OpinionMap } from './map-shape.ts'
import { bestPartings, type Parting } from './partings.ts'
import type { Places } from './places.ts'
import { seededChance } from './seeded-chance.ts'
import { asClearMax, howMany, noGroups, shownNumber, tooFew, type Verdict } from './verdict.rules.ts'
import { apart } from './vote-counts.ts'
import { indexOf } from './vote-matrix.ts'

/** The groups that were found, or why there are none. */
export interface Found {
  verdict: Verdict
  test: AgainstChance | null
  partings: Parting[]
  /** How many groups today's votes alone would give; one is none. */
  wanted: number
  /** Who is in each group, by row; nobody where there are no groups. */
  groups: number[][]
  /** Rows of those who stand too far from everybody to be in a group. */
  apart: number[]
}

export type Progress = (part: number) => void

const seed = 3

const nothing: Omit<Found, 'verdict'> = { test: null, partings: [], wanted: noGroups, groups: [], apart: [] }

export function groupsOfPeople(places: Places, before: OpinionMap | null, progress: Progress): Found {
  const { matrix } = places.centred
  const why = tooFew({
    people: places.counted.length,
    statements: matrix.leftOut.filter((one) => one === 0).length,
    haveDifferences: places.components.shares[0] > 0,
  })
  if (why) return { ...nothing, verdict: { kind: 'too-few', why } }
  const hadGroups = before?.verdict.kind === 'groups'
  const last = before && hadGroups ? partingOf(places, before) : undefined
  const partings = bestPartings(places.countedPoints, {
    chance: seededChance(seed),
    before: last,
  })
  const best = howMany(partings, last?.groups ?? null)
  if (best === null) return { ...nothing, partings, verdict: { kind: 'no-groups', p: 1 } }
  const most = asClearMax(hadGroups)
  const test = againstChance(matrix, most, progress)
  const wanted = test.asClear > most ? noGroups : best
  const shown = shownNumber(wanted, before && { shown: last?.groups ?? noGroups, wanted: before.wanted })
  const parting = partings.find(({ groups }) => groups === shown)
  const found = { test, partings, wanted }
  if (!parting) return { ...nothing, ...found, verdict: { kind: 'no-groups', p: test.p } }
  return { ...found, verdict: { kind: 'groups', p: test.p }, ...membersOf(parting, places.counted) }
}

/** How people were parted in the map of before, as far as they are placed now. */
function partingOf({ centred, counted }: Places, before: OpinionMap): { groups: number; groupOf: Int8Array } {
  const groupOfPerson = new Map(
    before.groups.flatMap(({ people }, group) => people.map((id): [string, number] => [id, group])),
  )
  const groupOf = Int8Array.from(
    counted,
    (row) => groupOfPerson.get(centred.matrix.people[row] ?? '') ?? apart,
  )
  return { groups: before.groups.length, groupOf }
}

function membersOf(
  { groups, groupOf }: Parting,
  counted: readonly number[],
): Pick<Found, 'groups' | 'apart'> {
  const inGroup = (group: number): number[] => counted.filter((_, index) => groupOf[index] === group)
  return { groups: Array.from({ length: groups }, (_, group) => inGroup(group)), apart: inGroup(apart) }
}

/** Groups that somebody else has made, by name; people without a vote are in none. */
export function givenGroups(places: Places, given: ReadonlyMap<string, readonly string[]>): Found {
  const rowOf = indexOf(places.centred.matrix.people)
  const rows = [...given.values()].map((people) => people.flatMap((id) => rowOf.get(id) ?? []))
  return { ...nothing, verdict: { kind: 'given' }, groups: rows }
}
