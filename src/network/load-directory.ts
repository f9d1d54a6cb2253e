import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { readContent } from '#platform/content.ts'
import { newId } from '#platform/ids.ts'
import { partiesInOrder } from '#people/index.ts'
import { projectRoot } from '#platform/root.ts'
import type { Instant } from '#platform/time.ts'
import { organisationKinds, partnershipKinds, sectors } from './directory.rules.ts'
import {
  addOrganisation,
  addPartnership,
  slugsOfOrganisations,
  slugsOfPartnerships,
} from './directory.sql.ts'
import type { Db, Writes } from './tables.ts'

const inAll = z.object({ sv: z.string(), en: z.string(), es: z.string() })
const Organisations = z.array(
  z.object({
    key: z.string(),
    sector: z.enum(sectors),
    kind: z.enum(organisationKinds),
    party: z.string().optional(),
    /** An address of its own that everybody may know. */
    contact: z.email().toLowerCase().optional(),
    name: inAll,
    about: inAll,
  }),
)

/** Fills an empty directory from content/organisations.json and content/network/; what is there stays. */
export function loadDirectory(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    if ((await slugsOfOrganisations(tx)).size === 0) await loadOrganisations(tx, now)
    if ((await slugsOfPartnerships(tx)).size === 0) await loadPartnerships(tx, now)
  })
}

async function loadOrganisations(tx: Writes, now: Instant): Promise<void> {
  const file = readFileSync(join(projectRoot, 'content', 'organisations.json'), 'utf8')
  const parties = new Map((await partiesInOrder(tx)).map((party) => [party.key, party.id]))
  for (const { key, party, contact, ...row } of Organisations.parse(JSON.parse(file))) {
    await addOrganisation(tx, {
      ...row,
      ...{
        id: newId(),
        slug: key,
        website: null,
        place: null,
        contact_email: contact ?? null,
        created_at: now,
        changed_at: now,
      },
      party_id: (party && parties.get(party)) ?? null,
    })
  }
}

async function loadPartnerships(tx: Writes, now: Instant): Promise<void> {
  const entries = readContent('network')
  // The newest first; whatever has no beginning stands last.
  const began = (one: (typeof entries)[number]): number => Number(one.one('began') ?? 0)
  entries.sort((a, b) => began(b) - began(a))
  for (const [index, entry] of entries.entries()) {
    await addPartnership(tx, {
      ...{ id: newId(), slug: entry.key, position: index + 1, changed_at: now },
      kind: z.enum(partnershipKinds).parse(entry.one('kind')),
      ...{
        name: entry.texts('name'),
        lead: entry.texts('lead'),
        about: entry.body,
        part: entry.texts('part'),
      },
      ...{ began_year: yearIn(entry.one('began')), ended_year: yearIn(entry.one('ended')) },
    })
  }
}

const yearIn = (text: string | null): number | null => (text === null ? null : Number(text))
