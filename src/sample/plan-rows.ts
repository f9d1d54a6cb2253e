import type { CommitmentWords, Owner } from '#plan/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Staff } from './people-rows.ts'
import { type Period, placeInPlan, plansUntilToday, withinPlan } from './plan-periods.ts'
import { addProposal, speakersOf } from './revision-rows.ts'
import type { SampleChange, SampleOther } from './sample-content.ts'
import { adoptPlan, changeCommitments } from './starting-content.sql.ts'
import type { Row, Writes } from './tables.ts'
import { addUpdate, type SampleUpdate } from './update-rows.ts'
import type { Year } from './year.ts'

export interface SampleCommitment {
  goal: number
  /** The number of the recommendation it comes from. */
  recommendation?: number
  /** Days from today, like every date below. */
  made: number
  due: number
  owners: string[]
  title: Texts
  what?: Texts
  measure: Texts
  updates: SampleUpdate[]
}

interface Placed {
  id: string
  plan: Period
  /** What it says now, and what it said when it came into the plan. */
  words: CommitmentWords
  first: CommitmentWords
}

export type PlanToFinish = ReturnType<typeof addCommitments>

// What both have said yes to was proposed some days before, or on the same day when the year has hardly begun.
const daysToAgree = 6
const firstDay = -330
const daysToAnswer = 28

/** What was promised in the plan and how it goes: from recommendations, and from the office itself. */
export function addCommitments(year: Year, staff: Staff, recommendationIds: readonly string[]) {
  const { plans, adopted } = plansUntilToday(year, staff)
  const placed = year.content.commitments.map((sample, index) => {
    const { plan, due_on } = placeInPlan(plans, year.date(sample.due))
    const words = { ...wordsOf(year, sample), due_on }
    const first = { ...words, ...firstWords(year, plan, index + 1) }
    const recommendationId = recommendationIds[(sample.recommendation ?? 0) - 1] ?? null
    const one = { id: year.id(year.moment(sample.made, '13:30')), plan, words, first }
    addCommitment(year, staff, one, { sample, number: index + 1, recommendationId })
    return one
  })
  const changed = year.content.revisions.others.flatMap((other) => addOther(year, staff, other, placed))
  return { adopted, changed }
}

/** What could only be written once all had said yes. */
export async function finishPlan(tx: Writes, { adopted, changed }: PlanToFinish): Promise<void> {
  for (const { planId, day } of adopted) await adoptPlan(tx, planId, day)
  await changeCommitments(tx, changed)
}

interface Promised {
  sample: SampleCommitment
  number: number
  recommendationId: string | null
}

function addCommitment(year: Year, staff: Staff, one: Placed, promised: Promised): void {
  const { sample, number, recommendationId: recommendation_id } = promised
  const by = number % 2 === 1 ? 'city' : 'civil-society'
  const { person } = speakersOf(year, staff)[by]
  const goal_id = found(year.found.goals.get(sample.goal), 'goal')
  const carried_from = null
  const after = { ...one.first, goal_id, recommendation_id, carried_from }
  const change = { kind: 'add-commitment' as const, commitment_id: one.id, before: {}, after }
  const reason = year.content.revisions.reasons[number - 1] ?? {}
  const dates = { proposed: Math.max(firstDay, sample.made - daysToAgree), ended: sample.made }
  const { id: revision_id, endedAt: made } = addProposal(year, staff, {
    ...{ planId: one.plan.id, by, ...dates, days: daysToAnswer, ends: 'in-force' },
    ...{ title: {}, reason, changes: [change] },
  })
  year.rows.commitment.push({
    ...{ id: one.id, number, plan_id: one.plan.id, goal_id, recommendation_id, carried_from },
    ...stored(one.first),
    ...{ created_at: made, created_by: person },
  })
  addVersion(year, one.id, { revision_id, from_day: localDate(made), position: 1 }, one.first)
  const detail = { number, recommendation: recommendation_id }
  year.record({ what: 'commitment-made', by: person, about: one.id, at: made, detail })
  addOwners(year, one)
  for (const update of sample.updates) addUpdate(year, { id: one.id, by: person, number }, update)
}

