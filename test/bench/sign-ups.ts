import { type Database, openDatabase } from '#platform/db.ts'
import { plus, systemClock } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { anEvent } from '../cast.ts'
import type { Measured } from './load-program.ts'
import { faultsOf, middleOf } from './pages.ts'
import { load, type Platform, usage } from './programs.ts'
import { figure, type Row } from './table.ts'

interface Options {
  platform: Platform
  place: Parameters<typeof openDatabase>[0]
  engine: string
  seconds: number
  /** Bare inserts per second, measured for so many seconds. */
  bare: (seconds: number) => number | Promise<number>
  wrong: string[]
}

const connections = 64
const seatsOfHotEvent = 100_000
const rush = { seats: 100, forms: 400, togetherMax: 4 }
// By turns with the bare loop, so that whatever else the machine does meanwhile falls on both.
const turns = 4

/**
 * Everybody signs up for one event, and then, alone or with others, for one with too few seats: how fast, and whether
 * all is as it must be. Stops the platform.
 */
export async function signUps({ platform, place, engine, seconds, bare, wrong }: Options): Promise<Row> {
  const database = openDatabase(place)
  try {
    const hot = await anEvent(database, plus(systemClock(), { days: 30 }), { capacity: seatsOfHotEvent })
    let crowds = 0
    const crowd = (event: string, amount: { seconds: number } | { amount: number }, togetherMax = 1) => {
      const url = `${platform.url}/sv/events/${event}/sign-up`
      const signUps = { origin: platform.url, crowd: (crowds += 1), togetherMax }
      return load({ url, connections, ...amount, signUps })
    }
    const first = await crowd(hot, { amount: connections * 20 })
    const floors: number[] = []
    const measured: (Measured & { cpuMs: number })[] = []
    const each = { seconds: Math.ceil(seconds / turns) }
    for (let turn = 0; turn < turns; turn += 1) {
      floors.push(await bare(each.seconds))
      const before = usage(platform.pid)
      const one = await crowd(hot, each)
      measured.push({ ...one, cpuMs: (usage(platform.pid).cpuMs - before.cpuMs) / one.answered })
    }
    const small = await anEvent(database, plus(systemClock(), { days: 31 }), { capacity: rush.seats })
    const rushed = await crowd(small, { amount: rush.forms }, rush.togetherMax)
    for (const one of [first, ...measured]) wrong.push(...faultsOf(`sign-up on ${engine}`, one, ['303']))
    wrong.push(...faultsOf(`the rush on ${engine}`, rushed, ['303']))
    // Whoever was still on the way when the time was up is served before the platform stops.
    await platform.stop()
    const faults = [
      ...(await faultsInDatabase(database, hot, [first, ...measured])),
      ...(await faultsInDatabase(database, small, [rushed])),
    ]
    wrong.push(...faults.map((fault) => `${engine}: ${fault}`))
    const middle = (of: (one: Measured & { cpuMs: number }) => number): number => middleOf(measured.map(of))
    const [perSecond, floor] = [middle((one) => one.perSecond), middleOf(floors)]
    return {
      what: `sign-ups, ${engine}`,
      measured:
        `${figure(perSecond)}/s, p50 ${middle((one) => one.p50)} ms, p99 ${middle((one) => one.p99)} ms, ` +
        `${middle((one) => one.cpuMs).toFixed(2)} ms each`,
      floor: `${figure(floor)}/s one by one`,
      share: perSecond / floor,
    }
  } finally {
    await database.close()
  }
}
/** Whoever was told that it is done stands in the database, with a mail, and nobody has a seat that is not there. */
async function faultsInDatabase(
  database: Database,
  event: string,
  runs: readonly Measured[],
): Promise<string[]> {
  const answered = runs.reduce((total, run) => total + run.answered, 0)
  const sent = runs.reduce((total, run) => total + run.sent, 0)
  const db = database.as<ProgrammeTables & { mail: { about: string } }>()
  const states = await db
    .selectFrom('sign_up')
    .select(['state', (eb) => eb.fn.countAll<number>().as('people')])
    .select((eb) => eb.fn.countAll<number>().filterWhere('brought_by', 'is', null).as('forms'))
    .where('event_id', '=', event)
    .groupBy('state')
    .execute()
  const mails = await db
    .selectFrom('mail')
    .innerJoin('sign_up', 'sign_up.id', 'mail.about')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('event_id', '=', event)
    .where('brought_by', 'is', null)
    .executeTakeFirstOrThrow()
  const { seats_taken, capacity } = await db
    .selectFrom('event')
    .select(['seats_taken', 'capacity'])
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  // A stranger's seat is held until the address is confirmed, and counts.
  const held = states.find(({ state }) => state === 'held')?.people ?? 0
  const people = states.reduce((total, row) => total + row.people, 0)
  const forms = states.reduce((total, row) => total + row.forms, 0)
  const others = states.filter(({ state }) => state !== 'held' && state !== 'waiting')
  const checks: [boolean, string][] = [
    [forms >= answered && forms <= sent, `${answered} answers, ${sent} sent, but ${forms} signed up`],
    [held === Math.min(people, capacity), `${held} seats of ${capacity} for ${people} people`],
    [seats_taken === held, `${seats_taken} seats counted, ${held} given`],
    [mails.count === forms, `${mails.count} mails for ${forms} forms`],
    [others.length === 0, `people in another state: ${others.map(({ state }) => state).join(', ')}`],
  ]
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault)
}
