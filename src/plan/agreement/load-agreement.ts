import { readContent, type ContentEntry } from '#platform/content.ts'
import { json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import {
  startingCommission,
  startingConduct,
  startingGoals,
  startingPrinciples,
} from './agreement-content.ts'
import { addAgreement, addPrinciples, agreementInForce } from './agreement.sql.ts'
import { addGoal, linkGoal, markAdopted } from '../goals/goals.sql.ts'
import { signedOnPaper } from '#people/index.ts'
import { addCommissionItems } from '../goals/commission.sql.ts'
import { wholeAgreement } from './versions.sql.ts'
import { addVersion, addVersionDecision, putInForce } from './versions.sql.ts'
import { insertPlan } from '../plans.sql.ts'
import type { Db, Writes } from '../tables.ts'

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
    const agreement = entry(content, 'agreement')
    const agreementId = await storeAgreement(tx, agreement)
    await storeCommission(tx)
    await storeGoals(tx, agreementId, adopted)
    await storeFirstVersion(tx, agreementId, { now, adopted, decidedOn: line(agreement, 'adopted') })
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
    if (!adopted) continue
    const what = { number, title, about, sdgs: sdg, domains: commission }
    const question = { id: newId(), kind: 'adopt-goal', aboutId: id, what, reason: {} } as const
    if (await signedOnPaper(tx, adopted, question)) await markAdopted(tx, id, adopted)
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

/** The first version is what the content says; where the parties have signed it, it is in force from that day. */
async function storeFirstVersion(
  tx: Writes,
  agreementId: string,
  { now, adopted, decidedOn }: Start & { decidedOn: string },
): Promise<void> {
  const id = newId()
  const { agreement, principles } = await wholeAgreement(tx, agreementId)
  const { title, vision, about } = agreement
  const words = { title, vision, about, principles, conduct: startingConduct(), changed: {} }
  await addVersion(tx, { id, agreementId, number: 1, words, by: null, now: adopted ?? now })
  if (!adopted) return
  const what = { number: 1, title }
  const question = { id: newId(), kind: 'adopt-agreement', aboutId: id, what, reason: {} } as const
  const day = await signedOnPaper(tx, adopted, question)
  if (!day) return
  const decision = {
    body: 'Kommunfullmäktige, Malmö',
    decided_on: decidedOn,
    paragraph: null,
    case_number: null,
  }
  await addVersionDecision(tx, {
    id: newId(),
    version_id: id,
    ...decision,
    url: null,
    added_at: now,
    added_by: null,
  })
  await putInForce(tx, id, day)
}

/** Only what could be read in a source; the office imports the rest. */
async function storeCommission(tx: Writes): Promise<void> {
  const rows = startingCommission().map((item) => ({ ...item, title: json(item.title) }))
  await addCommissionItems(tx, rows)
}
