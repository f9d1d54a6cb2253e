import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { changeTerm, type LinkedTerm, termOfLink } from './seats.sql.ts'

export const termOfToken = (db: Db, token: string): Promise<LinkedTerm | undefined> =>
  termOfLink(db, hashOf(token))

/** The member says that their name may stand with the seat, or may not: nobody else can, and it holds at once. */
export async function showName(db: Db, token: string, shows: boolean, now: Instant): Promise<void> {
  const { seat_id } = found(await termOfToken(db, token), 'link of a member')
  await decide(db, 'steering_seat', seat_id, async (tx) => {
    const term = found(await termOfLink(tx, hashOf(token)), 'link of a member')
    if ((term.consented_at !== null) === shows) return
    await changeTerm(tx, term.id, { consented_at: shows ? now : null })
    const what = shows ? 'steering-name-shown' : 'steering-name-hidden'
    await record(tx, { what, by: null, about: seat_id, at: now })
  })
}
