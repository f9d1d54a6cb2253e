import { sql } from 'kysely'
import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { votersKnownDays } from './dialogue.rules.ts'

/**
 * Some days after a dialogue has closed nobody can be found behind a vote any more: addresses, links and cookies are
 * forgotten. What was voted stays, and what somebody took part as.
 */
export async function forgetVoters(db: Db, now: Instant): Promise<void> {
  const before = plus(now, { days: -votersKnownDays })
  const over = await db
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
  for (const { id } of over) await transact(db, (tx) => forgetIn(tx, id, now))
}

async function forgetIn(tx: Db, dialogueId: string, now: Instant): Promise<void> {
  const voters = tx.selectFrom('voter').select('id').where('dialogue_id', '=', dialogueId)
  await tx.deleteFrom('voter_link').where('voter_id', 'in', voters).execute()
  const done = await tx
    .updateTable('voter')
    .set({
      ...{ email: null, confirmed_at: null, sign_up_id: null, forgotten_at: now },
      // No cookie leads to it any more.
      token_hash: sql<string>`'forgotten ' || id`,
    })
    .where('dialogue_id', '=', dialogueId)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  const detail = { voters: Number(done.numUpdatedRows) }
  await record(tx, { what: 'voters-forgotten', by: null, about: dialogueId, at: now, detail })
}
