import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { InboxKind } from './inbox.rules.ts'

interface Given {
  kind: InboxKind
  id: string
  person: string | null
  by: string
  at: Instant
}

/** Gives something to somebody, as it was seen: false where another has given it to somebody meanwhile. */
export async function assignAsSeen(
  db: Writes,
  { kind, id, person, by, at }: Given,
  seen: Instant | null,
): Promise<boolean> {
  if (seen === null) {
    const added = await db
      .insertInto('inbox_assignment')
      .values({ kind, item_id: id, person_id: person, by_person: by, at })
      .onConflict((conflict) => conflict.columns(['kind', 'item_id']).doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await db
    .updateTable('inbox_assignment')
    .set({ person_id: person, by_person: by, at })
    .where('kind', '=', kind)
    .where('item_id', '=', id)
    .where('at', '=', seen)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Who sees to something, and who said so. */
export const assignmentOf = (db: Reads, kind: InboxKind, id: string) =>
  db
    .selectFrom('inbox_assignment')
    .leftJoin('person', 'person.id', 'inbox_assignment.person_id')
    .innerJoin('person as giving', 'giving.id', 'inbox_assignment.by_person')
    .select(['inbox_assignment.person_id', 'inbox_assignment.at', 'person.name', 'giving.name as by'])
    .where('kind', '=', kind)
    .where('item_id', '=', id)
    .executeTakeFirst()

/** Where somebody gets mail, and in which language. */
export const receiverOf = (db: Reads, personId: string) =>
  db.selectFrom('person').select(['email', 'language']).where('id', '=', personId).executeTakeFirst()

/** People who look after an event that is not long past, and can be asked to answer. */
export const organisersSince = (db: Reads, since: Instant) =>
  db
    .selectFrom('event_organiser')
    .innerJoin('event', 'event.id', 'event_organiser.event_id')
    .innerJoin('person', 'person.id', 'event_organiser.person_id')
    .select(['person.id', 'person.name'])
    .where('event.ends_at', '>', since)
    .distinct()
    .orderBy('person.name')
    .execute()
