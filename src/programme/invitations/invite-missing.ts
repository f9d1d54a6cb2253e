import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { type InviteRefusal, linesMax, refusalToInvite } from './invitation.rules.ts'
import { addInvitation, letIn } from './invitations.sql.ts'
import { invitedAddresses } from './invited.sql.ts'
import { organisationsToInvite } from './still-missing.ts'
import { capacityOfGroup } from './still-missing.rules.ts'

const wrong = (key: string) => `invitations.mistake.${key}`

const address = z.union([z.literal('').transform(() => null), emailAddress])

/** The organisations that are ticked, and addresses for those that had none. */
export const MissingForm = z.object({
  organisations: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.string().max(60)),
    )
    .refine((all) => all.length > 0, wrong('nobody-ticked'))
    .refine((all) => all.length <= linesMax, wrong('too-many-lines')),
  address: z.record(z.string(), address).default({}),
  people_max: z.coerce
    .number(wrong('people-max'))
    .int(wrong('people-max'))
    .min(1, wrong('people-max'))
    .max(500, wrong('people-max')),
  language: z.enum(languages).default('sv'),
})
export type MissingForm = z.output<typeof MissingForm>

export type MissingAnswer =
  | { refusal: InviteRefusal }
  | { refusal: 'no-address'; ids: string[] }
  | { refusal: null; added: number; known: number }

interface Inviting {
  eventId: string
  by: Member
  form: MissingForm
  now: Instant
}

/** Puts organisations that nobody has invited yet on the list, at their own address. Nobody is mailed yet. */
export function inviteMissing(db: Db, { eventId, by, form, now }: Inviting): Promise<MissingAnswer> {
  return decide(db, 'event', eventId, async (tx): Promise<MissingAnswer> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const chosen = (await organisationsToInvite(tx, eventId))
      .filter(({ id, presence }) => presence === 'not-invited' && form.organisations.includes(id))
      .map((one) => ({ ...one, address: form.address[one.id] ?? one.address }))
    const lacking = chosen.filter((one) => one.address === null)
    if (lacking.length > 0) return { refusal: 'no-address', ids: lacking.map(({ id }) => id) }
    const known = await invitedAddresses(tx, eventId)
    const refusal = refusalToInvite(event, known.size + chosen.length, now)
    if (refusal) return { refusal }
    const before = known.size
    for (const { id, group, address: email } of chosen) {
      if (email === null || known.has(email)) continue
      known.add(email)
      const row = { id: newId(), event_id: eventId, kind: 'organisation' as const, email, name: null }
      const unset = { token_hash: null, declined_at: null, taken_back_at: null, forgotten_at: null }
      await addInvitation(tx, {
        ...{
          ...row,
          ...unset,
          capacity: capacityOfGroup[group],
          organisation_id: id,
          organisation_name: null,
        },
        ...{ language: form.language, people_max: form.people_max, invited_by: by.id, created_at: now },
      })
      await letIn(tx, { event_id: eventId, email, invitation_id: row.id })
    }
    const added = known.size - before
    if (added > 0)
      await record(tx, { what: 'people-invited', by: by.id, about: eventId, at: now, detail: { added } })
    return { refusal: null, added, known: form.organisations.length - added }
  })
}
