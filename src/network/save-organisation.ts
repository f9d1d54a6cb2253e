import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, optionalLine, optionalTexts, optionalWebAddress, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { organisationKinds, type Refusal, refusalToChange, sectors } from './directory.rules.ts'
import {
  addOrganisation,
  changeOrganisation,
  organisationNamed,
  organisationWithId,
  slugsOfOrganisations,
} from './directory.sql.ts'
import type { Db, Reads } from './tables.ts'

const nameMax = 200
const aboutMax = 2000
const placeMax = 100

export const OrganisationForm = z.object({
  /** Made when the form for a new one is shown, so that a form that is sent twice makes one entry. */
  id: z.uuid().optional(),
  name: texts(nameMax),
  about: optionalTexts(aboutMax),
  sector: z.enum(sectors, 'network.form.sector-missing'),
  kind: z.enum(organisationKinds, 'network.form.kind-missing'),
  website: optionalWebAddress,
  contact_email: z
    .union([z.literal('').transform(() => null), emailAddress])
    .nullish()
    .transform((address) => address ?? null),
  place: optionalLine(placeMax),
  /** When the entry last changed, as the person who edits it saw it. */
  seen: z.string().default(''),
})
export type OrganisationForm = z.output<typeof OrganisationForm>

type Answer = { refusal: Refusal } | { refusal: null; slug: string }

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
    if (await isNameTaken(tx, form, null)) return { refusal: 'name-taken' }

    const slug = freeSlug(slugOf(Object.values(form.name)[0] ?? '') || id, await slugsOfOrganisations(tx))
    await addOrganisation(tx, { ...row, id, slug, created_at: now, changed_at: now })
    await record(tx, { what: 'organisation-added', by: by.id, about: id, at: now })
    return { refusal: null, slug }
  })
}

/** Words an organisation's entry anew; its address stays, since others link to it. */
export function changeOrganisationEntry(
  db: Db,
  by: Member,
  id: string,
  form: OrganisationForm,
  now: Instant,
): Promise<Answer> {
  return decide(db, 'organisation', id, async (tx) => {
    const organisation = found(await organisationWithId(tx, id), 'organisation')
    const refusal = refusalToChange({ seen: form.seen, changedAt: organisation.changed_at })
    if (refusal) return { refusal }
    if (await isNameTaken(tx, form, id)) return { refusal: 'name-taken' }
    const { seen: _, id: _new, ...row } = form
    await changeOrganisation(tx, id, { ...row, changed_at: now })
    await record(tx, { what: 'organisation-changed', by: by.id, about: id, at: now })
    return { refusal: null, slug: organisation.slug }
  })
}

/** Two entries of one name could not be told from each other when signing up. */
async function isNameTaken(db: Reads, { name }: OrganisationForm, ownId: string | null): Promise<boolean> {
  for (const one of Object.values(name)) {
    const other = await organisationNamed(db, one)
    if (other && other.id !== ownId) return true
  }
  return false
}
