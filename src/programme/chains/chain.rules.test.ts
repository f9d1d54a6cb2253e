import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inLine, type Link, type LinkRefusal, refusalToLink, stepsMax, whatLedTo } from './chain.rules.ts'

const link = (text: string): Link[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((pair) => ({ from_step: pair[0] ?? '', to_step: pair[1] ?? '' }))

const at = { s: '2026-01-10', f: '2026-02-01', h: '2026-03-01', w: '2026-04-01', l: '2026-05-01' }
const step = (id: keyof typeof at) => ({ id, at: at[id] })

const cases: [links: string, from: keyof typeof at, to: keyof typeof at, refusal: LinkRefusal | null][] = [
  ['', 's', 'f', null],
  ['sf fw', 'w', 'l', null],
  ['sf', 'f', 'f', 'itself'],
  ['sf', 's', 'f', 'already'],
  ['sf', 'f', 's', 'circle'],
  ['sf fh hw', 'w', 's', 'circle'],
  ['', 'l', 'w', 'before-its-time'],
  ['sf', 's', 'h', null],
  ['sh', 'f', 'h', null],
]

test('an event follows from what came before it, and from nothing that follows from it', () => {
  for (const [links, from, to, refusal] of cases)
    equal(refusalToLink(link(links), step(from), step(to)), refusal, `${links}: ${from} to ${to}`)
})

test('two on the same day may follow each other, and a chain has an end', () => {
  const [survey, forum] = [
    { id: 'a', at: '2026-02-01' },
    { id: 'b', at: '2026-02-01T08:00:00.000Z' },
  ]
  equal(refusalToLink([], survey, forum), null)
  equal(refusalToLink([], forum, survey), null)
  const long = Array.from({ length: stepsMax - 1 }, (_, n) => ({ from_step: `${n}`, to_step: `${n + 1}` }))
  const next = { id: 'next', at: '2026-02-02' }
  equal(refusalToLink(long, { id: `${stepsMax - 1}`, at: '2026-02-01' }, next), 'too-long')
  equal(refusalToLink(long.slice(1), { id: `${stepsMax - 1}`, at: '2026-02-01' }, next), null)
})

test('the line is by date, unless something was moved to before what it follows from', () => {
  const ids = (links: string, steps: { id: string; at: string }[]) =>
    inLine(link(links), steps)
      .map(({ id }) => id)
      .join('')
  equal(ids('sf fh fw wl', [step('l'), step('w'), step('h'), step('f'), step('s')]), 'sfhwl')
  equal(ids('wf', [step('f'), step('w')]), 'wf')
  // What stands between is hidden, and holds them together all the same.
  equal(ids('wx xf', [step('f'), step('w')]), 'wf')
  deepEqual([...whatLedTo(link('sf fh fw wl'), 'w')].sort(), ['f', 's'])
})

test('whatever is linked in whatever order, no circle comes about and everybody stands in the line once', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (wishes) => {
      const links: Link[] = []
      const day = { at: '2026-02-01' }
      for (const [from, to] of wishes) {
        if (refusalToLink(links, { id: `${from}`, ...day }, { id: `${to}`, ...day }) === null)
          links.push({ from_step: `${from}`, to_step: `${to}` })
      }
      const steps = Array.from({ length: 8 }, (_, id) => ({ id: `${id}`, ...day }))
      const line = inLine(links, steps).map(({ id }) => id)
      deepEqual(line.toSorted(), steps.map(({ id }) => id).toSorted())
      for (const { from_step, to_step } of links) equal(line.indexOf(from_step) < line.indexOf(to_step), true)
    }),
    { numRuns: 100 },
  )
})
