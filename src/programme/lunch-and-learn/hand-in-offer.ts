import * as z from 'zod'
import { emailAddress, line, optionalLine, optionalParagraphs } from '#platform/form.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { found } from '#platform/errors.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { isPublic, waits } from './need.rules.ts'
import { confirmMail } from './need.mail.ts'
import { needWithNumber } from './needs.sql.ts'
import { addOffer, changeOffer, offerWithId } from './offers.sql.ts'
import { makeLink } from './voices.sql.ts'
import { limitFor, organisationAsked, type Sender } from './whose-address.ts'

export const OfferForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one offer. */
  id: z.uuid(),
  /** The number of the need that it is about; empty for a topic of their own. */
  need: z
    .string()
    .regex(/^\d{0,9}$/)
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  topic: line(200, 'lunch-and-learn.mistake.topic'),
  about: optionalParagraphs(1000),
  organisation: optionalLine(200),
  language: z.enum(languages, 'lunch-and-learn.mistake.language'),
})
export const OfferFormOfGuest = OfferForm.extend({ email: emailAddress })
export type OfferForm = z.output<typeof OfferForm>

export type OfferRefusal = 'too-many' | 'not-waiting'

/** Somebody would speak. The office looks at it once the address is confirmed. */
export function handInOffer(
  db: Db,
  form: OfferForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<OfferRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    if (await offerWithId(tx, form.id)) return null
    const need = form.need === null ? null : found(await needWithNumber(tx, form.need), 'need')
    if (need && !isPublic(need)) return 'not-waiting'
    if (need && !waits(need.state)) return 'not-waiting'
    const limit = await limitFor(tx, sender, now)
    if (limit === 'too-many') return limit
    const { id, language, topic, about } = form
    const { email, isKnown } = sender
    const { organisation } = await organisationAsked(tx, form.organisation)
    await addOffer(tx, {
      ...{ id, need_id: need?.id ?? null, language, topic, about, ...organisation, email },
      ...{ handed_in_at: now, confirmed_at: isKnown ? now : null, decided_at: null, decided_by: null },
      ...{ reason: null, forgotten_at: null },
    })
    if (isKnown) await record(tx, { what: 'speaker-offered', by: null, about: id, at: now })
    else if (limit === null) {
      const link = url(language, `/needs/mine/${await makeLink(tx, { offer: id }, now)}`)
      const words = { [language]: topic }
      await queueMail(tx, confirmMail('offer', { email, language }, { about: id, words }, link), now)
    }
    return null
  })
}

export const confirmOffer = (db: Db, id: string, now: Instant): Promise<void> =>
  decideAboutNeeds(db, async (tx) => {
    const offer = found(await offerWithId(tx, id), 'offer')
    if (offer.confirmed_at) return
    await changeOffer(tx, id, { confirmed_at: now })
    await record(tx, { what: 'speaker-offered', by: null, about: id, at: now })
  })
