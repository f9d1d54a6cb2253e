import * as z from 'zod'
import { json } from '#platform/db.ts'
import { emailAddress, line, optionalLine, optionalParagraphs } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { answerDueOn } from './need.rules.ts'
import { confirmMail } from './need.mail.ts'
import { addNeed, highestNumber, needWithId } from './needs.sql.ts'
import { addVoice, makeLink } from './voices.sql.ts'
import { addressKey, limitFor, organisationAsked, type Sender } from './whose-address.ts'

const wordsMax = 200
const whyMax = 1000

/** A need as its form says it. */
export const NeedForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice hands in one need. */
  id: z.uuid(),
  words: line(wordsMax, 'lunch-and-learn.mistake.words'),
  why: optionalParagraphs(whyMax),
  organisation: optionalLine(200),
  language: z.enum(languages, 'lunch-and-learn.mistake.language'),
})
export const NeedFormOfGuest = NeedForm.extend({ email: emailAddress })
export type NeedForm = z.output<typeof NeedForm>

/**
 * Takes in a need. It is shown to nobody before its address is confirmed and the office has opened it. Everybody gets
 * the same answer, so nobody learns whose address is known here.
 */
export function handInNeed(
  db: Db,
  form: NeedForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<'too-many' | null> {
  return decideAboutNeeds(db, async (tx) => {
    if (await needWithId(tx, form.id)) return null
    const limit = await limitFor(tx, sender, now)
    if (limit === 'too-many') return limit
    const { id, language, why } = form
    const { email, isKnown } = sender
    const { organisation, key } = await organisationAsked(tx, form.organisation)
    const number = (await highestNumber(tx)) + 1
    const words = { [language]: form.words }
    const due = { handed_in_at: now, answer_due_on: answerDueOn(now) }
    await addNeed(tx, { id, number, language, words: json(words), why, ...organisation, ...due })
    const voice = { id: newId(), need_id: id, kind: 'asked', address_key: addressKey(email), email } as const
    const times = { said_at: now, confirmed_at: isKnown ? now : null, left_at: null, forgotten_at: null }
    await addVoice(tx, { ...voice, language, organisation_key: key, ...times })
    if (isKnown) await record(tx, { what: 'need-handed-in', by: null, about: id, at: now })
    else if (limit === null) {
      const token = await makeLink(tx, { voice: voice.id }, now)
      const to = { email, language }
      await queueMail(
        tx,
        confirmMail('need', to, { about: id, words }, url(language, `/needs/mine/${token}`)),
        now,
      )
    }
    return null
  })
}
