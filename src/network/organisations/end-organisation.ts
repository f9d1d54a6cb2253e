import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { organisationWithId } from './organisations.sql.ts'

export const EndForm = z.object({
  ended_on: date,
  end_reason: texts(1000, 'organisations.ended.reason-missing'),
})

/**
 * Says that an organisation is dissolved, from which day and why. Its page and its thread stay; whoever is a party to
 * its promises reads that they need a new owner (`endedOrganisations`).
 */
export const endOrganisation = (
  db: Db,
  by: Member,
  id: string,
  form: z.output<typeof EndForm>,
  now: Instant,
): Promise<'ended-already' | null> =>
  decide(db, 'organisation', id, async (tx) => {
    const one = found(await organisationWithId(tx, id), 'organisation')
    if (one.ended_on !== null) return 'ended-already'
    await tx
      .updateTable('organisation')
      .set({ ended_on: form.ended_on, end_reason: json(form.end_reason), changed_at: now })
      .where('id', '=', id)
      .execute()
    await record(tx, { what: 'organisation-ended', by: by.id, about: id, at: now })
    return null
  })
