import * as z from 'zod'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { decideAboutPledges, type Telling } from './decide-pledges.ts'
import { type CorrectRefusal, refusalToCorrect } from './gift.rules.ts'
import { addCorrection, changeGift, correctionsOf, giftOfPledge } from './gifts.sql.ts'
import { correctedMail } from './pledge.mail.ts'
import { makeLink, pledgeNumbered } from './pledges.sql.ts'
import { Given, needsSomething, type YearIsClosed } from './step-pledge.ts'
import type { Db } from './tables.ts'

export const CorrectForm = needsSomething(
  Given.extend({
    do: z.literal('correct'),
    why: line(1000, 'partners.mistake.why'),
    /** How many corrections there were on the page. */
    corrections: z.coerce.number().int().min(0).catch(-1),
  }),
)

interface Correcting extends Telling {
  by: Member
  number: number
  isYearClosed: YearIsClosed
}

/** Corrects what was written down of a gift, with a reason. What stood there before is kept, and the giver is told. */
export async function correctGift(
  db: Db,
  { by, number, now: at, url, isYearClosed }: Correcting,
  form: z.output<typeof CorrectForm>,
): Promise<CorrectRefusal | null> {
  const year = Number(form.given_on.slice(0, 4))
  const isIntoClosed = await isYearClosed(year)
  return decideAboutPledges(db, async (tx) => {
    const { id, email, language } = found(await pledgeNumbered(tx, number), 'pledge')
    const gift = found(await giftOfPledge(tx, id), 'gift')
    const { length: corrections } = await correctionsOf(tx, gift.id)
    const { sek, hours, in_kind, given_to, given_on, went_to, why: reason } = form
    const facts = { sek, hours, in_kind, given_to, given_on, went_to }
    const standing = { former: gift, seen: form.corrections, corrections }
    // Should a report be approved this very moment, the database refuses.
    const isClosed = isIntoClosed || (await isYearClosed(gift.year))
    const refusal = refusalToCorrect(standing, facts, isClosed)
    if (refusal) return refusal
    await addCorrection(tx, gift, { number: corrections + 1, reason, at, by_person: by.id })
    const now = { ...facts, in_kind: json(in_kind), given_to: json(given_to), year }
    await changeGift(tx, gift.id, now)
    if (email) {
      const link = url(language, `/partners/pledges/${await makeLink(tx, id, at)}`)
      await queueMail(tx, correctedMail({ email, language }, { id, reason, gift: facts }, link), at)
    }
    await record(tx, { what: 'gift-corrected', by: by.id, about: id, at })
    return null
  })
}
