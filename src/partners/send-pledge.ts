import * as z from 'zod'
import { emailAddress, line, optionalLine, paragraphs } from '#platform/form.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { workingDaysAfter } from '#platform/working-days.ts'
import { optionalAmount } from './amount.ts'
import { decideAboutPledges, type Telling } from './decide-pledges.ts'
import { needWithId } from './needs.sql.ts'
import { confirmMail } from './pledge.mail.ts'
import { partnerKinds, pledgeUnits, publishing } from './pledge.rules.ts'
import { addPledge, confirmWith, makeLink, nextNumber, pledgeWithId, promisedDays } from './pledges.sql.ts'
import type { Db, Tx } from './tables.ts'

const whatMax = 3000

/** A pledge as its form says it. */
export const PledgeForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice makes one pledge. */
    id: z.uuid(),
    need: z.string().optional().default(''),
    kind: z.enum(partnerKinds, 'partners.mistake.kind'),
    giver: z.enum(['organisation', 'person'], 'partners.mistake.giver'),
    giver_name: line(200, 'partners.mistake.giver-name'),
    contact_name: optionalLine(80),
    what: paragraphs(whatMax, 'partners.mistake.what'),
    amount: optionalAmount('partners.mistake.amount'),
    unit: z.enum(pledgeUnits).or(z.literal('')).optional().default(''),
    at_what_time: optionalLine(200),
    publish: z.enum(publishing, 'partners.mistake.publish'),
    language: z.enum(languages, 'partners.mistake.language'),
  })
  .refine(({ amount, unit }) => amount === null || unit !== '', {
    error: 'partners.mistake.unit',
    path: ['unit'],
    when: ({ issues }) => issues.length === 0,
  })
export const PledgeFormOfGuest = PledgeForm.safeExtend({ email: emailAddress })
export type PledgeForm = z.output<typeof PledgeForm>

/**
 * Takes in a pledge. It reaches the office when its address is confirmed. Everybody gets the same answer, so nobody
 * learns whose address is known here.
 */
export function sendPledge(
  db: Db,
  form: PledgeForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<'too-many' | null> {
  return decideAboutPledges(db, async (tx) => {
    if (await pledgeWithId(tx, form.id)) return null
    const limit = await limitFor(tx, 'pledge', sender, now)
    if (limit === 'too-many') return limit
    const { email, isKnown } = sender
    await addPledge(tx, await rowOf(tx, form, email, now))
    const { id, language, what } = form
    if (isKnown) await confirm(tx, id, now)
    else if (limit.mailAt) {
      const link = url(language, `/partners/pledges/${await makeLink(tx, id, now)}`)
      const days = await promisedDays(tx)
      await queueMail(tx, confirmMail({ email, language }, { id, what, days }, link), now, limit.mailAt)
    }
    return null
  })
}

async function rowOf(tx: Tx, form: PledgeForm, email: string, now: Instant) {
  const { id, kind, giver, giver_name, contact_name, what, amount, unit, at_what_time } = form
  const need = form.need ? await needWithId(tx, form.need) : undefined
  return {
    ...{ id, number: await nextNumber(tx), kind, need_id: need?.id ?? null, giver, giver_name },
    ...{ organisation_id: null, contact_name, email, language: form.language, what },
    ...{ amount, unit: amount === null || unit === '' ? null : unit, at_what_time },
    ...{ publish: form.publish, sent_at: now, confirmed_at: null, answer_due_on: null },
    ...{ changed_at: now, agreement_file_id: null, forgotten_at: null },
  }
}

/** The address is known: the office has the pledge, and the days in which it answers begin. */
export async function confirm(tx: Tx, id: string, now: Instant): Promise<void> {
  await confirmWith(tx, id, now, workingDaysAfter(localDate(now), await promisedDays(tx)))
  await record(tx, { what: 'pledge-received', by: null, about: id, at: now })
}
