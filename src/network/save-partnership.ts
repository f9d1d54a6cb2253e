import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalParagraphs, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { partnershipKinds, type Refusal, refusalToChange } from './directory.rules.ts'
import {
  addPartnership,
  changePartnership,
  partnershipWithId,
  setOrganisationsIn,
  slugsOfPartnerships,
} from './directory.sql.ts'
import type { Db } from './tables.ts'

const nameMax = 200
const leadMax = 500
const aboutMax = 10_000

const year = optionalLine(leadMax)
  .refine((text) => text === null || /^(19|20)\d\d$/.test(text), 'network.form.year-wrong')
  .transform((text) => (text === null ? null : Number(text)))

/** Organisations are typed, one on each line: the directory is too long to tick in. */
const names = optionalParagraphs(aboutMax).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
)

export const PartnershipForm = z
  .object({
    /** Made when the form for a new one is shown, so that a form that is sent twice makes one entry. */
    id: z.uuid().optional(),
    kind: z.enum(partnershipKinds, 'network.form.kind-missing'),
    name: texts(nameMax),
    lead: texts(leadMax),
    about: optionalTexts(aboutMax),
    part: optionalTexts(leadMax),
    began_year: year,
    ended_year: year,
    organisations: names,
    /** When the entry last changed, as the person who edits it saw it. */
    seen: z.string().default(''),
  })
  .refine(
    ({ began_year, ended_year }) => began_year === null || ended_year === null || !(ended_year < began_year),
    {
      error: 'network.form.ended-before-it-began',
      path: ['ended_year'],
    },
  )

export interface Partnership extends Omit<z.output<typeof PartnershipForm>, 'organisations'> {
  organisationIds: readonly string[]
}

type Answer = { refusal: Refusal } | { refusal: null; slug: string }

/** Adds a partnership, process or network that Malmöandan is part of; the answer is its slug. */
export function createPartnership(db: Db, by: Member, entry: Partnership, now: Instant): Promise<string> {
  return transact(db, async (tx) => {
    const { seen: _, organisationIds, id = newId(), ...row } = entry
    const before = await partnershipWithId(tx, id)
    if (before) return before.slug

    const slugs = await slugsOfPartnerships(tx)
    const slug = freeSlug(slugOf(Object.values(row.name)[0] ?? '') || id, slugs)
    await addPartnership(tx, { ...row, id, slug, position: slugs.size + 1, changed_at: now })
    await setOrganisationsIn(tx, id, organisationIds)
    await record(tx, { what: 'partnership-added', by: by.id, about: id, at: now })
    return slug
  })
}

/** Words a partnership's entry anew; its address stays, since others link to it. */
export function changePartnershipEntry(
  db: Db,
  by: Member,
  id: string,
  entry: Partnership,
  now: Instant,
): Promise<Answer> {
  return decide(db, 'partnership', id, async (tx) => {
    const partnership = found(await partnershipWithId(tx, id), 'partnership')
    const refusal = refusalToChange({ seen: entry.seen, changedAt: partnership.changed_at })
    if (refusal) return { refusal }
    const { seen: _, organisationIds, id: _new, ...row } = entry
    await changePartnership(tx, id, { ...row, changed_at: now })
    await setOrganisationsIn(tx, id, organisationIds)
    await record(tx, { what: 'partnership-changed', by: by.id, about: id, at: now })
    return { refusal: null, slug: partnership.slug }
  })
}
