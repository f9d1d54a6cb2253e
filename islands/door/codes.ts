import type { AtTheDoor } from './at-the-door.ts'

/** The mark by which the list knows a code: it cannot be turned back into one. */
async function markOf(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))
  const hex = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, 16)
}

/** Somebody holds a code before the camera: who has a seat is let in, of everybody else it says how they stand. */
export async function showCode(door: AtTheDoor, text: string): Promise<void> {
  const code = /\/in\/([\w-]{36})$/.exec(text)?.[1]
  const person = code ? await door.personWithMark(await markOf(code)) : undefined
  if (!person) return door.answer('not-here', null)
  if (person.since || person.state === 'seat') return door.checkIn(person)
  door.answer(person.state, person)
}
