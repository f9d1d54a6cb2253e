import { plus } from '#platform/time.ts'
import type { AllTables } from '../src/tables.ts'
import { coordinatorOf, lastMailTo } from './people-cast.ts'
import type { Answer, Visitor, World } from './world.ts'

type Fields = Record<string, string>

const pledge: Fields = {
  kind: 'premises',
  giver: 'organisation',
  giver_name: 'Kontorshotellet Kajplats',
  contact_name: 'Mira',
  what: 'Vår hörsal fyra kvällar',
  amount: '4',
  unit: 'times',
  publish: 'named',
  language: 'sv',
  email: 'mira@example.org',
}

/** Fills in the form and sends it, a while after it was opened as people do. */
export async function sendPledge(world: World, words: Fields = {}, guest?: Visitor): Promise<Answer> {
  const visitor = guest ?? (await world.visitor())
  const page = await visitor.open('/sv/partners/pledge')
  world.clock.now = plus(world.clock.now, { seconds: 20 })
  return visitor.press(page, 'Skicka erbjudandet', { ...pledge, ...words })
}

/** A pledge whose address is confirmed; returns its number. */
export async function aPledge(world: World, words: Fields = {}): Promise<number> {
  await sendPledge(world, words)
  const guest = await world.visitor()
  const link = await pledgeLink(world, words['email'] ?? 'mira@example.org')
  await guest.press(await guest.open(link), 'Ja, det stämmer')
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  return newestPledge(world)
}

/** The newest link to the page of somebody's pledge. */
export async function pledgeLink(world: World, email: string): Promise<string> {
  const { text_body } = await lastMailTo(world, email)
  return /https?:\/\/[^/\s]+(\/\w\w\/partners\/pledges\/\w+)/.exec(text_body)?.[1] ?? ''
}

async function newestPledge(world: World): Promise<number> {
  const db = world.database.as<AllTables>()
  const row = await db
    .selectFrom('pledge')
    .select('number')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return row.number
}

export const thePledge = (world: World, number: number) =>
  world.database
    .as<AllTables>()
    .selectFrom('pledge')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()

export const partnersOffice = async (
  world: World,
  party: 'city' | 'civil-society' = 'city',
): Promise<Visitor> =>
  world.visitor(await coordinatorOf(world.database, party, party === 'city' ? 'Bo' : 'Karin'))

/** Takes a pledge a step on in the office, as the page shows it. */
export async function step(office: Visitor, number: number, fields: Fields): Promise<Answer> {
  const page = await office.open(`/sv/office/pledges/${number}`)
  const seen = page.root.querySelector('input[name="seen"]')?.getAttribute('value') ?? ''
  return office.send(`/sv/office/pledges/${number}`, { seen, ...fields })
}

/** All the way to what was given. */
export async function given(office: Visitor, number: number, gift: Fields = {}): Promise<Answer> {
  await step(office, number, { do: 'talk' })
  await step(office, number, { do: 'agreed' })
  return step(office, number, {
    ...{ do: 'given', given_on: '2026-11-20', 'in_kind.sv': 'Hörsal fyra kvällar' },
    ...{ 'given_to.sv': 'Kvällsmöten om unga', ...gift },
  })
}
