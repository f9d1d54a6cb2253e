import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { VisitEnv } from '#platform/http.ts'
import { eventWithNotes } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { seatingOf } from './seating.sql.ts'

type C = Context<VisitEnv>

export const idIn = (c: C): string => c.req.param('id') ?? ''
export const base = (c: C): string => `/office/events/${idIn(c)}/seating`

export const toBoard = (c: C, round?: number): Response => {
  const board = c.var.to(`/office/events/${idIn(c)}/seating`)
  return c.redirect(round ? `${board}?round=${round}#board` : board, 303)
}

export const eventIn = async (db: Db, c: C) => found(await eventWithNotes(db, idIn(c)), 'event')

export async function seatingIn(db: Db, c: C) {
  const event = await eventIn(db, c)
  return { event, seating: found(await seatingOf(db, event.id), 'seating') }
}

export async function forumIn(db: Db, c: C) {
  const event = await eventIn(db, c)
  return { event, forum: found(await loadForum(db, event.id), 'seating') }
}

/** The round that an address asks for, or the first. */
export function roundIn({ rounds }: Forum, asked: string | undefined): number {
  const known = rounds.find(({ number }) => String(number) === asked)
  return (known ?? rounds[0])?.number ?? 1
}
