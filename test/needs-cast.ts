import type { AllTables } from '../src/tables.ts'
import { coordinatorOf, lastMailTo } from './people-cast.ts'
import type { Visitor, World } from './world.ts'

export const officeNeeds = '/sv/office/series/lunch-and-learn/needs'

/** Hands in a need and confirms its address; returns its number. */
export async function aNeed(world: World, words: string, email: string, organisation = ''): Promise<number> {
  const guest = await world.visitor()
  const page = await guest.open('/sv/needs/new')
  await guest.press(page, 'Lämna behovet', { words, email, organisation })
  await confirmed(world, email)
  const rows = await world.database
    .as<AllTables>()
    .selectFrom('lunch_need')
    .select('number')
    .orderBy('number', 'desc')
    .execute()
  return rows[0]?.number ?? 0
}

/** Presses the button behind the newest link to an address. */
export async function confirmed(world: World, email: string): Promise<void> {
  const guest = await world.visitor()
  await guest.press(await guest.open(await ownLink(world, email)), 'Ja, det stämmer')
}

/** The newest link to somebody's own page. */
export async function ownLink(world: World, email: string): Promise<string> {
  const { text_body } = await lastMailTo(world, email)
  return /http:\/\/localhost:3000(\/\w\w\/needs\/mine\/\w+)/.exec(text_body)?.[1] ?? ''
}

export async function aSecond(world: World, number: number, email: string, organisation = ''): Promise<void> {
  const guest = await world.visitor()
  const page = await guest.open(`/sv/needs/${number}`)
  await guest.press(page, 'Ställ mig bakom behovet', { email, organisation })
  await confirmed(world, email)
}

export const aCoordinator = async (world: World): Promise<Visitor> =>
  world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))

/** Does something with a need in the office. */
export const deed = (office: Visitor, number: number, fields: Record<string, string>) =>
  office.send(`${officeNeeds}/${number}`, fields)

/** A need that everybody can see. */
export async function anOpenNeed(
  world: World,
  office: Visitor,
  words: string,
  email: string,
  organisation = '',
): Promise<number> {
  const number = await aNeed(world, words, email, organisation)
  await deed(office, number, { do: 'open' })
  return number
}

/** An offer that everybody can see; returns its id. */
export async function anOffer(
  world: World,
  office: Visitor,
  topic: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const guest = await world.visitor()
  const email = fields['email'] ?? 'forskare@example.org'
  const page = await guest.open(fields['need'] ? `/sv/needs/offer?need=${fields['need']}` : '/sv/needs/offer')
  await guest.press(page, 'Lämna erbjudandet', { topic, email, ...fields })
  await confirmed(world, email)
  const db = world.database.as<AllTables>()
  const { id } = await db
    .selectFrom('lunch_offer')
    .select('id')
    .where('topic', '=', topic)
    .executeTakeFirstOrThrow()
  await office.send(`${officeNeeds}/offers/${id}`, { do: 'open' })
  return id
}

export const stateOf = async (world: World, number: number): Promise<string> =>
  (
    await world.database
      .as<AllTables>()
      .selectFrom('lunch_need')
      .select('state')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  ).state
