import { type Database, openDatabase } from '#platform/db.ts'
import { plus, systemClock } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { anEvent } from '../cast.ts'
import { faultsOf } from './pages.ts'
import { load, type Platform, usage } from './programs.ts'
import { figure, type Row } from './table.ts'

interface Options {
  platform: Platform
  place: Parameters<typeof openDatabase>[0]
  engine: string
  seconds: number
  wrong: string[]
}

const connections = 64
const seatsOfHotEvent = 20_000
const rush = { seats: 100, people: 400 }

export interface SignedUp {
  perSecond: number
  row: Row
}

/**
 * Everybody signs up for one event, and then for one with too few seats: how fast, and whether all is as it must be.
 * Stops the platform.
 */
export async function signUps({ platform, place, engine, seconds, wrong }: Options): Promise<SignedUp> {
  const database = openDatabase(place)
  try {
    const hot = await anEvent(database, plus(systemClock(), { days: 30 }), { capacity: seatsOfHotEvent })
    const order = (event: string) => ({
      ...{ url: `${platform.url}/sv/events/${event}/sign-up`, connections },
      signUps: { origin: platform.url, prefix: event },
    })
    const before = usage(platform.pid)
    const measured = await load({ ...order(hot), seconds })
    const cpuMs = (usage(platform.pid).cpuMs - before.cpuMs) / measured.answered
    wrong.push(...faultsOf(`sign-up on ${engine}`, measured, ['303']))
    const small = await anEvent(database, plus(systemClock(), { days: 31 }), { capacity: rush.seats })
    const rushed = await load({ ...order(small), amount: rush.people })
    wrong.push(...faultsOf(`the rush on ${engine}`, rushed, ['303']))
    // Whoever was still on the way when the time was up is served before the platform stops.
    await platform.stop()
    const faults = [
      ...(await faultsInDatabase(database, hot, measured)),
      ...(await faultsInDatabase(database, small, rushed)),
    ]
    wrong.push(...faults.map((fault) => `${engine}: ${fault}`))
    const told = `${figure(measured.perSecond)}/s, p50 ${measured.p50} ms, p99 ${measured.p99} ms, ${cpuMs.toFixed(2)} ms each`
    return { perSecond: measured.perSecond, row: { what: `sign-ups, ${engine}`, measured: told } }
  } finally {
    await database.close()
  }
}

/** Whoever was told that it is done stands in the database, with a mail, and nobody has a seat that is not there. */
async function faultsInDatabase(
  database: Database,
  event: string,
  { answered, sent }: { answered: number; sent: number },
): Promise<string[]> {
  const db = database.as<ProgrammeTables & { mail: { about: string } }>()
  const states = await db
    .selectFrom('sign_up')
    .select(['state', (eb) => eb.fn.countAll<number>().as('people')])
    .where('event_id', '=', event)
    .groupBy('state')
    .execute()
  const mails = await db
    .selectFrom('mail')
    .innerJoin('sign_up', 'sign_up.id', 'mail.about')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow()
  const { seats_taken, capacity } = await db
    .selectFrom('event')
    .select(['seats_taken', 'capacity'])
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  const count = (state: string): number => states.find((row) => row.state === state)?.people ?? 0
  const people = count('seat') + count('waiting')
  const checks: [boolean, string][] = [
    [people >= answered && people <= sent, `${answered} answers, ${sent} sent, but ${people} people`],
    [
      count('seat') === Math.min(people, capacity),
      `${count('seat')} seats of ${capacity} for ${people} people`,
    ],
    [seats_taken === count('seat'), `${seats_taken} seats counted, ${count('seat')} given`],
    [mails.count === people, `${mails.count} mails for ${people} people`],
  ]
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault)
}
