import type { Conversation, Vote } from '../../../src/forum/opinion-map/conversation.ts'
import type { OpinionMap } from '../../../src/forum/opinion-map/map-shape.ts'
import { opinionMap } from '../../../src/forum/opinion-map/opinion-map.ts'
import { seededChance } from '../../../src/forum/opinion-map/seeded-chance.ts'
import { groupOfEach, likeness, shuffled, shuffledWithin } from '../../opinion-map/planted.ts'
import type { Known, Published } from './conversations.ts'

/** How far our figures lie from known ones at most; `lists` when a list is not the same. */
export function fromKnown(
  { conversation, groups }: Published,
  known: Known,
): { most: number; lists: string[] } {
  const map = opinionMap(conversation, { groups })
  const signs = [0, 1].map((axis) => {
    const [ours = [], theirs = []] = [map.components[axis], known.comps[axis]]
    return Math.sign(ours.reduce((sum, weight, at) => sum + weight * (theirs[at] ?? 0), 0))
  })
  const gaps = [
    ...map.positions.flatMap((point, row) =>
      [0, 1].map((axis) => (point[axis] ?? 0) * (signs[axis] ?? 0) - (known.projection[row]?.[axis] ?? 0)),
    ),
    ...map.statements.map(
      (id, at) => (map.acrossGroups?.products.agree[at] ?? 0) - (known.groupAwareConsensus[id] ?? 0),
    ),
    ...map.groups.flatMap(({ name, representative }) =>
      representative.map(({ ratioTest }, at) => ratioTest - (known.repness[name]?.[at]?.rt ?? 0)),
    ),
  ]
  const ours = (all: readonly { statement: string; side: string }[]): string =>
    all.map(({ statement, side }) => `${statement} ${side}`).join()
  const theirs = (all: readonly { tid: number; f: string }[] = []): string =>
    all.map(({ tid, f }) => `${tid} ${f}`).join()
  const agreed = (side: 'agree' | 'disagree'): boolean =>
    known.consensus[side].join() === map.consensus[side].map(({ statement }) => statement).join()
  const lists = map.groups
    .filter(({ name, representative }) => ours(representative) !== theirs(known.repness[name]))
    .map(({ name }) => name)
  if (!agreed('agree') || !agreed('disagree')) lists.push('consensus')
  return { most: Math.max(...gaps.map(Math.abs)), lists }
}

/** How many of so many other orders of votes and statements give the very same map. */
export function sameInAnyOrder(conversation: Conversation, orders: number): number {
  const map = JSON.stringify(opinionMap(conversation))
  const other = (seed: number): string => {
    const chance = seededChance(seed)
    const [votes, statements] = [
      shuffled(conversation.votes, chance),
      shuffled(conversation.statements, chance),
    ]
    return JSON.stringify(opinionMap({ ...conversation, votes, statements }))
  }
  return Array.from({ length: orders }, (_, seed) => other(seed)).filter((one) => one === map).length
}

export function likePublished(map: OpinionMap, groups: ReadonlyMap<string, string[]>): number {
  const published = [...groups].map(([name, people]) => ({ name, people }))
  return likeness(groupOfEach(map.groups), groupOfEach(published))
}

/** How often shuffled votes are told that they have groups. */
export function toldByChance(conversation: Conversation, times: number): number {
  const latest = new Map(
    conversation.votes
      .toSorted((a, b) => a.at - b.at)
      .map((vote) => [`${vote.person} ${vote.statement}`, vote]),
  )
  const once = { ...conversation, votes: [...latest.values()] }
  const kinds = Array.from(
    { length: times },
    (_, seed) => opinionMap(shuffledWithin(once, 1000 + seed)).verdict.kind,
  )
  return kinds.filter((kind) => kind === 'groups').length
}

const membersOf = (map: OpinionMap): Map<string, string> =>
  map.groups.length > 0 ? groupOfEach(map.groups) : new Map(map.placed.map((id) => [id, 'A']))

const cuts = 28

/** The conversation once more, in 28 cuts: how often the number of groups changes, how many change groups, and how often it flips. */
export function replayed(conversation: Conversation): { changes: number; moved: number; flips: number } {
  const votes = conversation.votes.toSorted((a, b) => a.at - b.at)
  let before: OpinionMap | null = null
  let [changes, moved, flips] = [0, 0, 0]
  for (let cut = 1; cut <= cuts; cut += 1) {
    const upTo = votes.slice(0, Math.round((votes.length * cut) / cuts))
    const map: OpinionMap = opinionMap({ ...conversation, votes: upTo }, { before })
    if (before) {
      if (Math.max(1, map.groups.length) !== Math.max(1, before.groups.length)) changes += 1
      const [last, now] = [membersOf(before), membersOf(map)]
      const both = [...last.keys()].filter((id) => now.has(id))
      moved +=
        both.filter((id) => last.get(id) !== now.get(id)).length / Math.max(both.length, 1) / (cuts - 1)
      if (hasFlipped(before, map)) flips += 1
    }
    before = map
  }
  return { changes, moved, flips }
}

function hasFlipped(before: OpinionMap, now: OpinionMap): boolean {
  const last = new Map(before.people.map((id, row) => [id, before.positions[row]]))
  return [0, 1].some(
    (axis) =>
      now.people.reduce(
        (sum, id, row) => sum + (last.get(id)?.[axis] ?? 0) * (now.positions[row]?.[axis] ?? 0),
        0,
      ) < 0,
  )
}

/**
 * How well a list holds for people who had no part in it: named by one half of every group, and what the least agreeing group
 * of the other half thinks, on average.
 */
export function heldOut({ conversation, groups }: Published, halves: number): number {
  const scores = Array.from({ length: halves }, (_, seed) => {
    const chance = seededChance(seed + 1)
    const parted = [...groups].map(([name, people]) => ({ name, people: shuffled(people, chance) }))
    const ones = new Map(parted.map(({ name, people }) => [name, people.slice(0, people.length >> 1)]))
    const others = parted.map(({ people }) => new Set(people.slice(people.length >> 1)))
    const inOnes = new Set([...ones.values()].flat())
    const votes = conversation.votes.filter(({ person }) => inOnes.has(person))
    const named = opinionMap({ ...conversation, votes }, { groups: ones }).acrossGroups?.agreed ?? []
    return named.map(({ statement }) =>
      Math.min(...others.map((part) => agreeing(conversation.votes, statement, part))),
    )
  })
  const all = scores.flatMap((list) => {
    const there = list.filter((score) => !Number.isNaN(score))
    return there.length > 0 ? [there.reduce((sum, score) => sum + score, 0) / there.length] : []
  })
  return all.reduce((sum, score) => sum + score, 0) / all.length
}

function agreeing(votes: readonly Vote[], statement: string, people: ReadonlySet<string>): number {
  const latest = new Map<string, Vote>()
  for (const vote of votes)
    if (
      vote.statement === statement &&
      people.has(vote.person) &&
      vote.at >= (latest.get(vote.person)?.at ?? -Infinity)
    )
      latest.set(vote.person, vote)
  return [...latest.values()].filter(({ opinion }) => opinion === 1).length / latest.size
}
