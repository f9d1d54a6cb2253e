import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Filled, Mistakes } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, Reads } from '../tables.ts'
import { answersOf } from './answers.sql.ts'
import { giveAnswers } from './give-answers.ts'
import { type Answers, questionsFor, stillOpen } from './questions.rules.ts'
import { personToAsk, questionsOf } from './questions.sql.ts'
import { readAnswers } from './read-answers.ts'

/** Whom is asked at the door, what, and what is known of them already. Only of this event. */
export async function askedAtDoor(db: Reads, eventId: string, signUpId: string) {
  const person = found(await personToAsk(db, eventId, signUpId), 'sign-up of this event')
  const all = await questionsOf(db, eventId)
  const known = await knownOf(db, person)
  const atDoor = questionsFor(all, { at: 'door', isBrought: person.brought_by !== null })
  return { name: person.name, questions: stillOpen(atDoor, known), known }
}

/** What somebody answered, and what whoever brought them answered for all of them. */
export async function knownOf(
  db: Reads,
  { id, brought_by }: { id: string; brought_by: string | null },
): Promise<Answers> {
  const group: Answers = brought_by ? await answersOf(db, brought_by) : new Map()
  return new Map([...group, ...(await answersOf(db, id))])
}

/** Writes down what somebody answered at the door. Null means it is done. */
export function askAtDoor(
  db: Db,
  { eventId, signUpId }: { eventId: string; signUpId: string },
  fields: Filled,
  { by, now }: { by: Member; now: Instant },
): Promise<Mistakes | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const { questions, known } = await askedAtDoor(tx, eventId, signUpId)
    const { answers, mistakes } = readAnswers(questions, fields, known)
    if (Object.keys(mistakes).length > 0) return mistakes
    await giveAnswers(tx, { event, signUpId }, questions, answers)
    const detail = { signUp: signUpId }
    await record(tx, { what: 'asked-at-door', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
