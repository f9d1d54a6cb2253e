import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { appoint } from './appoint.ts'
import { coordinatorMail } from './coordinator.mail.ts'
import { type NamingRefusal, refusalToName } from './coordinators.rules.ts'
import { coordinatorsNow } from './coordinators.sql.ts'
import { partiesInOrder } from './standings.sql.ts'
import { makeLink } from './request-link.ts'
import type { LinkTo } from './sign-in.mail.ts'
import type { Db } from './tables.ts'

export const NamingForm = z.object({
  /** The party's key. */
  party: line(100, 'platform.form.choose'),
  name: line(200),
  email: line(300, 'people.coordinators.email-missing').pipe(emailAddress),
  language: z.enum(languages, 'platform.form.choose'),
})
export type NamingForm = z.output<typeof NamingForm>

interface Naming {
  now: Instant
  linkTo: LinkTo
}

/** Names a coordinator and mails them a way in. Null means it is done. */
export async function nameCoordinator(db: Db, by: Member, form: NamingForm, { now, linkTo }: Naming) {
  const party = found(
    (await partiesInOrder(db)).find(({ key }) => key === form.party),
    'party',
  )
  return decide(db, 'party', party.id, async (tx): Promise<NamingRefusal | null> => {
    const all = await coordinatorsNow(tx)
    const { party_id: ownParty } = found(
      all.find(({ id }) => id === by.id),
      'coordinator',
    )
    const coordinators = all.filter(({ party_id }) => party_id === party.id).length
    const coordinatesAlready = all.some(({ email }) => email === form.email)
    const refusal = refusalToName({ ownParty, party: party.id, coordinators, coordinatesAlready })
    if (refusal) return refusal

    const named = { partyId: party.id, by: by.id, byOwn: coordinators > 0, now }
    const person = await appoint(tx, form, named)
    // The other party was faster.
    if (!person) return 'coordinates-already'
    const url = linkTo(person.language, await makeLink(tx, person.id, now))
    await queueMail(tx, coordinatorMail(person, { party: party.name, by: by.name, url }), now)
    return null
  })
}
