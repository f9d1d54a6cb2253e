import { sql } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { revisionNamed } from './names.ts'

const ends = ['in-force', 'refused', 'withdrawn', 'lapsed', 'replaced'] as const

/** Proposed changes of the plan that were decided on in the year, whichever way. */
export async function countRevisions(db: Reads, { year, asOf }: Counting): Promise<Counted> {
  const rows = await db
    .selectFrom('revision')
    .select(['number', 'title', 'state', 'reason', 'ended_on', 'end_reason'])
    .where('ended_on', '>=', `${year}-01-01`)
    .where('ended_on', '<=', asOf)
    .where('proposed_at', 'is not', null)
    .orderBy('ended_on')
    .orderBy('number')
    .execute()
  return {
    figures: ends.map((state) => whole(state, rows.filter((one) => one.state === state).length)),
    lines: rows.map(({ number, title, state, reason, ended_on, end_reason }) => ({
      ...{ title: revisionNamed(number, title), path: `/plan/revisions/${number}`, state },
      facts: [
        ...(ended_on ? [{ what: 'decided', day: ended_on }] : []),
        { what: 'why', text: reason },
        ...(Object.keys(end_reason).length > 0 ? [{ what: 'end-reason', text: end_reason }] : []),
      ],
    })),
  }
}

/** What the year was about, as the plan of the time says. */
export async function countFocusAreas(db: Reads, { year, asOf }: Counting): Promise<Counted> {
  const rows = await db
    .selectFrom('focus_area')
    .innerJoin('plan', 'plan.id', 'focus_area.plan_id')
    .select(['focus_area.title', sql<Texts>`focus_area.about`.as('about')])
    .where('focus_area.year', '=', year)
    .where('plan.starts_on', '<=', asOf)
    .where('plan.ends_on', '>=', `${year}-01-01`)
    .orderBy('plan.starts_on')
    .orderBy('focus_area.position')
    .execute()
  return {
    figures: [whole('areas', rows.length)],
    lines: rows.map(({ title, about }) => ({
      ...{ title, path: null, state: null },
      facts: Object.keys(about).length > 0 ? [{ what: 'about', text: about }] : [],
    })),
  }
}

/** Partnerships, processes and networks that began or ended; what is only planned has not begun. */
export async function countPartnerships(db: Reads, { year }: Counting): Promise<Counted> {
  const rows = await db
    .selectFrom('partnership')
    .select(['slug', 'name', 'lead', 'began_year', 'ended_year'])
    .where((eb) => eb.or([eb('began_year', '=', year), eb('ended_year', '=', year)]))
    .where('state', '<>', 'planned')
    .orderBy('position')
    .orderBy('slug')
    .execute()
  const begun = rows.filter(({ began_year }) => began_year === year)
  const ended = rows.filter(({ ended_year }) => ended_year === year)
  return {
    figures: [whole('begun', begun.length), whole('ended', ended.length)],
    lines: rows.map(({ slug, name, lead, ended_year }) => ({
      ...{ title: name, path: `/network/${slug}`, state: ended_year === year ? 'ended' : 'begun' },
      facts: [{ what: 'about', text: lead }],
    })),
  }
}
