import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { datePlus, type Instant, instantAt, plus } from '#platform/time.ts'
import { addConsultation, type SampleConsultation } from './consultation-rows.ts'
import type { Staff } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

/** The next plan half-way: some have answered, some are silent, and everybody can comment. */
export interface SampleNextPlan extends SampleConsultation {
  lead: Texts
  paragraphs: Texts[]
  answers: Record<'change' | 'end', Texts>
  commitments: { goal: number; owners: string[]; title: Texts; what: Texts; measure: Texts }[]
  laidAside: Texts
}

export interface NextPlan {
  id: string
  starts_on: string
  ends_on: string
  by: string
  paragraphIds: string[]
  /** Of those that are new. */
  commitmentIds: string[]
  opens: Instant
}

const [begun, opened, lastDay] = [-40, -9, 19]
const yearsOfPlan = 5

export function addNextPlan(year: Year, staff: Staff, changed: readonly Worded[]): void {
  const sample = year.content.nextPlan
  const before = planBefore(year)
  const from = Number(before.ends_on.slice(0, 4)) + 1
  const at = year.moment(begun, '10:20')
  const by = found(staff.coordinators[1], 'coordinator')
  const opens = year.moment(opened, '09:00')
  const until = from + yearsOfPlan - 1
  const period = { starts_on: `${from}-01-01`, ends_on: `${until}-12-31` }
  const next: NextPlan = { id: year.id(at), ...period, by, paragraphIds: [], commitmentIds: [], opens }
  const words = { title: json(titleOf(from, until)), lead: json(sample.lead) }
  year.rows.plan.push({
    ...{ id: next.id, agreement_id: before.agreement_id, slug: `${from}-${until}`, ...words, ...period },
    ...{ about: json({}), adopted_on: null },
  })
  const last_day = year.date(lastDay)
  year.rows.successor.push({
    ...{ id: next.id, after_plan_id: before.id, ...words, begun_at: at, begun_by: by, opens_at: opens },
    ...{ last_day, closes_at: instantAt(datePlus(last_day, 1), '00:00'), revision_id: null, told_at: null },
  })
  year.record({ what: 'next-plan-begun', by, about: next.id, at })
  year.record({ what: 'round-opened', by, about: next.id, at: opens, detail: { last_day } })
  addDraft(year, next, sample)
  addAnswers(year, next, before.id, changed)
  addConsultation(year, next, sample)
  addDecisions(year, next, sample.laidAside)
}

const titleOf = (from: number, until: number): Record<Language, string> => ({
  sv: `Samverkansplan ${from}–${until}`,
  en: `Cooperation plan ${from}–${until}`,
  es: `Plan de cooperación ${from}–${until}`,
})

/** The plan in force: of all that have begun, the last one. */
function planBefore(year: Year): Row<'plan'> {
  const all: Row<'plan'>[] = [
    ...year.found.plans.map((plan) => ({
      ...plan,
      title: json(plan.title),
      lead: json(plan.lead),
      about: json(plan.about),
    })),
    ...year.rows.plan,
  ]
  const begunBy = all.filter(({ starts_on }) => starts_on <= year.today)
  return found(begunBy.toSorted((a, b) => b.starts_on.localeCompare(a.starts_on))[0], 'plan in force')
}

function addDraft(year: Year, next: NextPlan, sample: SampleNextPlan): void {
  sample.paragraphs.forEach((words, index) => {
    const at = year.moment(begun + 6 + index, '14:10')
    const id = year.id(at)
    next.paragraphIds.push(id)
    year.rows.draft_paragraph.push({
      ...{ id, successor_id: next.id, position: index + 1, words: json(words), changed_at: at },
      removed_at: null,
    })
  })
  sample.commitments.forEach(({ goal, owners, title, what, measure }, index) => {
    const at = year.moment(begun + 14 + index, '11:40')
    const id = year.id(at)
    next.commitmentIds.push(id)
    year.rows.draft_commitment.push({
      ...{ id, successor_id: next.id, position: index + 1, changed_at: at, removed_at: null },
      ...{ goal_id: found(year.found.goals.get(goal), 'goal'), recommendation_id: null, carried_from: null },
      ...{ title: json(title), what: json(what), measure: json(measure), due_on: next.ends_on },
      owners: json(owners.map((key) => ({ party: found(year.found.parties.get(key), key) }))),
    })
    year.record({ what: 'draft-changed', by: next.by, about: next.id, at })
  })
}

