import * as z from 'zod'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { organisationNamed } from '#network/index.ts'
import { addGift, giftWithId, optionalAmount, removeGift } from '#partners/index.ts'
import type { Db } from '../tables.ts'
import { editReport } from './write-report.ts'

export const GiftForm = z
  .object({
    partner: line(200, 'year-report.mistake.partner'),
    sek: optionalAmount('year-report.mistake.amount'),
    hours: optionalAmount('year-report.mistake.amount', 1_000_000),
    inKind: optionalTexts(500),
    givenTo: texts(500, 'year-report.mistake.given-to'),
    /** The partner does not want to be named. */
    unnamed: z.string().optional(),
    seen: z.string(),
  })
  .refine(({ sek, hours, inKind }) => sek !== null || hours !== null || Object.keys(inKind).length > 0, {
    error: 'year-report.mistake.nothing-given',
    path: ['sek'],
    when: ({ issues }) => issues.length === 0,
  })
type GiftForm = z.output<typeof GiftForm>

/** Writes down what a partner gave; a partner that is in the directory is pointed at. */
export function writeGift(db: Db, by: Member, year: number, form: GiftForm, now: Instant) {
  const { partner, sek, hours, inKind, givenTo, unnamed, seen } = form
  return editReport(db, by, { year, seen, what: 'partner-gift-written' }, now, async (tx) => {
    const known = await organisationNamed(tx, partner)
    await addGift(tx, {
      ...{ id: newId(), year, sek, hours, in_kind: json(inKind), given_to: json(givenTo) },
      ...{ organisation_id: known?.id ?? null, partner_name: known ? null : partner },
      publish: unnamed === 'yes' ? 'unnamed' : 'named',
      ...{ pledge_id: null, given_on: null, went_to: null, written_by: by.id, written_at: now },
    })
  })
}

/** Takes away what was written by mistake. */
export function takeGiftAway(
  db: Db,
  by: Member,
  { year, id, seen }: { year: number; id: string; seen: string },
  now: Instant,
) {
  return editReport(db, by, { year, seen, what: 'partner-gift-removed' }, now, async (tx) => {
    const gift = found(await giftWithId(tx, id), 'gift')
    found(gift.year === year && !gift.pledge_id ? gift : null, 'gift of this year')
    await removeGift(tx, id)
  })
}
