import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import type { Staff } from './people-rows.ts'
import { addProposal } from './revision-rows.ts'
import type { Db } from './tables.ts'
import type { Year } from './year.ts'

interface Wish {
  title: Texts
  why: Texts
  supporters: number
}

export interface SampleFocus {
  reason: Texts
  call: Texts
  /** Chosen ones with the numbers of the commitments under them, and the others with why they were not. */
  thisYear: (Wish & { chosen?: true; commitments?: number[]; reason?: Texts })[]
  /** Some come from a recommendation, by its number. */
  nextYear: (Wish & { recommendation?: number })[]
  /** What nobody has read yet. */
  waiting: { title: string; why: string; language: Language; organisation: string | null }[]
}

const thisCall = { opens: -332, closes: -306, chosen: -300, agreed: -293 }
const nextCall = { opens: -12, closes: 16 }

export type ChosenAreas = ReturnType<typeof chooseFocusAreas>

/** This year's areas as the parties said yes to them, in the plan that is in force. */
export function chooseFocusAreas(year: Year, staff: Staff) {
  const number = Number(year.today.slice(0, 4))
  const all = [...year.found.plans, ...year.rows.plan]
  const plan = found(
    all.find(({ starts_on, ends_on }) => starts_on <= year.today && year.today <= ends_on),
    'plan',
  )
  const at = year.moment(thisCall.opens + 4, '18:10')
  const proposals = year.content.focus.thisYear.map((sample, index) => ({
    ...{ id: year.id(plus(at, { hours: index * 31 })), at: plus(at, { hours: index * 31 }), sample },
  }))
  const chosen = proposals.filter(({ sample }) => sample.chosen)
  const areas = chosen.map(({ id, sample }) => ({ title: sample.title, about: sample.why, proposal_id: id }))
  const change = {
    ...{ kind: 'focus-areas' as const, commitment_id: null },
    ...{ before: { year: number, areas: [] }, after: { year: number, areas } },
  }
  const { id: revisionId } = addProposal(year, staff, {
    ...{ planId: plan.id, by: 'civil-society', proposed: thisCall.chosen, ended: thisCall.agreed, days: 21 },
    ...{ ends: 'in-force', title: {}, reason: year.content.focus.reason, changes: [change] },
  })
  return { number, planId: plan.id, revisionId, proposals, areas }
}

/** What was proposed for this year and the next; written when the parties' yes is there. */
export async function finishFocusAreas(tx: Db, year: Year, staff: Staff, made: ChosenAreas): Promise<void> {
  const by = found(staff.coordinators[0], 'coordinator')
  const sample = year.content.focus
  await addCall(tx, year, { by, year: made.number, ...thisCall, words: {} })
  const callId = await addCall(tx, year, { by, year: made.number + 1, ...nextCall, words: sample.call })
  for (const { id, at, sample: one } of made.proposals)
    await addWish(tx, year, { id, at, year: made.number, reason: one.reason ?? {}, wish: one })
  await tx
    .insertInto('focus_area')
    .values(
      made.areas.map(({ title, about, proposal_id }, index) => ({
        ...{ id: year.id(year.moment(thisCall.agreed, '13:30')), plan_id: made.planId, year: made.number },
        ...{ position: index + 1, title: json(title), about: json(about), proposal_id },
        revision_id: made.revisionId,
      })),
    )
    .execute()
  for (const { id, sample: one } of made.proposals)
    for (const number of one.commitments ?? []) await linkCommitment(tx, year, { id, number, by })
  const opened = year.moment(nextCall.opens, '09:30')
  for (const [index, one] of sample.nextYear.entries()) {
    const at = plus(opened, { hours: 5 + index * 29 })
    const id = year.id(at)
    await addWish(tx, year, { id, at, year: made.number + 1, reason: {}, wish: one })
    if (one.recommendation) await linkSource(tx, id, one.recommendation)
  }
  await addWaiting(tx, year, callId)
}

interface Opened {
  by: string
  year: number
  opens: number
  closes: number
  words: Texts
}

async function addCall(tx: Db, year: Year, call: Opened): Promise<string> {
  const at = year.moment(call.opens, '09:00')
  const id = year.id(at)
  const days = { opens_on: year.date(call.opens), closes_on: year.date(call.closes) }
  const row = { id, year: call.year, words: json(call.words), ...days, made_by: call.by, made_at: at }
  await tx.insertInto('focus_call').values(row).execute()
  return id
}

interface Wished {
  id: string
  at: string
  year: number
  reason: Texts
  wish: Wish
}

async function addWish(tx: Db, year: Year, { id, at, year: ofYear, reason, wish }: Wished): Promise<void> {
  const words = { title: json(wish.title), why: json(wish.why), organisation_name: null }
  const row = { id, year: ofYear, ...words, created_at: at }
  await tx
    .insertInto('focus_proposal')
    .values({ ...row, state: 'proposed', reason: json({}) })
    .execute()
  const supports = Array.from({ length: wish.supporters }, (_, index) => ({
    ...{ id: year.id(plus(at, { minutes: 7 * index })), proposal_id: id, token_hash: null },
    ...{ address_key: hashOf(`${id} ${index}`), asked_at: at, confirmed_at: at },
  }))
  await tx.insertInto('focus_support').values(supports).execute()
  if (Object.keys(reason).length === 0) return
  const notChosen = { state: 'not-chosen' as const, reason: json(reason) }
  await tx.updateTable('focus_proposal').set(notChosen).where('id', '=', id).execute()
}

async function linkCommitment(
  tx: Db,
  year: Year,
  { id, number, by }: { id: string; number: number; by: string },
): Promise<void> {
  const commitment = tx.selectFrom('commitment').select('id').where('number', '=', number)
  const thing = await commitment.executeTakeFirst()
  if (!thing) return
  const linked = { linked_by: by, linked_at: year.moment(thisCall.agreed + 3, '10:00') }
  await tx
    .insertInto('focus_link')
    .values({ proposal_id: id, kind: 'commitment', thing_id: thing.id, ...linked })
    .execute()
}

async function linkSource(tx: Db, id: string, number: number): Promise<void> {
  const thing = await tx
    .selectFrom('recommendation')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  if (thing)
    await tx
      .insertInto('focus_source')
      .values({ proposal_id: id, kind: 'recommendation', thing_id: thing.id })
      .execute()
}

async function addWaiting(tx: Db, year: Year, callId: string): Promise<void> {
  const at = year.moment(-2, '20:40')
  const rows = year.content.focus.waiting.map(({ organisation, ...one }, index) => ({
    ...{ id: year.id(at), call_id: callId, ...one, organisation_name: organisation, token_hash: null },
    ...{
      email: `proposer-${index + 1}@example.org`,
      sent_at: at,
      confirmed_at: at,
      state: 'waiting' as const,
    },
    ...{ reason: null, decided_by: null, told_at: null, forgotten_at: null },
  }))
  await tx.insertInto('focus_submission').values(rows).execute()
}
