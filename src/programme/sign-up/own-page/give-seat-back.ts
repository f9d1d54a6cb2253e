import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { wordsFor } from '#platform/words.ts'
import { eventWithId } from '../../events.sql.ts'
import type { Db, EndedBecause, SignUpRow, Writes } from '../../tables.ts'
import { type Letters, writeLetters } from '../letters.ts'
import { moveUp } from '../queue/move-up.ts'
import { type ChangeRefusal, refusalToChange } from '../sign-up.rules.ts'
import { changeSignUpRow, companionsOf, signUpWithId } from '../sign-ups.sql.ts'

interface Which {
  /** The seat of this companion instead of the own one. */
  companion?: string | undefined
  /** Everybody's whom the person brought along, too. */
  all?: boolean
}

/**
 * Gives one seat back, or leaves the queue, or says no to an offer: without a reason, up to the start. The person's
 * calendar is told, and the seat goes to whoever has waited longest. With `all`, those who come along are given back
 * in the same go.
 */
export function giveSeatBack(
  db: Db,
  signUp: SignUpRow,
  letters: Letters,
  { companion, all = false }: Which = {},
): Promise<ChangeRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, companion ?? signUp.id), 'sign-up')
    if (companion !== undefined) found(current.brought_by === signUp.id || null, 'companion')
    const t = wordsFor(signUp.language)
    const along = all ? (await companionsOf(tx, signUp.id)).filter(({ state }) => state !== 'cancelled') : []
    const refusal = refusalToChange(along[0] ?? current, event, now)
    if (refusal) return refusal

    const ending = [current, ...along].filter(({ state }) => state !== 'cancelled')
    const ended: SignUpRow[] = []
    for (const one of ending) ended.push(await end(tx, one, one.id === signUp.id ? null : signUp, now))
    // Each is told as what they were: with a seat, or in the queue.
    const own = ended.filter(({ id, email }) => id === signUp.id || email === null)
    // Whoever gives back the seat of a companion without an address keeps the own one.
    const isOwn = own.some(({ id }) => id === signUp.id)
    const by = own[0]?.named === 1 ? own[0].name : t('manage.companion.somebody')
    await writeLetters(tx, isOwn ? 'given-back' : 'companion-off', { event, signUps: own, letters, by })
    const others = ended.filter((one) => !own.includes(one))
    await writeLetters(tx, 'taken-off', { event, signUps: others, letters, by: signUp.name })
    await moveUp(tx, event.id, letters)
    return null
  })
}

/** Ends a sign-up; answers with the row as it was, but for its sequence. */
async function end(tx: Writes, one: SignUpRow, by: SignUpRow | null, now: string): Promise<SignUpRow> {
  const sequence = one.sequence + 1
  const because: EndedBecause = by
    ? 'given-back-by-group'
    : one.state === 'offered'
      ? 'offer-declined'
      : 'given-back'
  await changeSignUpRow(tx, one.id, {
    ...{ state: 'cancelled', cancelled_at: now, ended_because: because },
    ...{ held_until: null, checked_in_at: null, sequence },
  })
  const what = one.state === 'offered' ? 'offer-declined' : 'seat-given-back'
  await record(tx, { what, by: null, about: one.event_id, at: now, detail: { signUp: one.id } })
  return { ...one, sequence }
}
