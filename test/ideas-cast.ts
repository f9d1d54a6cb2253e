import { plus } from '#platform/time.ts'
import { tellOfIdeas } from '../src/ideas/index.ts'
import type { AllTables } from '../src/tables.ts'
import { lettersAt } from './letters.ts'
import { coordinatorOf, lastMailTo } from './people-cast.ts'
import type { Answer, Visitor, World } from './world.ts'

interface Words {
  what?: string
  why?: string
  place?: string
  email?: string
  [name: string]: string | undefined
}

/** Fills in the form and sends it, a while after it was opened as people do. */
export async function handInIdea(world: World, words: Words, guest?: Visitor): Promise<Answer> {
  const visitor = guest ?? (await world.visitor())
  const page = await visitor.open('/sv/ideas/new')
  world.clock.now = plus(world.clock.now, { seconds: 20 })
  const filled = { what: 'Fler bänkar', why: 'Så att äldre kan vila', email: 'amina@example.org', ...words }
  const fields = Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return visitor.press(page, 'Skicka idén', fields)
}

/** An idea whose address is confirmed; returns its number. */
export async function anIdea(world: World, words: Words = {}): Promise<number> {
  await handInIdea(world, words)
  await confirmed(world, words.email ?? 'amina@example.org')
  return newestNumber(world)
}

/** An idea that everybody can see. */
export async function aShownIdea(world: World, office: Visitor, words: Words = {}): Promise<number> {
  const number = await anIdea(world, words)
  await deed(office, number, { do: 'show' })
  return number
}

export const newestNumber = async (world: World): Promise<number> => {
  const rows = await world.database
    .as<AllTables>()
    .selectFrom('idea')
    .select('number')
    .orderBy('number', 'desc')
    .execute()
  return rows[0]?.number ?? 0
}

/** Presses the button behind the newest link to an address. */
export async function confirmed(world: World, email: string): Promise<Answer> {
  const guest = await world.visitor()
  const answer = await guest.press(await guest.open(await ownLink(world, email)), 'Ja, det stämmer')
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  return answer
}

/** The newest link to somebody's own page. */
export async function ownLink(world: World, email: string): Promise<string> {
  const { text_body } = await lastMailTo(world, email)
  return /https?:\/\/[^/\s]+(\/\w\w\/ideas\/mine\/\w+)/.exec(text_body)?.[1] ?? ''
}

export async function aSupporter(world: World, number: number, email: string): Promise<void> {
  const guest = await world.visitor()
  await guest.press(await guest.open(`/sv/ideas/${number}`), 'Ställ mig bakom idén', { email })
  await confirmed(world, email)
}

export const officeOf = async (world: World, party: 'city' | 'civil-society' = 'city'): Promise<Visitor> =>
  world.visitor(await coordinatorOf(world.database, party, party === 'city' ? 'Bo' : 'Karin'))

/** Does something with an idea in the office. */
export const deed = (office: Visitor, number: number, fields: Record<string, string | string[]>) =>
  office.send(`/sv/office/ideas/${number}`, fields)

export const theIdea = (world: World, number: number) =>
  world.database
    .as<AllTables>()
    .selectFrom('idea')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()

/** What the clock does every five minutes. */
export const tellNow = (world: World): Promise<void> =>
  tellOfIdeas(world.database.as(), lettersAt(world.clock.now))
