import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { addressDaysAfterTerm } from './seats.rules.ts'
import { changeTerm, termsToForget } from './seats.sql.ts'

/** Some time after a term its holder's address goes, and the name too unless it may stand in the history. */
export async function forgetMembers(db: Db, now: Instant): Promise<void> {
  const before = datePlus(localDate(now), -addressDaysAfterTerm)
  const terms = await termsToForget(db, before)
  if (terms.length === 0) return
  await transact(db, async (tx) => {
    for (const { id, consented_at } of terms) {
      const name = consented_at === null ? { person_name: null } : {}
      await changeTerm(tx, id, { email: null, forgotten_at: now, ...name })
    }
    await record(tx, {
      ...{ what: 'members-forgotten', by: null, about: terms[0]?.id ?? '', at: now },
      detail: { people: terms.length },
    })
  })
}