const stored = ({ title, what, measure, due_on }: CommitmentWords) => ({
  ...{ title: json(title), what: json(what), measure: json(measure), due_on },
})

const wordsOf = (year: Year, { title, what = {}, measure, owners }: SampleCommitment) => ({
  ...{ title, what, measure, owners: owners.map((owner) => ownerOf(year, owner)) },
})

const ownerOf = (year: Year, name: string): Owner => {
  const party = year.found.parties.get(name)
  return party ? { party } : { organisation: found(year.found.organisations.get(name), name) }
}

/** What a commitment said before a revision of the sample year gave it other words. */
function firstWords(year: Year, plan: Period, number: number): Partial<CommitmentWords> {
  const changes = year.content.revisions.others.flatMap((other) => other.changes)
  const one = changes.find(
    (change) => change.kind === 'change-commitment' && change.commitment === number && change.was,
  )
  return one?.kind === 'change-commitment' ? worded(year, plan, one.was ?? {}) : {}
}

const worded = (
  year: Year,
  plan: Period,
  { due, owners, ...words }: NonNullable<Extract<SampleChange, { kind: 'change-commitment' }>['was']>,
): Partial<CommitmentWords> => ({
  ...words,
  ...(due !== undefined && { due_on: withinPlan(plan, year.date(due)) }),
  ...(owners && { owners: owners.map((owner) => ownerOf(year, owner)) }),
})

/** What else was proposed; answers with the words of commitments that it has changed. */
function addOther(year: Year, staff: Staff, other: SampleOther, placed: readonly Placed[]) {
  const [first] = placed
  const about = other.changes.flatMap((change) =>
    change.kind === 'plan-words' ? [] : found(placed[change.commitment - 1], 'commitment'),
  )
  const planId = (about[0] ?? found(first, 'commitment')).plan.id
  const changes = other.changes.map((change) => changeRow(year, change, planId, about))
  const { id, endedAt } = addProposal(year, staff, { ...other, planId, changes })
  if (other.ends !== 'in-force') return []
  return about.map((one) => {
    addVersion(year, one.id, { revision_id: id, from_day: localDate(endedAt), position: 2 }, one.words)
    return { id: one.id, ...stored(one.words) }
  })
}

function changeRow(year: Year, change: SampleChange, planId: string, about: readonly Placed[]) {
  if (change.kind === 'plan-words') {
    const plan = found(
      [...year.found.plans, ...year.rows.plan].find((one) => one.id === planId),
      'plan',
    )
    const { title, lead, about: text } = plan
    const before = { title: read(title), lead: read(lead), about: read(text) }
    return { kind: change.kind, commitment_id: null, before, after: { ...before, lead: change.lead } }
  }
  const one = found(about[0], 'commitment')
  if (change.kind === 'remove-commitment') {
    return { kind: change.kind, commitment_id: one.id, before: one.words, after: {} }
  }
  const after = change.was ? one.words : { ...one.words, ...worded(year, one.plan, change.becomes ?? {}) }
  return { kind: change.kind, commitment_id: one.id, before: change.was ? one.first : one.words, after }
}

const read = (texts: unknown): unknown => (typeof texts === 'string' ? JSON.parse(texts) : texts)

type Place = Pick<Row<'commitment_version'>, 'revision_id' | 'from_day' | 'position'>

function addVersion(year: Year, commitment_id: string, place: Place, words: CommitmentWords): void {
  const at = year.moment(0, '13:30')
  const texts = { ...stored(words), owners: json(words.owners) }
  year.rows.commitment_version.push({ id: year.id(at), commitment_id, ...place, is_removed: 0, ...texts })
}

function addOwners(year: Year, { id, words }: Placed): void {
  words.owners.forEach((owner, index) =>
    year.rows.commitment_owner.push({
      ...{ commitment_id: id, position: index + 1 },
      party_id: 'party' in owner ? owner.party : null,
      organisation_id: 'organisation' in owner ? owner.organisation : null,
    }),
  )
}
