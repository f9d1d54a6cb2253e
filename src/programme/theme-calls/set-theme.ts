import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { oneLineEach } from '../event-form.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { addBacking, addDecision, backingsOf, type Call, callWithId } from './calls.sql.ts'
import { peopleIn, proposalWithId, wishToKnow } from './proposals.sql.ts'
import { isSet, type BackRefusal, refusalToBack, refusalToSet, type SetRefusal } from './theme-call.rules.ts'
import { themeMail } from './theme-calls.mail.ts'

const isEmpty = (texts: Texts): boolean => Object.keys(texts).length === 0

/** A theme from one of the proposals, in its words unless others are written; or another one, with a reason. */
export const ThemeForm = z
  .object({
    choice: z.string('theme-calls.mistake.choice').min(1, 'theme-calls.mistake.choice').max(60),
    theme: optionalTexts(120).transform(oneLineEach),
    reason: optionalTexts(1000),
  })
  .refine(({ choice, theme }) => choice !== 'other' || !isEmpty(theme), {
    error: 'theme-calls.mistake.theme',
    path: ['theme', 'sv'],
  })
  .refine(({ choice, reason }) => choice !== 'other' || !isEmpty(reason), {
    error: 'theme-calls.mistake.other-reason',
    path: ['reason', 'sv'],
  })
export type ThemeForm = z.output<typeof ThemeForm>

interface Setting extends Pick<Letters, 'now' | 'url'> {
  by: Member
  callId: string
}

/** Sets the theme once and for all, and tells everybody who took part and wished to know. */
export function setTheme(db: Db, { by, callId, now, url }: Setting, form: ThemeForm) {
  return decide(db, 'theme_call', callId, async (tx): Promise<SetRefusal | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const proposal =
      form.choice === 'other' ? null : found(await proposalWithId(tx, callId, form.choice), 'proposal')
    const refusal = refusalToSet(call, isSet(call), proposal?.state ?? null, now)
    if (refusal) return refusal
    const theme = proposal && isEmpty(form.theme) ? { [proposal.language]: proposal.title } : form.theme
    const people = await peopleIn(tx, callId)
    const said = { theme: json(theme), reason: json(form.reason), proposal_id: proposal?.id ?? null }
    await addDecision(tx, { call_id: callId, people, decided_at: now, ...said })
    const party_id = found(by.party, 'party').id
    await addBacking(tx, { call_id: callId, party_id, person_id: by.id, at: now })
    await record(tx, { what: 'theme-set', by: by.id, about: callId, at: now, detail: { theme } })
    await tell(tx, { call, theme, reason: form.reason }, { now, url })
    return null
  })
}

/** The coordinators of the other party say that they stand behind the theme too. */
export function backTheme(db: Db, { by, callId, now }: Omit<Setting, 'url'>) {
  return decide(db, 'theme_call', callId, async (tx): Promise<BackRefusal | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const party_id = found(by.party, 'party').id
    const backedBy = (await backingsOf(tx, callId)).map((one) => one.party_id)
    const refusal = refusalToBack(isSet(call), backedBy, party_id)
    if (refusal) return refusal
    await addBacking(tx, { call_id: callId, party_id, person_id: by.id, at: now })
    await record(tx, { what: 'theme-backed', by: by.id, about: callId, at: now })
    return null
  })
}

interface Told {
  call: Call
  theme: Texts
  reason: Texts
}

/** One mail for each address, in the language that was used last. */
async function tell(tx: Writes, { call, theme, reason }: Told, { now, url }: Pick<Setting, 'now' | 'url'>) {
  const everybody = new Map((await wishToKnow(tx, call.id)).map((one) => [one.email, one]))
  const mails = [...everybody.values()].flatMap(({ id, email, language }) => {
    if (email === null) return []
    const link = url(language, `/themes/${call.id}`)
    const mail = themeMail({ email, language }, { series: call.series_name, theme, reason }, link)
    return [{ ...mail, about: call.id, key: `theme-set:${id}` }]
  })
  await queueMails(tx, mails, now)
}
