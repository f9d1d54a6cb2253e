import { sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** Dialogues that closed before that, and in which somebody is still known. */
export const dialoguesToForget = (db: Reads, before: Instant) =>
  db
    .selectFrom('dialogue')
    .select('id')
    .where((eb) => eb.or([eb('closed_at', '<=', before), eb('closes_at', '<=', before)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('voter')
          .select('voter.id')
          .whereRef('voter.dialogue_id', '=', 'dialogue.id')
          .where('voter.forgotten_at', 'is', null),
      ),
    )
    .execute()

export const forgetLinks = (db: Writes, dialogueId: string) =>
  db
    .deleteFrom('voter_link')
    .where('voter_id', 'in', db.selectFrom('voter').select('id').where('dialogue_id', '=', dialogueId))
    .execute()

/** Answers with how many they were. */
export async function forgetPeople(db: Writes, dialogueId: string, now: Instant): Promise<number> {
  const done = await db
    .updateTable('voter')
    .set({
      ...{ email: null, confirmed_at: null, sign_up_id: null, forgotten_at: now },
      // No cookie leads to it any more.
      token_hash: sql<string>`'forgotten ' || id`,
    })
    .where('dialogue_id', '=', dialogueId)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
