import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { eventWithNotes } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { type Dialogue, dialogueWithId } from './dialogues.sql.ts'

export type C = Context<VisitEnv>

export const doing = (c: C) => ({ by: memberOf(c), now: c.var.now })

export const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `dialogue.refusal.${refusal}`,
})

export const dones = ['opened', 'closed', 'saved', 'decided', 'seeded'] as const

export const deskAfter = (c: C, done: (typeof dones)[number]): string =>
  c.var.to(`/office/events/${c.req.param('id')}/dialogue/${c.req.param('dialogue')}?done=${done}`)

export const eventOf = async (db: Db, c: C) =>
  found(await eventWithNotes(db, c.req.param('id') ?? ''), 'event')

/** Of this event alone: whoever looks after one event looks after no other's dialogue. */
export async function dialogueOf(db: Db, c: C): Promise<Dialogue> {
  const dialogue = found(await dialogueWithId(db, c.req.param('dialogue') ?? ''), 'dialogue')
  found(dialogue.event_id === c.req.param('id') || null, 'dialogue of this event')
  return dialogue
}
