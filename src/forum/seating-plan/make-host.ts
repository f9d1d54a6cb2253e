import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { changed } from '../seating/effect.ts'
import type { Db } from '../tables.ts'
import { roundsOfPerson } from './board.ts'
import { addStep, keepSeats } from './keep-seats.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { stepsTo } from './move-options.ts'
import { seatedAs } from './seated-as.rules.ts'
import type { PersonRow } from './seating.sql.ts'

/**
 * Somebody leads a table from now on, and sits there in every round that has not begun: on a free chair, or in exchange with a
 * guest who may move, of the same sector where there is one. Everything else that is known of them stays.
 */
export function makeHost(
  db: Db,
  by: Member,
  eventId: string,
  { signUp, table }: { signUp: string; table: number },
  now: Instant,
): Promise<'table-has-no-seat' | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const person = found(
      forum.people.find(({ id }) => id === signUp),
      'somebody with a seat',
    )
    const place = forum.tables.findIndex(({ number }) => number === table)
    const home = found(forum.tables[place], 'table')
    const others = forum.people.filter(({ id, fixed_table }) => id !== signUp && fixed_table === home.id)
    if (others.length >= home.seats) return 'table-has-no-seat'
    const as = seatedAs(person)
    const row = {
      ...{ event_id: eventId, sign_up_id: signUp, part: 'host' as const, fixed_table: home.id },
      ...{ speaks: as.speaks.join(','), rounds: as.rounds?.join(',') ?? null },
      ...{ step_free: as.stepFree ? 1 : 0, hearing_loop: as.hearingLoop ? 1 : 0 },
    }
    await tx
      .insertInto('seated_person')
      .values(row)
      .onConflict((conflict) => conflict.columns(['event_id', 'sign_up_id']).doUpdateSet(row))
      .execute()
    await addStep(tx, eventId, [], { kind: 'people', by: by.id, now })
    await keepSeats(tx, forum, atHome(forum, person, place), { kind: 'moved', by: by.id, now })
    return null
  })
}

/** The schedule with somebody at one table in the rounds to come; where nobody there may change places it stays. */
function atHome(forum: Forum, person: PersonRow, place: number): string[][][] {
  const attends = new Set(roundsOfPerson(person, forum.rounds))
  return forum.schedule.map((tables, index) => {
    const { number = 0 } = forum.rounds[index] ?? {}
    const from = tables.findIndex((ids) => ids.includes(person.id))
    if (number <= forum.begun || !attends.has(number) || from === place) return tables
    const isFull = (tables[place]?.length ?? 0) >= (forum.tables[place]?.seats ?? 0)
    const swapWith = isFull ? whoGivesWay(forum, person, number, tables[place] ?? []) : null
    if (isFull && swapWith === null) return tables
    return changed(tables, stepsTo(person.id, from, { to: place, swapWith }))
  })
}

function whoGivesWay(
  forum: Forum,
  { capacity }: PersonRow,
  round: number,
  ids: readonly string[],
): string | null {
  const locked = new Set(
    forum.seats.flatMap((seat) => (seat.round === round && seat.locked === 1 ? [seat.sign_up_id] : [])),
  )
  const guests = forum.people.filter(
    ({ id, part, fixed_table }) =>
      ids.includes(id) && !locked.has(id) && fixed_table === null && (part ?? 'guest') === 'guest',
  )
  return (guests.find((one) => one.capacity === capacity) ?? guests[0])?.id ?? null
}
