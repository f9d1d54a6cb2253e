import { type Insertable, sql, type Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'

const dialogues = (db: Reads) =>
  db
    .selectFrom('dialogue')
    .innerJoin('event', 'event.id', 'dialogue.event_id')
    .leftJoin('event_audience', 'event_audience.event_id', 'event.id')
    .selectAll('dialogue')
    .select(['event.slug as event_slug', 'event.title as event_title', 'event.starts_at as event_starts_at'])
    .select(['event.published_at as event_published_at', 'event.cancelled_at as event_cancelled_at'])
    .select(sql<number>`coalesce(event_audience.unlisted, 0)`.as('event_unlisted'))

export const dialogueWithId = (db: Reads, id: string) =>
  dialogues(db).where('dialogue.id', '=', id).executeTakeFirst()

export const dialogueWithSlug = (db: Reads, slug: string) =>
  dialogues(db).where('dialogue.slug', '=', slug).executeTakeFirst()

export const dialoguesOfEvent = (db: Reads, eventId: string) =>
  dialogues(db).where('dialogue.event_id', '=', eventId).orderBy('dialogue.id').execute()

export type Dialogue = NonNullable<Awaited<ReturnType<typeof dialogueWithId>>>

export const addDialogue = async (db: Writes, row: Insertable<ForumTables['dialogue']>): Promise<boolean> => {
  const added = await db
    .insertInto('dialogue')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) > 0
}

export const changeDialogue = (db: Writes, id: string, row: Updateable<ForumTables['dialogue']>) =>
  db.updateTable('dialogue').set(row).where('id', '=', id).execute()

export const slugsLike = async (db: Reads, slug: string): Promise<string[]> =>
  (await db.selectFrom('dialogue').select('slug').where('slug', 'like', `${slug}%`).execute()).map(
    (row) => row.slug,
  )

/** How many take part, by sector, and how much they did; never how they voted. */
export const takingPart = (db: Reads, dialogueId: string) =>
  db
    .selectFrom('voter')
    .select('capacity')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('dialogue_id', '=', dialogueId)
    .where('merged_into', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('vote')
          .select(sql`1`.as('one'))
          .whereRef('vote.voter_id', '=', 'voter.id'),
      ),
    )
    .groupBy('capacity')
    .execute()

/** Open dialogues with statements that nobody has read yet, and since when the first of them waits. */
export const statementsWaiting = (db: Reads, { now, limit }: { now: Instant; limit: number }) =>
  db
    .selectFrom('statement')
    .innerJoin('dialogue', 'dialogue.id', 'statement.dialogue_id')
    .select(['dialogue.id', 'dialogue.event_id', 'dialogue.title', 'dialogue.closes_at'])
    .select((eb) => [
      eb.fn.countAll<number>().as('statements'),
      eb.fn.min('statement.created_at').as('since'),
    ])
    .where('statement.state', '=', 'waiting')
    .where('dialogue.closes_at', '>', now)
    .where('dialogue.closed_at', 'is', null)
    .groupBy(['dialogue.id', 'dialogue.event_id', 'dialogue.title', 'dialogue.closes_at'])
    .orderBy('since')
    .limit(limit)
    .execute()
