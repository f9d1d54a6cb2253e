import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Goal } from '#plan/index.ts'
import { eventBeads, goalBeads, needBeads, recommendationBeads } from './beads.rules.ts'
import type { EventFacts, NeedFacts, RecommendationFacts } from './facts.sql.ts'
import { beadsInLineMax, drawn, radius } from './picture.rules.ts'
import { type Bead, keyOf, type Link, reached, type Strand, strung } from './thread.rules.ts'

// Only what the rules look at.
const event = { note_published_at: '2026-11-12T10:00:00.000Z', said_at_tables: 0 } as EventFacts
const unwritten: EventFacts = { ...event, note_published_at: null }
const recommendation = { number: 1 } as RecommendationFacts
const goal = { number: 1, sdgs: [3] } as Goal
const bare: Goal = { ...goal, sdgs: [] }
const need = { number: 4, state: 'open' } as NeedFacts
const kinds = (beads: readonly Bead[]) => beads.map(({ kind }) => kind)

test('what hangs right on a point, and what is still to come', () => {
  const inside = { isStart: false, isLeaf: false }
  for (const [beads, expected] of [
    [eventBeads(event, inside), ['event', 'note']],
    [eventBeads({ ...event, said_at_tables: 3 }, inside), ['event', 'note', 'report']],
    // What nobody wrote down is no gap once something has come of it.
    [eventBeads(unwritten, inside), ['event']],
    [eventBeads(unwritten, { isStart: true, isLeaf: true }), ['event', 'note', 'recommendation-to-come']],
    [eventBeads(unwritten, { isStart: false, isLeaf: true }), ['event']],
    [recommendationBeads(recommendation, false), ['recommendation', 'answer']],
    [recommendationBeads(recommendation, true), ['recommendation', 'answer', 'commitment-to-come']],
    [goalBeads(goal, false), ['goal', 'sdgs']],
    [goalBeads(goal, true), ['goal']],
    [goalBeads(bare, false), ['goal']],
    [needBeads(need, true), ['need', 'event-to-come']],
    [needBeads({ ...need, state: 'answered' }, true), ['need']],
    [needBeads(need, false), ['need']],
  ] as const)
    deepEqual(kinds(beads), expected)
})

const link = (from: string, to: string): Link => ({ from: keyOf('event', from), to: keyOf('event', to) })

test('a thread goes back and forth from its start, and never aside', () => {
  // a → b → c, and a → d, e → c: seen from b neither d nor e belongs to it.
  const all = [link('a', 'b'), link('b', 'c'), link('a', 'd'), link('e', 'c')]
  const { points, links } = reached(keyOf('event', 'b'), all)
  deepEqual([...points].toSorted(), [keyOf('event', 'a'), keyOf('event', 'b'), keyOf('event', 'c')])
  deepEqual(links, all.slice(0, 2))
})

const strand = (kind: 'event' | 'recommendation' | 'commitment', id: string, at = id): Strand => ({
  key: keyOf(kind, id),
  at,
  beads: [{ kind, event, recommendation, commitment: {} } as unknown as Bead],
})

test('beads are numbered in their order, and each knows those that follow from it', () => {
  const one = keyOf('event', 'x')
  const [first, second] = [keyOf('recommendation', '1'), keyOf('recommendation', '2')]
  const thread = strung(
    one,
    [strand('recommendation', '2'), strand('event', 'x'), strand('recommendation', '1')],
    [
      { from: one, to: second },
      { from: one, to: first },
    ],
  )
  deepEqual(
    thread.beads.map(({ kind, number, to, here }) => [kind, number, to, here]),
    [
      ['event', 1, [2, 3], true],
      ['recommendation', 2, [], false],
      ['recommendation', 3, [], false],
    ],
  )
  equal(thread.isLine, false)
  equal(
    strung(one, [strand('event', 'x'), strand('recommendation', '1')], [{ from: one, to: first }]).isLine,
    true,
  )
})

test('in the picture no two beads touch, nothing is cut off, and every tie of the list is drawn', () => {
  const links = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 200 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), links, (count, pairs) => {
      const kindsOf = ['event', 'recommendation', 'commitment'] as const
      const strands = Array.from({ length: count }, (_, at) => strand(kindsOf[at % 3] ?? 'event', String(at)))
      const tied = pairs.flatMap(([one, other]): Link[] => {
        const [from, to] = [strands[one], strands[other]]
        return from && to && one !== other ? [{ from: from.key, to: to.key }] : []
      })
      const { beads } = strung(strands[0]?.key ?? keyOf('event', '0'), strands, tied)
      const { spots, curves, width, height } = drawn(beads)
      equal(spots.length, count)
      equal(curves.length, beads.flatMap(({ to }) => to).length)
      for (const { x, y } of spots)
        ok(x > radius && x < width - radius && y > radius && y < height - radius, 'inside')
      for (const [at, one] of spots.entries())
        for (const other of spots.slice(at + 1))
          ok(Math.hypot(one.x - other.x, one.y - other.y) > 2 * radius + 4, 'apart')
      const lines = Map.groupBy(spots, ({ y }) => y)
      ok([...lines.values()].every((line) => line.length <= beadsInLineMax))
    }),
    { numRuns: 40 },
  )
})
