import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { instantAt, localDate } from '#platform/time.ts'
import type { Staff } from './people-rows.ts'
import type { Row } from './tables.ts'
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
  updates: {
    at: number
    state: 'not-started' | 'under-way' | 'done' | 'stopped'
    said: Texts
    evidence?: string
    number?: { amount: number; unit: Texts }
    event?: true
  }[]
}

/** What was promised in the plan and how it goes: from recommendations, and from the office itself. */
export function addCommitments(year: Year, staff: Staff, recommendationIds: readonly string[]): void {
  const plans = plansUntilToday(year)
  year.content.commitments.forEach((sample, index) => {
    const number = index + 1
    const by = found(staff.coordinators[index % 2], 'coordinator')
    const made = year.moment(sample.made, '13:30')
    const id = year.id(made)
    const { plan_id, due_on } = placeInPlan(plans, year.date(sample.due))
    const recommendation_id = recommendationIds[(sample.recommendation ?? 0) - 1] ?? null
    const texts = { title: json(sample.title), what: json(sample.what ?? {}), measure: json(sample.measure) }
    year.rows.commitment.push({
      ...{
        id,
        number,
        plan_id,
        goal_id: found(year.found.goals.get(sample.goal), 'goal'),
        recommendation_id,
      },
      ...texts,
      ...{ due_on, created_at: made, created_by: by },
    })
    year.record({
      what: 'commitment-made',
      by,
      about: id,
      at: made,
      detail: { number, recommendation: recommendation_id },
    })
    addOwners(year, id, sample)
    for (const update of sample.updates) addUpdate(year, { id, by, number }, update)
  })
}

function addOwners(year: Year, commitmentId: string, { owners }: SampleCommitment): void {
  owners.forEach((owner, index) => {
    const party_id = year.found.parties.get(owner) ?? null
    const organisation_id = party_id ? null : found(year.found.organisations.get(owner), owner)
    year.rows.commitment_owner.push({
      commitment_id: commitmentId,
      position: index + 1,
      party_id,
      organisation_id,
    })
  })
}

interface About {
  id: string
  by: string
  number: number
}

function addUpdate(
  year: Year,
  about: About,
  { at: days, state, said, evidence, number, event }: SampleCommitment['updates'][number],
) {
  const at = year.moment(days, '16:05')
  const id = year.id(at)
  year.rows.commitment_update.push({
    ...{ id, commitment_id: about.id, at, state, said: json(said) },
    ...{ evidence_url: evidence ?? null, by_person: about.by },
  })
  addEvidence(year, { id, commitment_id: about.id, at }, { number, event })
  const detail = { number: about.number, state }
  year.record({ what: 'commitment-updated', by: about.by, about: about.id, at, detail })
}

interface Shown {
  number: SampleCommitment['updates'][number]['number'] | undefined
  event: true | undefined
}

/** A number of the day, or the event that was held last before. */
function addEvidence(
  year: Year,
  { id: update_id, commitment_id, at }: { id: string; commitment_id: string; at: string },
  { number, event }: Shown,
): void {
  const none = { material_id: null, partnership_id: null, url: null }
  const about = { update_id, commitment_id, ...none }
  const held = year.rows.event.filter((one) => one.published_at && !one.cancelled_at && one.starts_at < at)
  const last = held.toSorted((one, other) => (one.starts_at < other.starts_at ? 1 : -1))[0]
  if (event && last) {
    const nothing = { amount: null, unit: null, on_day: null }
    year.rows.commitment_evidence.push({
      ...{ id: year.id(at), kind: 'event', event_id: last.id, ...about, ...nothing },
    })
  }
  if (number) {
    const counted = { amount: number.amount, unit: json(number.unit), on_day: localDate(at) }
    year.rows.commitment_evidence.push({
      ...{ id: year.id(at), kind: 'number', event_id: null, ...about, ...counted },
    })
  }
}

type Period = Pick<Row<'plan'>, 'id' | 'starts_on' | 'ends_on'>

const yearsOfPlan = 5

/** The plans there are, and those that must have followed for one to be in force today. */
function plansUntilToday({ found, rows, today, id }: Year): readonly [Period, ...Period[]] {
  const [first, ...others] = found.plans
  if (!first) throw new Error('the sample year needs the plan of the starting content')
  const plans: [Period, ...Period[]] = [first, ...others]
  for (let last: Period = plans.at(-1) ?? first; last.ends_on < today;) {
    const from = Number(last.ends_on.slice(0, 4)) + 1
    const until = from + yearsOfPlan - 1
    const next: Row<'plan'> = {
      ...{
        id: id(instantAt(`${from}-01-01`, '09:00')),
        agreement_id: first.agreement_id,
        slug: `${from}-${until}`,
      },
      title: json({
        sv: `Samverkansplan ${from}–${until}`,
        en: `Cooperation plan ${from}–${until}`,
        es: `Plan de cooperación ${from}–${until}`,
      }),
      lead: json(nextPlan.lead),
      about: json({}),
      ...{ starts_on: `${from}-01-01`, ends_on: `${until}-12-31`, adopted_on: `${from}-01-01` },
    }
    rows.plan.push(next)
    plans.push(next)
    last = next
  }
  return plans
}

const nextPlan = {
  lead: {
    sv: 'En ny plan mot samma mål. Det som inte blev klart i den förra finns kvar där, öppet för alla.',
    en: 'A new plan toward the same goals. What was not finished in the last one stays there, open to all.',
    es: 'Un plan nuevo hacia los mismos objetivos. Lo que no se terminó en el anterior sigue allí, a la vista.',
  },
}

/** The plan in which a date falls; a date after the last one moves to its last day. */
function placeInPlan(plans: readonly [Period, ...Period[]], due: string) {
  const begun = plans.filter((plan) => plan.starts_on <= due)
  const plan = begun.at(-1) ?? plans[0]
  const within = [due, plan.starts_on].sort().at(-1) ?? due
  return { plan_id: plan.id, due_on: within < plan.ends_on ? within : plan.ends_on }
}