/** What a commitment says since it was changed. */
type Worded = Pick<Row<'commitment'>, 'id' | 'title' | 'what' | 'measure'>

// How the unfinished commitments are answered for, over and over: the third of four waits for somebody.
const pattern = ['continue', 'change', null, 'continue', 'end', 'continue'] as const

/** What owners have said of unfinished commitments; what goes on stands in the draft. */
function addAnswers(year: Year, next: NextPlan, planId: string, changed: readonly Worded[]): void {
  const sample = year.content.nextPlan
  const latest = new Map(year.rows.commitment_update.map((one) => [one.commitment_id, one.state]))
  const open = year.rows.commitment.filter(
    ({ id, plan_id }) => plan_id === planId && !['done', 'stopped'].includes(latest.get(id) ?? ''),
  )
  open.forEach((commitment, index) => {
    const owners = year.rows.commitment_owner.filter((one) => one.commitment_id === commitment.id)
    const answer = pattern[index % pattern.length] ?? null
    // Of a silent commitment with two owners, one has answered all the same.
    const answering = answer === null ? owners.slice(1) : owners
    const at = plus(year.moment(begun + 8, '15:00'), { hours: index })
    for (const owner of answering) {
      const said = answer ?? 'continue'
      year.rows.carry_answer.push({
        ...{ successor_id: next.id, commitment_id: commitment.id, answer: said, answered_at: at },
        owner_id: found(owner.party_id ?? owner.organisation_id, 'owner'),
        reason: json(said === 'continue' ? {} : sample.answers[said]),
        by_person: owner.party_id ? next.by : null,
      })
    }
    if (answer === 'end' || answering.length === 0) return
    const words = changed.findLast(({ id }) => id === commitment.id) ?? commitment
    year.rows.draft_commitment.push({
      ...{ id: year.id(at), successor_id: next.id, position: 10 + index, goal_id: commitment.goal_id },
      ...{ title: words.title, what: words.what ?? json({}), measure: words.measure },
      ...{ due_on: datePlus(next.starts_on, 364), carried_from: commitment.id, removed_at: null },
      ...{ recommendation_id: commitment.recommendation_id ?? null, changed_at: at },
      owners: json(
        answering.map(({ party_id, organisation_id }) =>
          party_id ? { party: party_id } : { organisation: organisation_id },
        ),
      ),
    })
  })
}

/** Of the themes that people proposed, one is laid aside and one stands in the text; the others wait. */
function addDecisions(year: Year, next: NextPlan, laidAside: Texts): void {
  const became = new Set(year.rows.theme_decision.map(({ proposal_id }) => proposal_id))
  const shown = year.rows.theme_proposal.filter(({ id, state }) => state === 'shown' && !became.has(id))
  const outcomes = ['laid-aside', 'words'] as const
  shown.slice(0, outcomes.length).forEach(({ id }, index) => {
    const outcome = outcomes[index] ?? 'words'
    const at = year.moment(begun + 20 + index, '16:20')
    year.rows.gathered.push({
      ...{ successor_id: next.id, kind: 'theme', source_id: id, outcome, draft_commitment_id: null },
      ...{ reason: json(outcome === 'words' ? {} : laidAside), by_person: next.by, decided_at: at },
    })
    year.record({ what: 'source-decided', by: next.by, about: next.id, at, detail: { outcome } })
  })
}
