import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { type Refusal, refusalToChange } from '../directory.rules.ts'
import type { Db, PartnershipRow } from '../tables.ts'
import { endAsking } from './asking.sql.ts'
import type { Partnership } from './partnership-form.ts'
import {
  addPartnership,
  addStep,
  changePartnership,
  type PartnershipFields,
  partnershipWithId,
  setTies,
  slugsOfPartnerships,
  type Ties,
  tiesOf,
} from './partnerships.sql.ts'

type Answer = { refusal: Refusal } | { refusal: null; slug: string }

/** Adds a partnership, process or network that Malmöandan is part of; the answer is its slug. */
export function createPartnership(db: Db, by: Member, entry: Partnership, now: Instant): Promise<string> {
  return transact(db, async (tx) => {
    const id = entry.id ?? newId()
    const before = await partnershipWithId(tx, id)
    if (before) return before.slug
    const { fields, ties } = partsOf(entry, now)
    const slugs = await slugsOfPartnerships(tx)
    const slug = freeSlug(slugOf(Object.values(fields.name)[0] ?? '') || id, slugs)
    await addPartnership(tx, { ...fields, id, slug, position: slugs.size + 1 })
    await setTies(tx, id, ties)
    await addStep(tx, { id, kind: 'added', at: now, by: by.id })
    await record(tx, { what: 'partnership-added', by: by.id, about: id, at: now })
    return slug
  })
}

/** Words a partnership's entry anew; its address stays, since others link to it. Whoever does so says that it lives. */
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
    const { fields, ties } = partsOf(entry, now)
    const before = whatChanged({ ...partnership, ...(await tiesOf(tx, id)) }, { ...fields, ...ties })
    // Where it began is said once.
    await changePartnership(tx, id, {
      ...fields,
      from_event_id: partnership.from_event_id,
      unconfirmed_since: null,
    })
    await setTies(tx, id, ties)
    await endAsking(tx, id, { outcome: 'changed', at: now })
    await addStep(tx, { id, kind: 'changed', at: now, by: by.id, before })
    await record(tx, { what: 'partnership-changed', by: by.id, about: id, at: now })
    return { refusal: null, slug: partnership.slug }
  })
}

const yearOf = (text: string | null): number | null => (text === null ? null : Number(text.slice(0, 4)))

function partsOf(entry: Partnership, now: Instant): { fields: PartnershipFields; ties: Ties } {
  const { id: _, seen: _seen, organisationIds, parties, areas, goals, themes, ...rest } = entry
  const years = { began_year: yearOf(rest.began_on), ended_year: yearOf(rest.ended_on) }
  return {
    fields: { ...rest, ...years, changed_at: now },
    ties: { organisationIds, parties, areas, goals, themes },
  }
}

const compared = [
  ...(['kind', 'name', 'lead', 'about', 'part', 'part_kind', 'led_to', 'state', 'form'] as const),
  ...(['began_on', 'agreed_until', 'ended_on', 'case_number'] as const),
  ...(['decision_body', 'decision_on', 'decision_paragraph'] as const),
  ...(['organisationIds', 'parties', 'areas', 'goals', 'themes'] as const),
]
export type ChangedField = (typeof compared)[number]

/** The fields that change, with what stood in them. */
function whatChanged(
  before: PartnershipRow & Ties,
  after: PartnershipFields & Ties,
): Record<string, unknown> {
  const said = (value: unknown): string =>
    JSON.stringify(Array.isArray(value) ? value.toSorted() : sorted(value))
  const changed = compared.filter((key) => said(before[key]) !== said(after[key]))
  return Object.fromEntries(changed.map((key) => [key, before[key]]))
}

/** Texts are the same in whatever order their languages stand. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : (value ?? null)
