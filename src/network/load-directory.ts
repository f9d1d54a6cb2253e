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
import { addOrganisation, slugsOfOrganisations } from './organisations/organisations.sql.ts'
import { addPartnership, partnershipCount } from './partnerships/partnerships.sql.ts'
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
    if ((await partnershipCount(tx)) === 0) await loadPartnerships(tx, now)
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
    const [began_on, ended_on] = [entry.one('began'), entry.one('ended')]
    await addPartnership(tx, {
      ...stillUnsaid,
      ...{ id: newId(), slug: entry.key, position: index + 1, changed_at: now },
      kind: z.enum(partnershipKinds).parse(entry.one('kind')),
      ...{
        name: entry.texts('name'),
        lead: entry.texts('lead'),
        about: entry.body,
        part: entry.texts('part'),
      },
      ...{ began_on, ended_on, began_year: yearIn(began_on), ended_year: yearIn(ended_on) },
      state: ended_on === null ? 'running' : 'ended',
    })
  }
}

const stillUnsaid = {
  ...{ led_to: {}, form: null, part_kind: null, agreed_until: null, from_event_id: null },
  ...{ decision_body: null, decision_on: null, decision_paragraph: null, case_number: null },
}

const yearIn = (text: string | null): number | null => (text === null ? null : Number(text))
