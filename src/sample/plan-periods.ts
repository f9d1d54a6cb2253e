import { json } from '#platform/db.ts'
import { daysBetween, instantAt, localDate } from '#platform/time.ts'
import type { Staff } from './people-rows.ts'
import { addProposal } from './revision-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

export type Period = Pick<Row<'plan'>, 'id' | 'starts_on' | 'ends_on'>

const yearsOfPlan = 5

/** The plans there are, and those that must have followed for one to be in force today. */
export function plansUntilToday(year: Year, staff: Staff) {
  const { found, rows, today, id } = year
  const adopted: { planId: string; day: string }[] = []
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
      ...{ starts_on: `${from}-01-01`, ends_on: `${until}-12-31`, adopted_on: null },
    }
    rows.plan.push(next)
    adopted.push(adopt(year, staff, next))
    plans.push(next)
    last = next
  }
  return { plans, adopted }
}

// The coordinators of the sample year have been there for so many days.
const firstDay = -334

/** Both parties say yes to a plan as a whole, before it begins if they were there by then. */
function adopt(year: Year, staff: Staff, plan: Row<'plan'>): { planId: string; day: string } {
  const before = Math.max(firstDay, daysBetween(year.today, plan.starts_on) - 30)
  const words = { title: read(plan.title), lead: read(plan.lead), about: read(plan.about) }
  const change = { kind: 'plan-words' as const, commitment_id: null, before: words, after: words }
  const { id, endedAt } = addProposal(year, staff, {
    ...{
      planId: plan.id,
      kind: 'adoption',
      by: 'civil-society',
      proposed: before,
      ended: before + 3,
      days: 28,
    },
    ...{ ends: 'in-force', title: {}, reason: year.content.revisions.adoption, changes: [change] },
  })
  const day = localDate(endedAt)
  const { title, lead, about } = plan
  year.rows.plan_version.push({
    ...{ id: year.id(endedAt), plan_id: plan.id, position: 1, revision_id: id, from_day: day },
    ...{ title, lead, about: about ?? json({}) },
  })
  return { planId: plan.id, day }
}

const read = (texts: unknown): unknown => JSON.parse(String(texts))

const nextPlan = {
  lead: {
    sv: 'En ny plan mot samma mål. Det som inte blev klart i den förra finns kvar där, öppet för alla.',
    en: 'A new plan toward the same goals. What was not finished in the last one stays there, open to all.',
    es: 'Un plan nuevo hacia los mismos objetivos. Lo que no se terminó en el anterior sigue allí, a la vista.',
  },
}

/** The plan in which a date falls, and the date within it; one after the last plan moves to its last day. */
export function placeInPlan(plans: readonly [Period, ...Period[]], due: string) {
  const begun = plans.filter((plan) => plan.starts_on <= due)
  const plan = begun.at(-1) ?? plans[0]
  return { plan, due_on: withinPlan(plan, due) }
}

export function withinPlan(plan: Pick<Period, 'starts_on' | 'ends_on'>, day: string): string {
  if (day < plan.starts_on) return plan.starts_on
  return day < plan.ends_on ? day : plan.ends_on
}
