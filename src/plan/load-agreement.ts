import { readContent, type ContentEntry } from '#platform/content.ts'
import { json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { startingGoals, startingPrinciples } from './agreement-content.ts'
import { addAgreement, addPrinciples, agreementInForce } from './agreement.sql.ts'
import { addGoal, linkGoal, markAdopted } from './goals.sql.ts'
import { insertPlan } from './plans.sql.ts'
import type { Db, Writes } from './tables.ts'

interface Start {
  now: Instant
  /** When the goals were adopted. Null leaves them as drafts, for the parties to read through and adopt. */
  adopted: Instant | null
}

/** Brings content/agreement/ into an empty database; from then on the platform's own pages are the place to work. */
export function loadAgreement(db: Db, { now, adopted }: Start): Promise<void> {
  return transact(db, async (tx) => {
    if (await agreementInForce(tx)) return
    const content = readContent('agreement')
    const agreementId = await storeAgreement(tx, entry(content, 'agreement'))
    await storeGoals(tx, agreementId, adopted)
    await storePlan(tx, agreementId, entry(content, 'plan'))
    await record(tx, { what: 'agreement-loaded', by: null, about: agreementId, at: now })
  })
}

const entry = (content: readonly ContentEntry[], key: string): ContentEntry =>
  found(
    content.find((one) => one.key === key),
    `content/agreement/${key}`,
  )

const line = (of: ContentEntry, name: string): string =>
  found(of.one(name), `"${name}" in content/agreement/${of.key}`)

async function storeAgreement(tx: Writes, content: ContentEntry): Promise<string> {
  const id = newId()
  await addAgreement(tx, {
    id,
    title: json(content.texts('title')),
    vision: json(content.texts('vision')),
    about: json(content.body),
    adopted_on: line(content, 'adopted'),
  })
  const principles = startingPrinciples().map(({ key, name, about }, index) => ({
    id: newId(),
    agreement_id: id,
    key,
    name: json(name),
    about: json(about),
    position: index + 1,
  }))
  await addPrinciples(tx, principles)
  return id
}

async function storeGoals(tx: Writes, agreementId: string, adopted: Instant | null): Promise<void> {
  for (const { number, title, about, sdg, commission } of startingGoals()) {
    const id = newId()
    const words = { number, title: json(title), about: json(about) }
    const draft = { adopted_at: null, closed_at: null, close_reason: json({}) }
    await addGoal(tx, { id, agreement_id: agreementId, ...words, ...draft })
    // Links first: an adopted goal takes no more of them.
    await linkGoal(tx, id, { sdgs: sdg, domains: commission })
    if (adopted) await markAdopted(tx, id, adopted)
  }
}

async function storePlan(tx: Writes, agreementId: string, content: ContentEntry): Promise<void> {
  const starts_on = line(content, 'starts')
  const ends_on = line(content, 'ends')
  await insertPlan(tx, {
    id: newId(),
    agreement_id: agreementId,
    slug: `${starts_on.slice(0, 4)}-${ends_on.slice(0, 4)}`,
    title: json(content.texts('title')),
    lead: json(content.texts('lead')),
    about: json(content.body),
    starts_on,
    adopted_on: starts_on,
    ends_on,
  })
}
