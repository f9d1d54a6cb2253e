import { partiesOn } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found, NotFound } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import type { ChangeInput } from './change.ts'
import { factsFor } from './facts.sql.ts'
import { type Misfit, misfitOf } from './fits.rules.ts'
import type { Means } from './means.ts'
import { answerDaysMax, type ProposeRefusal, refusalToPropose } from './revision.rules.ts'
import {
  addAnswer,
  addRevision,
  changeRevision,
  changesOf,
  nextRevisionNumber,
  type Revision,
  revisionWithId,
} from './revisions.sql.ts'
import { settle, type Settled } from './settle.ts'
import { tellParties } from './tell-parties.ts'
import { besideStanding, writeChanges } from './write-changes.ts'

export interface NewRevision {
  /** Made when the form is shown, so that a form that is sent twice is one revision. */
  id?: string
  plan_id: string
  /** adoption: of a plan in the making, as a whole. */
  kind?: 'change' | 'adoption'
  /** May be empty: then it is called after what it changes. */
  title: Texts
  reason: Texts
  changes: readonly ChangeInput[]
}

export type Refusal = ProposeRefusal | Misfit
export type Proposed =
  | { refusal: Refusal }
  | { refusal: null; id: string; number: number; state: Settled['state'] }

/** Keeps a draft, seen by the proposing party alone; nothing is refused here but what nobody may write at all. */
export async function draftRevision(
  db: Db | Tx,
  by: Member,
  given: NewRevision,
  { now }: Means,
): Promise<{ id: string; number: number }> {
  return decide(db as Db, 'agreement', await agreementOf(db, given.plan_id), async (tx) => {
    const { id, number, isNew } = await begin(tx, by, given, now)
    if (isNew) await writeChanges(tx, id, await besideStanding(tx, given.plan_id, given.changes))
    return { id, number }
  })
}

/** Proposes a change of the plan at once. The proposing party says yes to it with that; the others are told. */
export async function proposeChange(
  db: Db | Tx,
  by: Member,
  { decideBy, ...given }: NewRevision & { decideBy: string },
  means: Means,
): Promise<Proposed> {
  return decide(
    db as Db,
    'agreement',
    await agreementOf(db, given.plan_id),
    async (tx): Promise<Proposed> => {
      const known = given.id === undefined ? undefined : await revisionWithId(tx, given.id)
      if (known) return proposed(known)
      const plan = await tx
        .selectFrom('plan')
        .selectAll()
        .where('id', '=', given.plan_id)
        .executeTakeFirstOrThrow()
      const changes = await besideStanding(tx, plan.id, given.changes)
      const draft = {
        ...{ ...plan, plan_id: plan.id, kind: given.kind ?? 'change', reason: given.reason },
        ...{ state: 'draft' as const, version: 1, party_id: by.party?.id ?? '' },
      }
      const refusal = await refusalFor(tx, by, { revision: draft, changes, seen: 1, decideBy }, means)
      if (refusal) return { refusal }
      const { id } = await begin(tx, by, given, means.now)
      await writeChanges(tx, id, changes)
      return propose(tx, by, id, decideBy, means)
    },
  )
}

const proposed = ({ id, number, state }: Revision): Proposed => ({
  ...{ refusal: null, id, number },
  state: state as Settled['state'],
})

/** Proposes what lay as a draft, beside what stands in the plan today. */
export async function proposeRevision(
  db: Db,
  by: Member,
  id: string,
  { seen, decideBy }: { seen: number; decideBy: string },
  means: Means,
): Promise<Proposed> {
  const { agreement_id } = found(await revisionWithId(db, id), 'revision')
  return decide(db, 'agreement', agreement_id, async (tx): Promise<Proposed> => {
    const revision = found(await revisionWithId(tx, id), 'revision')
    if (revision.state === 'proposed' && revision.party_id === by.party?.id) return proposed(revision)
    const changes = await besideStanding(tx, revision.plan_id, await changesOf(tx, id))
    const refusal = await refusalFor(tx, by, { revision, changes, seen, decideBy }, means)
    if (refusal) return { refusal }
    await writeChanges(tx, id, changes)
    return propose(tx, by, id, decideBy, means)
  })
}

