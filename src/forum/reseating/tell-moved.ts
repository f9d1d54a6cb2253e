import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Forum, loadForum } from '../seating-plan/index.ts'
import { stepsAfter } from '../seating-plan/seating.sql.ts'
import type { Db, Reads } from '../tables.ts'
import { shownSeating } from '../your-tables/your-tables.sql.ts'
import { type Letters, lettersFor, sendLetters } from './letters.ts'
import { type Moved, movedSince } from './moved.rules.ts'
import { arrivals, lastMailed } from './reseating.sql.ts'

export type TellRefusal = 'nobody-to-tell' | 'moved-again'

/** Whose seats are others than they know of, as the seats are now. */
export async function whoMoved(db: Reads, forum: Forum): Promise<Moved[]> {
  const { eventId, seating, begun } = forum
  const mailed = await lastMailed(db, eventId)
  const coming = new Set(forum.people.map(({ id }) => id))
  const moved = movedSince(await stepsAfter(db, eventId, mailed), { ...seating, mailed, begun })
  return moved.filter(({ signUpId }) => coming.has(signUpId))
}

/** Mails those who were moved after they had been shown their seats: once for each change, whoever presses. */
export function tellMoved(
  db: Db,
  by: Member,
  eventId: string,
  seen: number,
  letters: Letters,
): Promise<TellRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    if (forum.seating.version !== seen) return 'moved-again'
    const event = await shownSeating(tx, eventId)
    const moved = Map.groupBy(await whoMoved(tx, forum), ({ signUpId }) => signUpId)
    const numbers = new Map(forum.tables.map(({ id, number }) => [id, number]))
    const numberOf = (table: string | null): number | null => numbers.get(table ?? '') ?? null
    const all = lettersFor(await arrivals(tx, eventId), ({ id }) =>
      (moved.get(id) ?? []).map(({ round, from, to }) => ({ round, from: numberOf(from), to: numberOf(to) })),
    )
    if (!event || all.length === 0) return 'nobody-to-tell'
    await tx
      .insertInto('seats_mailed')
      .values({
        ...{ event_id: eventId, version: seen, people: all.length },
        ...{ mailed_at: letters.now, mailed_by: by.id },
      })
      .execute()
    await sendLetters(tx, event, all, letters)
    const detail = { people: all.length }
    await record(tx, { what: 'moved-told', by: by.id, about: eventId, at: letters.now, detail })
    return null
  })
}
