import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  conversationOf,
  groupOfEach,
  likeness,
  planted,
  plantedGroups,
  shuffled,
  statement,
} from '../../../test/opinion-map/planted.ts'
import type { Conversation, Opinion, Vote } from './conversation.ts'
import type { OpinionMap } from './map-shape.ts'
import { opinionMap } from './opinion-map.ts'
import { seededChance } from './seeded-chance.ts'

const vote = (person: number, id: number, opinion: Opinion, at = 0): Vote => ({
  ...{ person: `p${person}`, statement: String(id), opinion, at },
})
const everybody = (people: number, statements: number, opinionOf: (person: number, id: number) => Opinion) =>
  conversationOf(
    Array.from({ length: people }, (_, person) =>
      Array.from({ length: statements }, (_, id) => vote(person, id, opinionOf(person, id))),
    ).flat(),
    Array.from({ length: statements }, (_, id) => String(id)),
  )

test('people who were put in two or three groups are found in them', () => {
  for (const groups of [
    [30, 30],
    [60, 15],
    [30, 25, 35],
  ]) {
    const conversation = planted({ groups, statements: 24 })
    const map = opinionMap(conversation)
    equal(map.groups.length, groups.length, groups.join())
    ok(likeness(groupOfEach(map.groups), plantedGroups(conversation)) > 0.9, groups.join())
  }
})

test('the order in which votes and statements come changes nothing at all', () => {
  const conversation = planted({ groups: [25, 20, 15], statements: 20, density: 0.6 })
  const known = JSON.stringify(opinionMap(conversation))
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = seededChance(seed)
      const votes = shuffled(conversation.votes, chance)
      const statements = shuffled(conversation.statements, chance)
      equal(JSON.stringify(opinionMap({ ...conversation, votes, statements })), known)
    }),
    { numRuns: 5 },
  )
})

test('of several votes by one person on one statement the latest counts, whichever comes first in the file', () => {
  const conversation = planted({ groups: [20, 20], statements: 12 })
  const [first] = conversation.votes
  ok(first)
  const earlier: Vote = { ...first, at: first.at - 1, opinion: first.opinion === 1 ? -1 : 1 }
  const known = opinionMap(conversation)
  deepEqual(opinionMap({ ...conversation, votes: [earlier, ...conversation.votes] }), known)
  deepEqual(opinionMap({ ...conversation, votes: [...conversation.votes, earlier] }), known)
})

const tooFew: [string, Conversation, string][] = [
  ['nobody', conversationOf([], []), 'people'],
  ['one person', everybody(1, 10, () => 1), 'people'],
  ['two people', everybody(2, 10, (person) => (person === 0 ? 1 : -1)), 'people'],
  ['one statement', everybody(30, 1, (person) => (person % 2 === 0 ? 1 : -1)), 'statements'],
  ['everybody passes', everybody(30, 10, () => 0), 'differences'],
  ['everybody agrees', everybody(30, 10, () => 1), 'differences'],
]

test('where there is too little the map says so, and what there is too little of', () => {
  for (const [name, conversation, why] of tooFew) {
    const map = opinionMap(conversation)
    deepEqual(map.verdict, { kind: 'too-few', why }, name)
    deepEqual([map.groups, map.acrossGroups, map.acrossSectors], [[], null, null], name)
    ok(!/null|NaN/.test(JSON.stringify([map.positions, map.means, map.components])), name)
  }
  const out = planted({ groups: [20, 20], statements: 10 })
  const statements = out.statements.map(({ id }) => statement(id, { moderation: 'out' }))
  deepEqual(opinionMap({ ...out, statements }).verdict, { kind: 'too-few', why: 'statements' })
})

test('two camps that agree on nothing are two groups, though they differ in one direction only', () => {
  const map = opinionMap(everybody(20, 6, (person) => (person < 12 ? 1 : -1)))
  deepEqual(
    map.groups.map(({ people }) => people.length),
    [12, 8],
  )
  ok(map.shares[0] > 0.999)
})

test('somebody far from everybody is apart, and no group has fewer than three people or a twentieth', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const { votes, statements } = planted({ groups: [40, 30, 2, 1], statements: 20, loyalty: 0.9, seed })
    const map = opinionMap({
      ...conversationOf(
        votes,
        statements.map(({ id }) => id),
      ),
    })
    for (const { people } of map.groups) ok(people.length >= 4, `a group of ${people.length}`)
    equal(map.groups.flatMap(({ people }) => people).length + map.apart.length, map.placed.length)
  }
})

const upTo = (conversation: Conversation, part: number): Conversation => {
  const votes = shuffled(conversation.votes, seededChance(9))
  return { ...conversation, votes: votes.slice(0, Math.round(votes.length * part)) }
}
const keeps = (before: OpinionMap, now: OpinionMap, axis: 0 | 1): boolean => {
  const last = new Map(before.people.map((id, row) => [id, before.positions[row]?.[axis] ?? 0]))
  return (
    now.people.reduce((sum, id, row) => sum + (last.get(id) ?? 0) * (now.positions[row]?.[axis] ?? 0), 0) > 0
  )
}

test('while votes come in, the picture never flips and people read the same letter', () => {
  const conversation = planted({ groups: [30, 26, 22], statements: 24, loyalty: 0.75 })
  let before: OpinionMap | null = null
  let changes = 0
  for (let step = 4; step <= 24; step += 1) {
    const map: OpinionMap = opinionMap(upTo(conversation, step / 24), { before })
    if (before) {
      ok(keeps(before, map, 0) && keeps(before, map, 1), `flipped at ${step}`)
      const last = groupOfEach(before.groups)
      const now = groupOfEach(map.groups)
      const both = [...now.keys()].filter((id) => last.has(id))
      const stayed = both.filter((id) => now.get(id) === last.get(id)).length
      ok(stayed >= both.length * 0.8, `${both.length - stayed} of ${both.length} changed at ${step}`)
      if (before.groups.length !== map.groups.length) changes += 1
    }
    before = map
  }
  equal(before?.groups.length, 3)
  ok(changes <= 2, `${changes} changes of the number of groups`)
})

test('a map that was kept as text gives the same next map as one that was never put away', () => {
  const conversation = planted({ groups: [30, 30], statements: 16 })
  const first = opinionMap(upTo(conversation, 0.7))
  const kept = JSON.parse(JSON.stringify(first)) as OpinionMap
  deepEqual(opinionMap(conversation, { before: kept }), opinionMap(conversation, { before: first }))
})

test('groups that come back after there were none find their names again', () => {
  const conversation = planted({ groups: [30, 30], statements: 16 })
  const first = opinionMap(conversation)
  const swapped = first.known.map(({ name, people }) => ({ name: name === 'A' ? 'B' : 'A', people }))
  const meanwhile: OpinionMap = { ...first, verdict: { kind: 'no-groups', p: 1 }, groups: [], known: swapped }
  const again = groupOfEach(opinionMap(conversation, { before: { ...meanwhile, wanted: 2 } }).groups)
  for (const { name, people } of swapped) for (const id of people) equal(again.get(id), name)
})
