import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Conversation } from '../../src/forum/opinion-map/conversation.ts'
import type { OpinionMap } from '../../src/forum/opinion-map/map-shape.ts'
import type { Sent } from '../../src/forum/opinion-map/opinion-map.worker.ts'
import { packVotes } from '../../src/forum/opinion-map/packed-votes.ts'
import { planted } from '../opinion-map/planted.ts'
import type { Row } from './table.ts'

const worker = join(import.meta.dirname, '../../dist/forum/opinion-map/opinion-map.worker.js')

const sizes = [
  { groups: [200, 180, 156], statements: 314, density: 0.3, goal: '≤ 1 000 ms' },
  { groups: [1000, 600, 321], statements: 197, density: 0.3, goal: '≤ 4 000 ms' },
  { groups: [4000, 3500, 2500], statements: 500, density: 0.1, goal: '≤ 2 000 ms' },
]

/** A map from nothing, in a thread of its own as pages get it, beside counting the same votes once. */
export async function opinionMaps(times: number, wrong: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const { goal, ...plan } of sizes) {
    const conversation = planted({ ...plan, loyalty: 0.6 })
    const runs: { map: number; processor: number; floor: number }[] = []
    for (let time = 0; time < times; time += 1) {
      const floor = counting(conversation)
      const begun = performance.now()
      const before = process.cpuUsage()
      const map = await drawn(conversation)
      const { user, system } = process.cpuUsage(before)
      runs.push({ map: performance.now() - begun, processor: (user + system) / 1000, floor })
      const found = map.groups.map(({ people }) => people.length).join()
      if (map.groups.length !== plan.groups.length)
        wrong.push(`groups of ${found} are not ${plan.groups.join()}`)
    }
    runs.sort((a, b) => a.map - b.map)
    const { map = 0, processor = 0, floor = 0 } = runs[Math.floor(runs.length / 2)] ?? {}
    const people = plan.groups.reduce((sum, one) => sum + one, 0)
    rows.push({
      what: `opinion map, ${people} people × ${plan.statements}, ${conversation.votes.length} votes`,
      measured: `${Math.round(map)} ms, ${Math.round(processor)} ms of processor`,
      floor: `${Math.round(floor)} ms to count the votes`,
      goal,
    })
  }
  return rows
}

function drawn({ votes, ...conversation }: Conversation): Promise<OpinionMap> {
  const sent: Sent = { conversation, votes: packVotes(votes), before: null }
  const { promise, resolve, reject } = Promise.withResolvers<OpinionMap>()
  const thread = new Worker(worker, { workerData: sent })
  thread.once('error', reject)
  thread.on('message', (message: { done?: OpinionMap }) => {
    if (message.done) resolve(message.done)
  })
  return promise
}

/** How long it takes to look at every vote once and add it to its statement. */
function counting({ votes }: Conversation): number {
  const begun = performance.now()
  const sums = new Map<string, number>()
  for (const { statement, opinion } of votes) sums.set(statement, (sums.get(statement) ?? 0) + opinion)
  return performance.now() - begun
}
