import { acrossParts, type Parts } from './across-parts.ts'
import { votesToShowMin } from './bridging.rules.ts'
import type { Conversation } from './conversation.ts'
import { type Found, givenGroups, groupsOfPeople, type Progress } from './groups-of-people.ts'
import type { MapGroup, OpinionMap } from './map-shape.ts'
import { knownNames, type NamedGroup, nameGroups } from './name-groups.ts'
import { asBefore, pictureOf } from './picture.ts'
import { type Places, placesOf } from './places.ts'
import { secondOpinion } from './second-opinion.ts'
import { sectorsIn } from './sectors.ts'
import { consensusIn, representativeOf } from './statement-lists.ts'
import { apart, countsOfGroups, fewestVotes } from './vote-counts.ts'
import { type VoteMatrix, voteMatrix } from './vote-matrix.ts'

export interface Wishes {
  /** The map that people saw last: groups keep their names, and the picture does not flip. */
  before?: OpinionMap | null
  /** Groups that are given instead of looked for. */
  groups?: ReadonlyMap<string, readonly string[]>
  /** Also by a method that needs no groups. */
  hasSecondOpinion?: boolean
  progress?: Progress
}

/** From votes to the map of who thinks alike. The same votes give the same map, in whatever order they come. */
export function opinionMap(conversation: Conversation, wishes: Wishes = {}): OpinionMap {
  const before = wishes.before ?? null
  const matrix = voteMatrix(conversation)
  const places = asBefore(placesOf(matrix), before)
  const found = wishes.groups
    ? givenGroups(places, wishes.groups)
    : groupsOfPeople(places, before, wishes.progress ?? ((): void => undefined))
  const named = wishes.groups
    ? [...wishes.groups.keys()].map((name, group) => ({ name, rows: found.groups[group] ?? [] }))
    : nameGroups(found.groups, matrix.people, before?.known ?? [])
  const map = drawn(places, found, named, conversation)
  const known = knownNames(map.groups, before?.known ?? [])
  const second = wishes.hasSecondOpinion ? secondOpinion(matrix, places.components) : null
  return { format: 1, ...map, known, secondOpinion: second, ...pictureOf(places, conversation) }
}

type Drawn = Pick<
  OpinionMap,
  | ('verdict' | 'test' | 'wanted' | 'numbersOfGroups' | 'groups' | 'apart')
  | ('consensus' | 'acrossGroups' | 'acrossSectors' | 'sectorsTooSmall')
>

function drawn(
  places: Places,
  found: Found,
  named: readonly NamedGroup[],
  conversation: Conversation,
): Drawn {
  const { matrix } = places.centred
  const groups = partsOf(matrix, named)
  const { tooSmall, ...sectors } = sectorsIn(matrix, conversation)
  const all = [...groups.counts, ...sectors.counts]
  const isEnough = matrix.statements.map((_, statement) => fewestVotes(all, statement) >= votesToShowMin)
  return {
    ...{ verdict: found.verdict, test: found.test, wanted: found.wanted },
    numbersOfGroups: found.partings.map(({ groups, silhouette }) => ({ groups, silhouette })),
    groups: named.map((one, group) => ({
      ...groupOf(places, one),
      representative: representativeOf(matrix, groups.counts, group),
    })),
    apart: found.apart.map((row) => matrix.people[row] ?? ''),
    consensus: consensusIn(matrix, isEnough),
    acrossGroups: acrossParts(matrix, groups, isEnough),
    acrossSectors: acrossParts(matrix, sectors, isEnough),
    sectorsTooSmall: tooSmall,
  }
}

function partsOf(matrix: VoteMatrix, named: readonly NamedGroup[]): Parts {
  const partOf = new Int32Array(matrix.people.length).fill(apart)
  for (const [group, { rows }] of named.entries()) for (const row of rows) partOf[row] = group
  return { names: named.map(({ name }) => name), counts: countsOfGroups(matrix, partOf, named.length) }
}

function groupOf({ centred, people }: Places, { name, rows }: NamedGroup): Omit<MapGroup, 'representative'> {
  const mean = (along: Float64Array): number =>
    rows.reduce((sum, row) => sum + (along[row] ?? 0), 0) / Math.max(rows.length, 1)
  return {
    name,
    people: rows.map((row) => centred.matrix.people[row] ?? ''),
    centre: [mean(people.x), mean(people.y)],
  }
}
