import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { several } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Db } from '../tables.ts'
import { refusalToSetForWhom, type SetForWhomRefusal } from './for-whom.rules.ts'
import { setAudience } from './for-whom.sql.ts'

const wrong = (key: string) => `invitations.mistake.${key}`

/** More people than that come in a group. */
const peopleMax = 20

const fields = z.object({
  kind: z.enum(['everyone', 'sectors', 'invitation'], wrong('kind')),
  capacities: several(capacities),
  unlisted: z.string().optional(),
  forwarding: z.string().optional(),
  people: z.coerce
    .number(wrong('people'))
    .int(wrong('people'))
    .min(2, wrong('people'))
    .max(peopleMax, wrong('people')),
})

/** Whom an event is for. What goes with another choice than the one made is left out. */
export const ForWhomForm = fields
  .partial({ people: true })
  .refine((form) => form.kind !== 'sectors' || form.capacities.length > 0, {
    error: wrong('capacities'),
    path: ['capacities'],
  })
  .transform(({ kind, capacities: chosen, unlisted, forwarding, people = 2 }) => ({
    kind,
    capacities: kind === 'sectors' ? chosen.join(',') : '',
    unlisted: kind === 'invitation' && unlisted ? 1 : 0,
    people_max: forwarding ? people : 1,
  }))
export type ForWhomForm = z.output<typeof ForWhomForm>

/** Says whom an event is for from now on. Whoever has a seat, or stands in line, keeps it. */
export function setForWhom(
  db: Db,
  by: Member,
  eventId: string,
  form: ForWhomForm,
  now: Instant,
): Promise<SetForWhomRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const refusal = refusalToSetForWhom(event, now)
    if (refusal) return refusal
    await setAudience(tx, eventId, form)
    const detail = { kind: form.kind, capacities: form.capacities, unlisted: form.unlisted }
    await record(tx, { what: 'for-whom-set', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
