import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { conversationOf, planted } from '../../../test/opinion-map/planted.ts'
import { bestBridges, bridgeIn, bridgeOf, sharpestDivides } from './bridging.rules.ts'
import type { Opinion, Vote } from './conversation.ts'
import { opinionMap } from './opinion-map.ts'
import { atLeast } from './shares.rules.ts'

const tally = (agree: number, disagree: number, votes: number) => ({ agree, disagree, votes })

test('a bridge is the product of shares, its floor the most doubtful part, and thin parts give none', () => {
  const parts = [tally(9, 1, 10), tally(4, 0, 6)]
  equal(bridgeOf('agree', parts), (10 / 12) * (5 / 8))
  equal(bridgeOf('disagree', parts), (2 / 12) * (1 / 8))
  const bridge = bridgeIn('agree', 0, parts)
  equal(bridge?.floor, Math.min(atLeast(9, 10), atLeast(4, 6)))
  ok(Math.abs((bridge?.between ?? 0) - (0.9 - 4 / 6)) < 1e-12)
  equal(bridgeIn('agree', 0, [tally(4, 0, 4), tally(90, 0, 90)]), null)
  equal(bridgeIn('agree', 0, []), null)
})

test('the best bridges are agreed to by more than half of every part; the sharpest divides lie far apart', () => {
  const statements = [
    { statement: 0, parts: [tally(9, 0, 10), tally(9, 0, 10)] },
    { statement: 1, parts: [tally(10, 0, 10), tally(5, 5, 10)] },
    { statement: 2, parts: [tally(10, 0, 10), tally(0, 10, 10)] },
    { statement: 3, parts: [tally(8, 0, 10), tally(8, 0, 10)] },
    { statement: 4, parts: [tally(4, 0, 4), tally(0, 4, 4)] },
  ]
  deepEqual(
    bestBridges('agree', statements, 10).map(({ statement }) => statement),
    [0, 3],
  )
  deepEqual(
    sharpestDivides(statements, 10).map(({ statement, most, least }) => [statement, most.part, least.part]),
    [
      [2, 0, 1],
      [1, 0, 1],
    ],
  )
})

/** Everybody agrees to 0; politicians and civil servants differ on 1; 2 has few votes from politicians. */
function threeSectors(): ReturnType<typeof conversationOf> {
  const votes: Vote[] = []
  const cast = (person: string, statement: number, opinion: Opinion): void =>
    void votes.push({ person, statement: String(statement), opinion, at: votes.length })
  const sectors = new Map<string, string>()
  for (const [sector, people] of Object.entries({ civil: 20, elected: 8, official: 12, press: 2 }))
    for (let index = 0; index < people; index += 1) {
      const person = `${sector}-${index}`
      sectors.set(person, sector)
      cast(person, 0, 1)
      cast(person, 1, sector === 'elected' ? -1 : 1)
      if (sector !== 'elected' || index < 4) cast(person, 2, 1)
      for (let id = 3; id < 10; id += 1) cast(person, id, (index + id) % 3 === 0 ? 1 : -1)
    }
  const ids = Array.from({ length: 10 }, (_, id) => String(id))
  return { ...conversationOf(votes, ids), sectors }
}

test('across sectors: what all agree to, what divides them, nothing thin, and no sector of two people', () => {
  const { acrossSectors, sectorsTooSmall } = opinionMap(threeSectors())
  deepEqual(acrossSectors?.names, ['civil', 'elected', 'official'])
  deepEqual(sectorsTooSmall, ['press'])
  deepEqual(
    acrossSectors?.agreed.map(({ statement }) => statement),
    ['0'],
  )
  const [first] = acrossSectors?.dividing ?? []
  deepEqual([first?.statement, first?.most.share, first?.least], ['1', 1, { name: 'elected', share: 0 }])
  equal(acrossSectors?.products.agree[0], (21 / 22) * (9 / 10) * (13 / 14))
})

test('no list holds a statement with fewer than five votes in a group or a sector', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const conversation = planted({ groups: [30, 12], statements: 30, density: 0.3, common: 12, seed })
    const people = [...new Set(conversation.votes.map(({ person }) => person))]
    const sectors = new Map(people.map((id, index): [string, string] => [id, `s${index % 3}`]))
    const map = opinionMap({ ...conversation, sectors })
    const parts = [
      ...map.groups.map((group) => new Set(group.people)),
      ...['s0', 's1', 's2'].map((sector) => new Set(people.filter((id) => sectors.get(id) === sector))),
    ]
    const fewest = (id: string): number =>
      Math.min(
        ...parts.map(
          (part) => conversation.votes.filter((one) => one.statement === id && part.has(one.person)).length,
        ),
      )
    const lists = [map.acrossGroups, map.acrossSectors].flatMap((across) =>
      across ? [...across.agreed, ...across.rejected, ...across.dividing] : [],
    )
    const agreed = [...map.consensus.agree, ...map.consensus.disagree].filter(({ isShown }) => isShown)
    for (const { statement } of [...lists, ...agreed])
      ok(fewest(statement) >= 5, `${statement}, seed ${seed}`)
    for (const { people: members, representative } of map.groups)
      for (const { statement, isShown, votes } of representative) {
        const counted = conversation.votes.filter(
          (one) => one.statement === statement && members.includes(one.person),
        )
        equal(votes, counted.length)
        ok(!isShown || votes >= 5)
      }
  }
})
