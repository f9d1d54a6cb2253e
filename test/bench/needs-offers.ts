import { monitorEventLoopDelay } from 'node:perf_hooks'
import { decide, transact } from '#platform/db.ts'
import { insertRows } from '#platform/insert-rows.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { followNeedsOffers } from '#network/index.ts'
import { setAnswer } from '#network/needs-offers/matches.sql.ts'
import { suggestFor } from '#network/needs-offers/suggest.ts'
import { entryRow, entryWithId } from '#network/needs-offers/entries.sql.ts'
import { kinds } from '#network/needs-offers/entry.rules.ts'
import { needsOfNetworkWaiting } from '#network/needs-offers/waiting.sql.ts'
import type { AllTables } from '../../src/tables.ts'
import { lettersAt } from '../letters.ts'
import { plantNetwork } from '../network-cast.ts'
import { coordinatorOf } from '../people-cast.ts'
import { freshWorld } from '../world.ts'

/**
 * Needs and offers of a large network: what the pages cost in processor time, and what the morning costs them, on the
 * engine that TEST_DATABASE names.
 */
const [organisations, entries] = [10_000, 5_000]
const world = await freshWorld()
const db = world.database.as<AllTables>()
const today = localDate(world.clock.now)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

// The same every time.
let state = 7
const chance = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((state / 2_147_483_648) * below)
}
const from = <T>(list: readonly T[]): T => list[chance(list.length)] as T
const places = [null, 'Rosengård', 'Hyllie', 'Kirseberg', 'Limhamn', 'Lindängen', 'Husie', 'Oxie', 'Fosie']
const things =
  'läxhjälp gymnastiksal klubblokal odling cykelverkstad scen teckenspråk revisor hantverk kör fotboll översättning flyttbil kamera'.split(
    ' ',
  )
const who = 'barn äldre ungdomar nyanlända föräldrar grannar volontärer musiker'.split(' ')

await plantNetwork(db, organisations, [])
await transact(db, async (tx) => {
  await tx
    .updateTable('organisation')
    .set((eb) => ({ contact_email: eb.fn('concat', ['id', eb.val('@example.org')]) }))
    .where('id', 'like', 'org-%')
    .execute()
  const rows = Array.from({ length: entries }, (_, index) => {
    const id = `entry-${String(index).padStart(5, '0')}`
    const sv = `${from(things)} för ${from(who)}, ${from(things)}`
    const begins = datePlus(today, -chance(60))
    return {
      ...{ id, organisation_id: `org-${String(chance(organisations)).padStart(5, '0')}` },
      ...{ side: index % 2 === 0 ? ('need' as const) : ('offer' as const), written_by: null },
      ...{ written_at: world.clock.now, changed_at: world.clock.now, asked_at: null },
      ...{ ended_at: null, ended_because: null, reason: null },
      ...entryRow({
        ...{
          kind: from(kinds),
          words: { sv },
          about: { sv: `Vi tänker på ${from(who)} och ${from(things)}.` },
        },
        ...{ place: from(places), theme_id: null, ask_for: null },
        ...{ from_day: begins, until_day: datePlus(today, 10 + chance(200)) },
      }),
    }
  })
  await insertRows(tx, 'need_offer', rows)
})

const office = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
const guest = await world.visitor()

/** The middle of some runs, in milliseconds of processor time of this process. */
async function cost(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let time = 0; time < 15; time += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return `${(times.toSorted((one, other) => one - other)[7] ?? 0).toFixed(1)} ms`
}

async function pages(): Promise<void> {
  const own = 'entry-00002'
  // Each time another address, so that no page is kept from before.
  let turn = 0
  const paths: [string, typeof guest][] = [
    ['/network/needs?page=', guest],
    ['/network/needs?q=l%C3%A4xhj%C3%A4lp&page=', guest],
    ['/network/needs?q=finns-inte&page=', guest],
    ['/network/needs?side=offer&kind=premises&place=Hyllie&page=', guest],
    ['/network/ask?sector=&q=cykelverkstad+', guest],
    [`/network/needs/${own}?x=`, guest],
    ['/network?x=', guest],
    ['/network?q=Lyktan+', guest],
    ['/office/needs-offers?x=', office],
    [`/office/needs-offers/${own}?x=`, office],
    ['/office/inbox?kind=need&x=', office],
    ['/office?x=', office],
  ]
  for (const [path, visitor] of paths) {
    const used = await cost(() => visitor.open(`/sv${path}${(turn += 1)}`))
    say(`${path.padEnd(64)} ${used}`)
  }
  say(`${'waiting in the inbox'.padEnd(64)} ${await cost(() => needsOfNetworkWaiting(db).execute())}`)
}

/** As if all of them had been written one after another. */
async function lookAtAll(): Promise<void> {
  const used = process.cpuUsage()
  for (const { id } of await db.selectFrom('need_offer').select('id').orderBy('id').execute())
    await decide(world.database.as<AllTables>(), 'need_offer', id, async (tx) => {
      const entry = await entryWithId(tx, id)
      if (entry) await suggestFor(tx, entry, world.clock.now)
    })
  const { user, system } = process.cpuUsage(used)
  say(`to suggest for one: ${((user + system) / 1000 / entries).toFixed(1)} ms of processor`)
}

async function sayNo(count: number): Promise<void> {
  const some = await db.selectFrom('need_match').select('id').orderBy('id').limit(count).execute()
  for (const { id } of some) await setAnswer(db, id, 'offer', { said: 'no', at: world.clock.now, by: null })
}

async function morning(name: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const [began, used] = [performance.now(), process.cpuUsage()]
  await followNeedsOffers(world.database.as(), lettersAt(world.clock.now))
  const { user, system } = process.cpuUsage(used)
  delay.disable()
  const matches = await db
    .selectFrom('need_match')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const processor = ((user + system) / 1e6).toFixed(1)
  const longest = (delay.max / 1e6).toFixed(0)
  say(
    `${name}: ${seconds} s, ${processor} s of processor, at most ${longest} ms at a stretch, ${matches.count} suggestions`,
  )
}

say(`${world.engine}, ${organisations} organisations, ${entries} needs and offers`)
await pages()
await morning('a morning after nothing')
await lookAtAll()
await sayNo(400)
await morning('a morning after 400 noes')
await pages()
await world.close()
