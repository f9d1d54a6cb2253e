import * as z from 'zod'
import { emailAddress, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { found } from '#platform/errors.ts'
import type { Db, Tx } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { waits } from './need.rules.ts'
import { confirmMail } from './need.mail.ts'
import { needWithId, type Need } from './needs.sql.ts'
import { addVoice, makeLink, voiceOf } from './voices.sql.ts'
import { addressKey, limitFor, organisationAsked, type Sender } from './whose-address.ts'

export const SecondForm = z.object({
  organisation: optionalLine(200),
  language: z.enum(languages, 'lunch-and-learn.mistake.language'),
  /** Whether they want to be told how it goes. */
  tell: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
})
export const SecondFormOfGuest = SecondForm.extend({ email: emailAddress })
export type SecondForm = z.output<typeof SecondForm>

export type SecondRefusal = 'too-many' | 'not-waiting' | 'seconded-already'

/** Somebody needs the same: once per person and need, whatever address language or organisation they give. */
export function secondNeed(
  db: Db,
  needId: string,
  form: SecondForm,
  sender: Sender,
  telling: Telling,
): Promise<SecondRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now } = telling
    const need = found(await needWithId(tx, needId), 'need')
    if (!waits(need.state)) return 'not-waiting'
    const limit = await limitFor(tx, sender, now)
    if (limit === 'too-many') return limit
    const known = await voiceOf(tx, need.id, addressKey(sender.email))
    // Only whoever has signed in may learn that an address stands behind a need.
    if (known?.confirmed_at && sender.isKnown) return 'seconded-already'
    const voiceId = known?.id ?? (await addSecond(tx, need, form, sender, telling))
    if (sender.isKnown) await record(tx, { what: 'need-seconded', by: null, about: need.id, at: now })
    else if (limit === null) {
      const token = await makeLink(tx, { voice: voiceId }, now)
      const link = telling.url(form.language, `/needs/mine/${token}`)
      const to = { email: sender.email, language: form.language }
      await queueMail(tx, confirmMail('second', to, { about: need.id, words: need.words }, link), now)
    }
    return null
  })
}

async function addSecond(
  tx: Tx,
  need: Need,
  { organisation, language, tell }: SecondForm,
  { email, isKnown }: Sender,
  { now }: Telling,
): Promise<string> {
  const id = newId()
  const { key } = await organisationAsked(tx, organisation)
  await addVoice(tx, {
    ...{ id, need_id: need.id, kind: 'seconded', address_key: addressKey(email), language },
    ...{ email: tell ? email : null, organisation_key: key },
    ...{ said_at: now, confirmed_at: isKnown ? now : null, left_at: null, forgotten_at: null },
  })
  return id
}
