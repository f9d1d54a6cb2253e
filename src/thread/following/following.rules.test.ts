import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Bead } from '../thread.rules.ts'
import { knownAtFirst, mayBeMailed, news, toldBy } from './following.rules.ts'

const survey = (id: string) => ({ kind: 'survey', survey: { id } }) as Bead

test('one mail a day', () => {
  for (const [mailedOn, may] of [
    [null, true],
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['2026-11-27', false],
  ] as const)
    equal(mayBeMailed(mailedOn, '2026-11-26'), may)
})

test('what is still to come is no news, and what other letters tell is not told again', () => {
  deepEqual(toldBy({ kind: 'commitment-to-come' }), [])
  const beads = [survey('a'), survey('b'), survey('a')]
  const { tell, names } = news(beads, { told: new Set(), elsewhere: new Set(['survey b']) })
  deepEqual(tell, [survey('a')])
  deepEqual(names, ['survey a', 'survey b'])
})

type Step = { do: 'grow' | 'wish' | 'end'; thread: number; bead: number } | { do: 'clock' }

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('grow' as const, 'wish' as const, 'end' as const),
      thread: fc.integer({ min: 0, max: 2 }),
      bead: fc.integer({ min: 0, max: 7 }),
    }),
    fc.constant({ do: 'clock' as const }),
  ),
  { maxLength: 60 },
)

/** One follower through a history: what grows on three threads, what they wish to hear of, and the clock. */
function live(history: readonly Step[]) {
  const threads: Set<number>[] = [new Set(), new Set(), new Set()]
  const wishes = new Set<number>()
  const told = new Set<string>()
  const owed = new Set<string>()
  const heard: string[] = []
  const beadsOf = (indexes: Iterable<number>): Bead[] =>
    [...indexes].flatMap((index) => [...(threads[index] ?? [])].map((bead) => survey(String(bead))))
  const run = {
    grow: (thread: number, bead: number) => {
      threads[thread]?.add(bead)
      if (wishes.has(thread) && !told.has(`survey ${bead}`)) owed.add(`survey ${bead}`)
    },
    wish: (thread: number) => {
      if (!wishes.has(thread))
        for (const one of knownAtFirst(beadsOf([thread]), beadsOf(wishes), told)) told.add(one)
      wishes.add(thread)
    },
    end: (thread: number) => {
      wishes.delete(thread)
      const left = new Set(beadsOf(wishes).flatMap(toldBy))
      for (const one of owed) if (!left.has(one)) owed.delete(one)
    },
  }
  const clock = () => {
    const { tell, names } = news(beadsOf(wishes), { told, elsewhere: new Set() })
    heard.push(...tell.flatMap(toldBy))
    for (const name of names) told.add(name)
    for (const name of owed) ok(heard.includes(name), `${name} was not told`)
    owed.clear()
  }
  for (const step of history) {
    if (step.do === 'clock') clock()
    else run[step.do](step.thread, step.bead)
  }
  return heard
}

test('nobody is told twice of the same, and of nothing too little, in whatever order things happen', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const heard = live(history)
      equal(new Set(heard).size, heard.length)
    }),
    { numRuns: 500 },
  )
})
