import { plus } from '#platform/time.ts'
import type { AllTables } from '../src/tables.ts'
import { lastMailTo } from './people-cast.ts'
import type { Answer, Visitor, World } from './world.ts'

type Fields = Record<string, string>

/** Asks a question as people do: a while after the form was opened. */
export async function ask(world: World, words: Fields = {}, guest?: Visitor): Promise<Answer> {
  const visitor = guest ?? (await world.visitor())
  const page = await visitor.open('/sv/contact')
  world.clock.now = plus(world.clock.now, { seconds: 20 })
  const fields = { words: 'När öppnar dörrarna?', language: 'sv', email: 'ebba@example.org', ...words }
  return visitor.press(page, 'Skicka frågan', fields)
}

export async function questionLink(world: World, email = 'ebba@example.org'): Promise<string> {
  const { text_body } = await lastMailTo(world, email)
  return /https?:\/\/[^/\s]+(\/\w\w\/contact\/mine\/\w+)/.exec(text_body)?.[1] ?? ''
}

/** A question whose address is confirmed; returns its number. */
export async function aQuestionAsked(world: World, words: Fields = {}): Promise<number> {
  await ask(world, words)
  const guest = await world.visitor()
  const link = await questionLink(world, words['email'])
  await guest.send(link, { do: 'confirm' })
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  const db = world.database.as<AllTables>()
  const row = await db
    .selectFrom('contact_question')
    .select('number')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return row.number
}

/** What stands in the list for the thing with these words: what is sent when it is ticked. */
export const itemWith = (page: Answer, words: string): string => {
  const row = page.root.querySelectorAll('tr').find((one) => one.textContent.includes(words))
  return row?.querySelector('input[name="item"]')?.getAttribute('value') ?? ''
}

/** Closes everything that a page of the inbox shows, with what it has chosen already and one press. */
export function closeAll(office: Visitor, address: string, page: Answer): Promise<Answer> {
  const shown = page.root
    .querySelectorAll('input[name="shown"]')
    .map((one) => one.getAttribute('value') ?? '')
  const all = page.root.querySelector('input[name="all"][checked]')?.getAttribute('value') ?? ''
  const reason =
    page.root.querySelector('select[name="reason"] option[selected]')?.getAttribute('value') ?? ''
  return office.send(address, { do: 'close', all, reason, shown })
}
