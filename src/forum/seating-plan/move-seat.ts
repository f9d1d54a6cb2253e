import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { changed, type Effect, effectsOn } from '../seating/effect.ts'
import type { Db } from '../tables.ts'
import { roundsOfPerson } from './board.ts'
import { keepSeats } from './keep-seats.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { type MoveRefusal, refusalToMove } from './move.rules.ts'
import { stepsTo } from './move-options.ts'

/** Whose seat, in which round (from 1), and where to: 't3' for a table, 'none', or 'p' and whom they change with. */
export const MoveForm = z.object({
  person: z.string().min(1),
  round: z.coerce.number().int().min(1).max(50),
  to: z.string('seating.mistake.to').regex(/^(t\d+|none|p[\w-]+)$/, 'seating.mistake.to'),
  seen: z.coerce.number().int().max(2_147_483_647),
  anyway: z.literal('yes').optional().catch(undefined),
})
export type Move = z.output<typeof MoveForm>

/** What a move would do to a forum; null when there is no such round or table, or nobody of that id. */
export interface Moving {
  from: number
  to: number
  swapWith: string | null
  effect: Effect
}

export function movingOf(
  forum: Forum,
  { person, round, to }: Pick<Move, 'person' | 'round' | 'to'>,
): Moving | null {
  const { problem, schedule, rounds, tables } = forum
  const index = rounds.findIndex(({ number }) => number === round)
  const seats = schedule[index]
  const other = to.startsWith('p') ? to.slice(1) : null
  if (!seats || [person, other].some((id) => id !== null && !forum.people.some((one) => one.id === id)))
    return null
  const placeOf = (id: string): number => seats.findIndex((ids) => ids.includes(id))
  const from = placeOf(person)
  const place = other === null ? tables.findIndex(({ number }) => `t${number}` === to) : placeOf(other)
  if (place < 0 && to !== 'none') return null
  const effect = effectsOn(problem, schedule)(index, stepsTo(person, from, { to: place, swapWith: other }))
  return { from, to: place, swapWith: other, effect }
}

/** Moves somebody in one round, or lets two change places. */
export function moveSeat(
  db: Db,
  by: Member,
  eventId: string,
  move: Move,
  now: Instant,
): Promise<MoveRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const moving = movingOf(forum, move)
    const refusal = whyNot(forum, move, moving)
    if (refusal || !moving) return refusal ?? 'not-there'
    const steps = stepsTo(move.person, moving.from, moving)
    const schedule = forum.schedule.map((tables, index) =>
      forum.rounds[index]?.number === move.round ? changed(tables, steps) : tables,
    )
    const kind = moving.swapWith === null ? 'moved' : 'swapped'
    await keepSeats(tx, forum, schedule, { kind, by: by.id, now })
    return null
  })
}

function whyNot(forum: Forum, move: Move, moving: Moving | null): MoveRefusal | null {
  const who = [move.person, ...(moving?.swapWith ? [moving.swapWith] : [])]
  const attends = (id: string): boolean => {
    const person = forum.people.find((one) => one.id === id)
    return person !== undefined && roundsOfPerson(person, forum.rounds).includes(move.round)
  }
  return refusalToMove({
    ...{ seen: move.seen, version: forum.seating.version, anyway: move.anyway === 'yes' },
    areThere: moving !== null && who.every(attends),
    isLocked: forum.seats.some(
      (seat) => seat.round === move.round && seat.locked === 1 && who.includes(seat.sign_up_id),
    ),
    from: moving?.from ?? -2,
    to: moving?.to ?? -1,
    overfull: moving?.effect.overfull.length ?? 0,
    broken: moving?.effect.broken.filter(({ why }) => why !== 'no-chair').length ?? 0,
  })
}
