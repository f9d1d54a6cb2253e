/**
 * `npm run bench:dialogue -- FOLDER`: what the algorithms of a Dialogforum are measured by. FOLDER holds published conversations,
 * each in a folder of its own; without one it is the conversation that the tests bring. Seating is measured on halls made here.
 */
import { parseArgs } from 'node:util'
import { opinionMap } from '../../../src/forum/opinion-map/opinion-map.ts'
import { type Published, publishedIn } from './conversations.ts'
import { fromKnown, heldOut, likePublished, replayed, sameInAnyOrder, toldByChance } from './map-figures.ts'
import { cellFigures, forumFigures } from './seating-figures.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
})
const times = values.quick
  ? { orders: 3, shuffles: 20, halves: 10 }
  : { orders: 30, shuffles: 100, halves: 40 }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Row = [what: string, measured: string, pass: string]

for (const one of publishedIn(positionals[0])) tell(one.name, figuresOf(one))
tell('Forums of the kinds that others were measured on', forumFigures(values.quick ? 1 : 5))
tell('Golfers', cellFigures(values.quick ? 1 : 10))

function tell(title: string, rows: Row[]): void {
  say(`\n## ${title}\n\n| | measured | pass |\n|---|---|---|`)
  for (const [what, measured, pass] of rows) say(`| ${what} | ${measured} | ${pass} |`)
}

function figuresOf(one: Published): Row[] {
  const { conversation, groups, known } = one
  const before = process.cpuUsage()
  const map = opinionMap(conversation)
  const { user, system } = process.cpuUsage(before)
  const gap = known && fromKnown(one, known)
  const lists = [map.acrossGroups?.agreed, map.acrossGroups?.rejected].map((list) => list?.length ?? 0)
  const replay = replayed(conversation)
  const smallest = Math.min(...map.groups.map(({ people }) => people.length))
  return [
    [
      'people × statements, votes',
      `${map.counts.people} × ${map.counts.statements}, ${map.counts.votes}`,
      '',
    ],
    ['verdict', `${map.verdict.kind}, ${map.groups.length} groups, p = ${map.test?.p ?? '–'}`, ''],
    [
      'furthest from known figures',
      gap ? `${gap.most.toExponential(1)}, lists that differ: ${gap.lists.length}` : '–',
      '≤ 1e-6, 0',
    ],
    ['same map in other orders', `${sameInAnyOrder(conversation, times.orders)} of ${times.orders}`, 'all'],
    ['likeness to the published groups (ARI)', likePublished(map, groups).toFixed(3), '≥ 0.80 to 0.95'],
    [
      'in 28 cuts: changes of number, share who change group, flips',
      `${replay.changes}, ${replay.moved.toFixed(3)}, ${replay.flips}`,
      '≤ 2.7, ≤ 0.06, 0',
    ],
    [
      'groups in shuffled votes',
      `${toldByChance(conversation, times.shuffles)} of ${times.shuffles}`,
      '≤ 8 %',
    ],
    ['smallest group; apart', `${smallest} of ${map.counts.placed}; ${map.apart.length}`, '≥ 3 and 5 %'],
    [
      'bridging statements agreed to, rejected; held-out score',
      `${lists.join(', ')}; ${heldOut(one, times.halves).toFixed(3)}`,
      '≥ 0.64 over many',
    ],
    ['processor time', `${Math.round((user + system) / 1000)} ms`, '≤ 1 000 to 4 000 ms'],
  ]
}
