import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Filled, Mistakes } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, Reads } from '../tables.ts'
import { answersOf } from './answers.sql.ts'
import { giveAnswers } from './give-answers.ts'
import { type Answers, questionsFor, stillOpen } from './questions.rules.ts'
import { personToAsk, questionsOf } from './questions.sql.ts'
import { readAnswers } from './read-answers.ts'

/** Who asks: somebody who looks after the event, or a steward with a link. */
export interface Asker {
  person: string | null
  /** The name of the steward's link. */
  steward: string | null
}

export interface AtDoor {
  eventId: string
  signUpId: string
  asker: Asker
}

/**
 * Whom is asked at the door, what, and what is known of them already. Only of this event. A steward asks whoever has
 * come what has no answer yet, and so reads no answer of anybody's.
 */
export async function askedAtDoor(db: Reads, { eventId, signUpId, asker }: AtDoor) {
  const person = found(await personToAsk(db, eventId, signUpId), 'sign-up of this event')
  const isSteward = asker.person === null
  if (isSteward) found(person.checked_in_at, 'somebody who has come')
  const all = await questionsOf(db, eventId)
  const known = await knownOf(db, person)
  const atDoor = questionsFor(all, { at: 'door', isBrought: person.brought_by !== null })
  const open = stillOpen(atDoor, known)
  const questions = isSteward ? open.filter(({ id }) => !known.has(id)) : open
  return { name: person.name, questions, known }
}

/** Whether anything is asked at the door of an event at all. */
export const isAskedAtDoor = async (db: Reads, eventId: string): Promise<boolean> =>
  questionsFor(await questionsOf(db, eventId), { at: 'door', isBrought: false }).length > 0

/** What somebody answered, and what whoever brought them answered for all of them. */
export async function knownOf(
  db: Reads,
  { id, brought_by }: { id: string; brought_by: string | null },
): Promise<Answers> {
  const group: Answers = brought_by ? await answersOf(db, brought_by) : new Map()
  return new Map([...group, ...(await answersOf(db, id))])
}

/** Writes down what somebody answered at the door. Null means it is done. */
export function askAtDoor(db: Db, at: AtDoor, fields: Filled, now: Instant): Promise<Mistakes | null> {
  const { eventId, signUpId, asker } = at
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const { questions, known } = await askedAtDoor(tx, at)
    const { answers, mistakes } = readAnswers(questions, fields, known)
    if (Object.keys(mistakes).length > 0) return mistakes
    await giveAnswers(tx, { event, signUpId }, questions, answers)
    const detail = { signUp: signUpId, ...(asker.steward && { steward: asker.steward }) }
    await record(tx, { what: 'asked-at-door', by: asker.person, about: eventId, at: now, detail })
    return null
  })
}
