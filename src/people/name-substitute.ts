import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, emailAddress, line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, datePlus } from '#platform/time.ts'
import { coordinatorsNow } from './coordinators.sql.ts'
import { makeLink } from './request-link.ts'
import type { LinkTo } from './sign-in.mail.ts'
import { knownOrNew } from './someone.ts'
import { partiesInOrder } from './standings.sql.ts'
import { substituteMail } from './substitute.mail.ts'
import {
  type EndSubstituteRefusal,
  refusalToEndSubstitute,
  refusalToNameSubstitute,
  substituteDaysMax,
  type SubstituteRefusal,
} from './substitute.rules.ts'
import { addSubstitute, endSubstituteAt, standInsOf, substituteWithId } from './substitutes.sql.ts'
import { endSessionsOf } from './sessions.sql.ts'
import type { Db } from './tables.ts'

export const SubstituteForm = z.object({
  /** The party's key. */
  party: z.string(),
  name: line(200),
  email: line(300, 'people.coordinators.email-missing').pipe(emailAddress),
  language: z.enum(languages, 'platform.form.choose'),
  from_day: date,
  until_day: date,
})
export type SubstituteForm = z.output<typeof SubstituteForm>

interface Naming {
  now: Instant
  linkTo: LinkTo
}

/** Names who decides for a party while its coordinator is away, and mails them a way in. Null means it is done. */
export async function nameSubstitute(db: Db, by: Member, form: SubstituteForm, { now, linkTo }: Naming) {
  const party = found(
    (await partiesInOrder(db)).find(({ key }) => key === form.party),
    'party',
  )
  const ownParty = found(by.party, 'party').id
  return decide(db, 'party', party.id, async (tx): Promise<SubstituteRefusal | null> => {
    const coordinates = (await coordinatorsNow(tx)).some(({ email }) => email === form.email)
    const asked = { ownParty, party: party.id, today: localDate(now), coordinates }
    const lastDay = datePlus(form.from_day, substituteDaysMax - 1)
    const days = { fromDay: form.from_day, untilDay: form.until_day, lastDay }
    const early = refusalToNameSubstitute({ ...asked, ...days, standsInElsewhere: false })
    if (early) return early
    const person = await knownOrNew(tx, form, now)
    const standIns = await standInsOf(tx, person.id, form.from_day)
    const standsInElsewhere = standIns.some(
      ({ party_id, from_day }) => party_id !== party.id && from_day <= form.until_day,
    )
    const refusal = refusalToNameSubstitute({ ...asked, ...days, standsInElsewhere })
    if (refusal) return refusal

    const period = { from_day: form.from_day, until_day: form.until_day }
    const row = { id: newId(), party_id: party.id, person_id: person.id, named_by: by.id, named_at: now }
    await addSubstitute(tx, { ...row, ...period })
    const detail = { party: party.id, ...period }
    await record(tx, { what: 'substitute-named', by: by.id, about: person.id, at: now, detail })
    const url = linkTo(person.language, await makeLink(tx, person.id, now))
    await queueMail(tx, substituteMail(person, { party: party.name, by: by.name, ...period, url }), now)
    return null
  })
}

/** Ends a substitute before its last day. Null means it is done. */
export async function endSubstitute(db: Db, by: Member, id: string, now: Instant) {
  const { party_id } = found(await substituteWithId(db, id), 'substitute')
  const ownParty = found(by.party, 'party').id
  return decide(db, 'party', party_id, async (tx): Promise<EndSubstituteRefusal | null> => {
    const { person_id, ended_at } = found(await substituteWithId(tx, id), 'substitute')
    const refusal = refusalToEndSubstitute({ ownParty, party: party_id, endedAt: ended_at })
    if (refusal) return refusal

    await endSubstituteAt(tx, id, now)
    await endSessionsOf(tx, person_id)
    const detail = { party: party_id }
    await record(tx, { what: 'substitute-ended', by: by.id, about: person_id, at: now, detail })
    return null
  })
}
