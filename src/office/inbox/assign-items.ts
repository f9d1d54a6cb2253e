import { assignIdea } from '#ideas/index.ts'
import { transact } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { recordAll } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { assignAsSeen } from './assignments.sql.ts'
import type { InboxKind } from './inbox.rules.ts'
import { type InboxItem, inboxItems } from './inbox.sql.ts'
import { seenOf } from './seen-of.ts'
import { type AssigningLetters, tellAssigned } from './tell-assigned.ts'

export interface Chosen {
  kind: InboxKind
  id: string
  /** When it had been given to somebody as the page showed it, or who had it; '' for nobody. */
  seen: string
}

interface Assigning extends AssigningLetters {
  by: Member
  /** Null for nobody. */
  to: string | null
}

/**
 * Gives things to somebody. What another has given away meanwhile stays as the other said; those are answered with, as
 * they stand now.
 */
export async function assignItems(
  db: Db,
  chosen: readonly Chosen[],
  { by, now, to, url }: Assigning,
): Promise<InboxItem[]> {
  const missed = new Set<string>()
  const given = await transact(db, async (tx) => {
    const own = chosen.filter(({ kind }) => kind !== 'idea')
    // Whoever had it already is not told once more.
    const before = await inboxItems(tx, own)
    for (const { kind, id, seen } of own)
      if (!(await assignAsSeen(tx, { kind, id, person: to, by: by.id, at: now }, seen || null)))
        missed.add(id)
    const done = own.filter(({ id }) => !missed.has(id))
    await recordAll(
      tx,
      done.map(({ id, kind }) => ({
        ...{ what: 'inbox-assigned', by: by.id, about: id, at: now, detail: { kind, to } },
      })),
    )
    const fresh = before.filter(({ id, assigned_to }) => !missed.has(id) && assigned_to !== to)
    if (to) await tellAssigned(tx, { by, to }, fresh, { now, url })
    return done.length
  })
  const ideas = chosen.filter(({ kind }) => kind === 'idea')
  for (const item of await inboxItems(db, ideas)) {
    const isAsSeen = ideas.some(({ id, seen }) => id === item.id && seen === seenOf(item))
    if (isAsSeen) await assignIdea(db, { by, number: item.ref, now }, to)
    else missed.add(item.id)
  }
  return given === chosen.length
    ? []
    : inboxItems(
        db,
        chosen.filter(({ id }) => missed.has(id)),
      )
}