interface Given {
  revision: Pick<
    Revision,
    'kind' | 'plan_id' | 'starts_on' | 'ends_on' | 'adopted_on' | 'state' | 'version' | 'party_id' | 'reason'
  >
  changes: Awaited<ReturnType<typeof besideStanding>>
  seen: number
  decideBy: string
}

export async function refusalFor(
  tx: Reads,
  by: Member,
  { revision, changes, seen, decideBy }: Given,
  { now }: Means,
): Promise<Refusal | null> {
  const today = localDate(now)
  const facts = await factsFor(tx, revision, changes, today)
  const { state, version, party_id, reason } = revision
  const { parties } = facts
  const misfit = misfitOf(changes, facts)
  // A whole plan is mended one commitment at a time while it lies before the parties; the last yes asks again.
  const isMended = misfit === 'nobody-to-keep-it' && revision.kind === 'adoption' && state === 'proposed'
  return (
    refusalToPropose({
      ...{ state, version, seen, partyId: party_id, byParty: by.party?.id, parties },
      ...{ reason, decideBy, today, latest: datePlus(today, answerDaysMax) },
    }) ?? (isMended ? null : misfit)
  )
}

const agreementOf = async (db: Reads, planId: string): Promise<string> =>
  found(
    await db.selectFrom('plan').select('agreement_id').where('id', '=', planId).executeTakeFirst(),
    'plan',
  ).agreement_id

async function begin(tx: Tx, by: Member, given: NewRevision, now: Means['now']) {
  if (!by.party) throw new NotFound('for coordinators')
  const id = given.id ?? newId()
  const known = await revisionWithId(tx, id)
  if (known) return { id, number: known.number, isNew: false }
  const number = await nextRevisionNumber(tx)
  await addRevision(tx, {
    ...{ id, number, plan_id: given.plan_id, kind: given.kind ?? 'change', state: 'draft' },
    ...{ title: json(given.title), reason: json(given.reason), party_id: by.party.id, made_by: by.id },
    ...{ created_at: now, changed_at: now, proposed_at: null, decide_by: null, asked_on: null },
    ...{ ended_at: null, ended_on: null, end_reason: json({}), replaced_by: null },
  })
  const detail = { number }
  await record(tx, { what: 'revision-drafted', by: by.id, about: id, at: now, detail })
  return { id, number, isNew: true }
}

async function propose(tx: Tx, by: Member, id: string, decideBy: string, means: Means): Promise<Proposed> {
  const { now } = means
  const asked = { proposed_at: now, changed_at: now, asked_on: localDate(now), decide_by: decideBy }
  await changeRevision(tx, id, { state: 'proposed', ...asked })
  const revision = found(await revisionWithId(tx, id), 'revision')
  const detail = { number: revision.number }
  await record(tx, { what: 'revision-proposed', by: by.id, about: id, at: now, detail })
  await sayYes(tx, by, revision, means)
  const { state } = await settle(tx, revision, means, by.id)
  if (state === 'proposed') await tellParties(tx, revision, 'proposed', means, by.id)
  return { refusal: null, id, number: revision.number, state }
}

/** Whoever proposes something says yes to it as it is now. */
export const sayYes = (tx: Tx, by: Member, { id, version, party_id }: Revision, { now }: Means) =>
  addAnswer(tx, {
    ...{ revision_id: id, version, party_id, answer: 'yes', reason: json({}) },
    ...{ by_person: by.id, as_substitute: 0, at: now },
  })

export const partyIds = async (tx: Reads, today: string): Promise<string[]> =>
  (await partiesOn(tx, today)).map((party) => party.id)
