import type { ForumTables } from '#forum/tables.ts'
import { type Database, json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Member } from '#platform/http.ts'

interface Opened {
  by: Member
  at: Instant
  /** What is shown in it; four statements unless said. */
  statements?: readonly string[]
  opened?: boolean
}

/** A dialogue on an event, open for ten days unless said, with statements that are shown. */
export async function aDialogue(
  database: Database,
  eventId: string,
  { by, at, statements = fourStatements, opened = true }: Opened,
): Promise<{ id: string; slug: string; statements: string[] }> {
  const db = database.as<ForumTables>()
  const id = newId()
  const slug = `tema-${id.slice(-8)}`
  await db
    .insertInto('dialogue')
    .values({
      ...{ id, event_id: eventId, slug, title: json({ sv: 'Lokaler för alla' }), lead: '{}' },
      ...{ made_by: by.id, created_at: at, opened_at: opened ? at : null },
      ...{ closes_at: plus(at, { days: 10 }), closed_at: null, shown_at: null },
    })
    .execute()
  const ids = await addSeeds(database, id, { by, at, statements })
  return { id, slug, statements: ids }
}

export const fourStatements = [
  'Skolornas salar ska lånas ut på kvällarna.',
  'Föreningar ska betala samma hyra i hela staden.',
  'Staden ska ha en gemensam bokning för alla lokaler.',
  'Nycklar ska kunna hämtas dygnet runt.',
]

async function addSeeds(
  database: Database,
  dialogueId: string,
  { by, at, statements }: { by: Member; at: Instant; statements: readonly string[] },
): Promise<string[]> {
  const rows = statements.map((words, index) => ({
    ...{ id: newId(), dialogue_id: dialogueId, number: index + 1, language: 'sv' as const, words },
    ...{ translations: '{}', is_seed: 1, written_by: null, created_at: at, state: 'shown' as const },
    ...{ decided_at: at, decided_by: by.id, reason: null },
  }))
  await database.as<ForumTables>().insertInto('statement').values(rows).execute()
  return rows.map(({ id }) => id)
}
