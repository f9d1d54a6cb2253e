import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { votersKnownDays } from './dialogue.rules.ts'
import { dialoguesToForget, forgetLinks, forgetPeople } from './forget-voters.sql.ts'

/**
 * Some days after a dialogue has closed nobody can be found behind a vote any more: addresses, links and cookies are
 * forgotten. What was voted stays, and what somebody took part as.
 */
export async function forgetVoters(db: Db, now: Instant): Promise<void> {
  const over = await dialoguesToForget(db, plus(now, { days: -votersKnownDays }))
  for (const { id } of over) await transact(db, (tx) => forgetIn(tx, id, now))
}

async function forgetIn(tx: Db, dialogueId: string, now: Instant): Promise<void> {
  await forgetLinks(tx, dialogueId)
  const voters = await forgetPeople(tx, dialogueId, now)
  await record(tx, { what: 'voters-forgotten', by: null, about: dialogueId, at: now, detail: { voters } })
}
