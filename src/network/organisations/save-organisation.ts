import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import {
  emailAddress,
  optionalLine,
  optionalTexts,
  optionalWebAddress,
  several,
  texts,
} from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { organisationKinds, type Refusal, refusalToChange, sectors } from '../directory.rules.ts'
import type { Db, Reads } from '../tables.ts'
import { digitsOf, refusalOfNumber } from './number.rules.ts'
import {
  addOrganisation,
  changeOrganisation,
  organisationNamed,
  organisationNumbered,
  organisationWithId,
  slugsOfOrganisations,
} from './organisations.sql.ts'
import { areas, fitsSector, spokenLanguages } from './profile.rules.ts'

/** How much may be said of what. */
export const profileMax = { name: 200, about: 2000, for_whom: 500, place: 100 } as const

/** Ten digits, or nothing; a sole trader's number is a person's, and is refused. */
export const optionalNumber = optionalLine(20).transform((text, context) => {
  if (text === null) return null
  const refusal = refusalOfNumber(text)
  if (refusal === null) return digitsOf(text)
  context.addIssue(`organisations.number.${refusal}`)
  return z.NEVER
})

export const optionalEmail = z
  .union([z.literal('').transform(() => null), emailAddress])
  .nullish()
  .transform((address) => address ?? null)

const ticked = z
  .string()
  .optional()
  .transform((text) => (text === 'yes' ? 1 : 0))

/** What an organisation says of itself, whoever writes it down. */
export const profileFields = {
  name: texts(profileMax.name),
  about: optionalTexts(profileMax.about),
  for_whom: optionalTexts(profileMax.for_whom),
  areas: several(areas),
  languages: several(spokenLanguages),
  website: optionalWebAddress,
  contact_email: optionalEmail,
  contact_is_shown: ticked,
}

export const ProfileForm = z.object({
  ...profileFields,
  place: optionalLine(profileMax.place),
  /** When the entry last changed, as the person who edits it saw it. */
  seen: z.string().default(''),
})
export type ProfileForm = z.output<typeof ProfileForm>

/** What the office alone decides: whose side it is on, what it is, and its number. */
export const OrganisationForm = ProfileForm.extend({
  /** Made when the form for a new one is shown, so that a form that is sent twice makes one entry. */
  id: z.uuid().optional(),
  sector: z.enum(sectors, 'network.form.sector-missing'),
  kind: z.enum(organisationKinds, 'network.form.kind-missing'),
  number: optionalNumber,
}).refine(({ sector, kind }) => fitsSector(sector, kind), {
  error: 'organisations.form.kind-in-sector',
  path: ['kind'],
})
export type OrganisationForm = z.output<typeof OrganisationForm>

export type SaveRefusal = Refusal | 'number-taken'
type Answer = { refusal: SaveRefusal } | { refusal: null; slug: string }

/** Adds an organisation to the directory. */
export function createOrganisation(
  db: Db,
  by: Member,
  form: OrganisationForm,
  now: Instant,
): Promise<Answer> {
  return transact(db, async (tx) => {
    const { seen: _, id = newId(), ...row } = form
    const before = await organisationWithId(tx, id)
    if (before) return { refusal: null, slug: before.slug }
    const refusal = await refusalOfTaken(tx, form, null)
    if (refusal) return { refusal }
    const slug = await slugFor(tx, form.name, id)
    await addOrganisation(tx, { ...row, id, slug, created_at: now, changed_at: now })
    await record(tx, { what: 'organisation-added', by: by.id, about: id, at: now })
    return { refusal: null, slug }
  })
}

/** An address for a new entry, out of its name. */
export const slugFor = async (db: Reads, name: OrganisationForm['name'], id: string): Promise<string> =>
  freeSlug(slugOf(Object.values(name)[0] ?? '') || id, await slugsOfOrganisations(db))

/** Words an organisation's entry anew; its address stays, since others link to it. */
export function changeOrganisationEntry(
  db: Db,
  by: Member,
  id: string,
  form: OrganisationForm | ProfileForm,
  now: Instant,
): Promise<Answer> {
  return decide(db, 'organisation', id, async (tx) => {
    const before = found(await organisationWithId(tx, id), 'organisation')
    const refusal =
      refusalToChange({ seen: form.seen, changedAt: before.changed_at }) ??
      (await refusalOfTaken(tx, form, id))
    if (refusal) return { refusal }
    const { seen: _, ...row } = { ...before, ...form }
    await changeOrganisation(tx, id, { ...fieldsOf(row), changed_at: now })
    await record(tx, { what: 'organisation-changed', by: by.id, about: id, at: now })
    return { refusal: null, slug: before.slug }
  })
}

const fieldsOf = (row: Omit<OrganisationForm, 'id' | 'seen'>) => {
  const { name, about, for_whom, areas, languages, website, contact_email, contact_is_shown } = row
  const { sector, kind, number, place } = row
  return {
    ...{ name, about, for_whom, areas, languages, website, contact_email, contact_is_shown },
    ...{ sector, kind, number, place },
  }
}

/** Two entries never share a name or a number: an organisation is itself wherever it is named. */
async function refusalOfTaken(
  db: Reads,
  form: { name: OrganisationForm['name']; number?: string | null },
  ownId: string | null,
): Promise<SaveRefusal | null> {
  for (const name of Object.values(form.name)) {
    const known = await organisationNamed(db, name)
    if (known && known.id !== ownId) return 'name-taken'
  }
  const numbered = form.number ? await organisationNumbered(db, form.number) : undefined
  return numbered && numbered.id !== ownId ? 'number-taken' : null
}
