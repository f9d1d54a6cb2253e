import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { partnershipKinds, type Refusal, refusalToChange } from './directory.rules.ts'
import {
  addPartnership,
  changePartnership,
  organisationsToChooseFrom,
  partnershipWithId,
  setOrganisationsIn,
  slugsOfPartnerships,
} from './directory.sql.ts'
import type { Db, Writes } from './tables.ts'

const nameMax = 200
const leadMax = 500
const aboutMax = 10_000

const year = optionalLine(4)
  .refine((text) => text === null || /^(19|20)\d\d$/.test(text), 'network.form.year-wrong')
  .transform((text) => (text === null ? null : Number(text)))

export const PartnershipForm = z
  .object({
    kind: z.enum(partnershipKinds, 'network.form.kind-missing'),
    name: texts(nameMax),
    lead: texts(leadMax),
    about: optionalTexts(aboutMax),
    part: optionalTexts(leadMax),
    began_year: year,
    ended_year: year,
    organisations: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string())),
    /** When the entry last changed, as the person who edits it saw it. */
    seen: z.string().default(''),
  })
  .refine(
    ({ began_year, ended_year }) => began_year === null || ended_year === null || ended_year >= began_year,
    {
      error: 'network.form.ended-before-it-began',
      path: ['ended_year'],
    },
  )
export type PartnershipForm = z.output<typeof PartnershipForm>

type Answer = { refusal: Refusal } | { refusal: null; slug: string }

/** Adds a partnership, process or network that Malmöandan is part of. */
export function createPartnership(db: Db, by: Member, form: PartnershipForm, now: Instant): Promise<{ slug: string }> {
  return transact(db, async (tx) => {
    const slugs = await slugsOfPartnerships(tx)
    const id = newId()
    const slug = freeSlug(slugOf(Object.values(form.name)[0] ?? '') || id, slugs)
    const { seen: _, organisations, ...row } = form
    await addPartnership(tx, { ...row, id, slug, position: slugs.size + 1, changed_at: now })
    await setOrganisationsIn(tx, id, await known(tx, organisations))
    await record(tx, { what: 'partnership-added', by: by.id, about: id, at: now })
    return { slug }
  })
}

/** Words a partnership's entry anew; its address stays, since others link to it. */
export function changePartnershipEntry(
  db: Db,
  by: Member,
  id: string,
  form: PartnershipForm,
  now: Instant,
): Promise<Answer> {
  return decide(db, 'partnership', id, async (tx) => {
    const partnership = found(await partnershipWithId(tx, id), 'partnership')
    const refusal = refusalToChange({ seen: form.seen, changedAt: partnership.changed_at })
    if (refusal) return { refusal }
    const { seen: _, organisations, ...row } = form
    await changePartnership(tx, id, { ...row, changed_at: now })
    await setOrganisationsIn(tx, id, await known(tx, organisations))
    await record(tx, { what: 'partnership-changed', by: by.id, about: id, at: now })
    return { refusal: null, slug: partnership.slug }
  })
}

/** Only those that are in the directory, whatever a form sent. */
async function known(tx: Writes, ids: readonly string[]): Promise<string[]> {
  const all = new Set((await organisationsToChooseFrom(tx, 'sv')).map((one) => one.id))
  return [...new Set(ids)].filter((id) => all.has(id))
}
