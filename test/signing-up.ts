import { lastMailTo } from './people-cast.ts'
import type { Answer, Visitor, World } from './world.ts'

/** Fills in the form of an event's sign-up and sends it; the answer says that a mail is on its way. */
export async function askForSeat(
  visitor: Visitor,
  slug: string,
  fields: Record<string, string>,
): Promise<Answer> {
  const page = await visitor.open(`/sv/events/${slug}/sign-up`)
  const isFull = page.text.includes('Sätt mig på väntelistan')
  return visitor.press(page, isFull ? 'Sätt mig på väntelistan' : 'Anmäl mig', fields)
}

/** Opens the link in the latest mail to an address and says yes: the page of the sign-up afterwards. */
export async function sayYes(world: World, visitor: Visitor, email: string): Promise<Answer> {
  const { link } = await lastMailTo(world, email)
  return visitor.press(await visitor.open(link), 'Ja, jag')
}

/** Signs somebody up from the form to the confirmed address. */
export async function signUpAndConfirm(
  world: World,
  visitor: Visitor,
  slug: string,
  fields: Record<string, string> & { email: string },
): Promise<Answer> {
  const answer = await askForSeat(visitor, slug, fields)
  if (answer.status !== 200) throw new Error(`not signed up: ${answer.text.slice(0, 500)}`)
  return sayYes(world, visitor, fields.email.toLowerCase())
}
