import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, emailAddress, line, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import { datePlus, type Instant, localDate } from '#platform/time.ts'
import { appoint } from '../appoint.ts'
import { coordinatorMail } from '../coordinator.mail.ts'
import { coordinatorsNow } from '../coordinators.sql.ts'
import { joinsOn } from '../party-standing.rules.ts'
import { makeLink } from '../request-link.ts'
import type { LinkTo } from '../sign-in.mail.ts'
import { addParty, partiesInOrder } from '../standings.sql.ts'
import type { Db, Writes } from '../tables.ts'
import { askJointly } from './decide-jointly.ts'
import { type JointRefusal, type ProposePartyRefusal, refusalToProposeParty } from './joint-decision.rules.ts'
import type { JointDecision } from './joint-decisions.sql.ts'

export const NewPartyForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one question. */
  id: z.uuid(),
  party_name: texts(150),
  reason: texts(2000),
  from_day: date,
  name: line(200),
  email: line(300, 'people.coordinators.email-missing').pipe(emailAddress),
  language: z.enum(languages, 'platform.form.choose'),
})
export type NewPartyForm = z.output<typeof NewPartyForm>

/** What everybody who answers reads about the party that is to come. */
export const NewParty = z.object({
  party_name: z.record(z.string(), z.string()),
  from_day: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(languages),
})

interface Naming {
  now: Instant
  linkTo: LinkTo
}

/** Proposes that another party joins; each party that is joined has to say yes. */
export async function proposeParty(db: Db, by: Member, form: NewPartyForm, { now, linkTo }: Naming) {
  const own = found(by.party, 'party')
  return decide(db, 'party', own.id, async (tx): Promise<JointRefusal | ProposePartyRefusal | null> => {
    const { id, reason, ...what } = form
    const known = await tx.selectFrom('joint_decision').select('id').where('id', '=', id).executeTakeFirst()
    if (known) return null
    const coordinates = (await coordinatorsNow(tx)).some(({ email }) => email === form.email)
    const refusal = refusalToProposeParty({ fromDay: form.from_day, today: localDate(now), coordinates })
    if (refusal) return refusal
    const question = { id, kind: 'take-in-party', aboutId: newId(), what, reason } as const
    return askJointly(tx, { by, now }, question, takeInParty({ now, linkTo, by: by.id }))
  })
}

/** All have said yes: the party joins, and its first coordinator is mailed a way in. */
export const takeInParty =
  ({ now, linkTo, by }: Naming & { by: string | null }) =>
  async (tx: Writes, decision: JointDecision): Promise<void> => {
    const { party_name, from_day, ...person } = NewParty.parse(decision.what)
    const name = party_name as Texts
    const parties = await partiesInOrder(tx)
    const taken = new Set(parties.map(({ key }) => key))
    const plain = slugOf(inLanguage(name, 'sv')) || 'party'
    const key = taken.has(plain) ? `${plain}-${parties.length + 1}` : plain
    const joinedOn = joinsOn(from_day, datePlus(localDate(now), 1))
    await addParty(tx, { id: decision.about_id, key, name, position: parties.length + 1, joinedOn, by, now })
    await record(tx, { what: 'party-taken-in', by, about: decision.about_id, at: now, detail: { key } })
    const first = await appoint(tx, person, { partyId: decision.about_id, by, byOwn: false, now })
    if (!first) return
    const url = linkTo(first.language, await makeLink(tx, first.id, now))
    await queueMail(
      tx,
      coordinatorMail(first, { party: name, by: inLanguage(decision.party_name, first.language), url }),
      now,
    )
  }
