import type { Texts } from '#platform/language.ts'
import type { Reads } from '../../tables.ts'
import { namedRevisions } from './named-revisions.sql.ts'
import type { About, AboutKind } from './about.rules.ts'

/** Something that the group can decide about: how it is said, and where it is shown. */
export interface AboutThing extends About {
  /** Its own words, where it has any. */
  title: Texts
  /** Its number, or the year. */
  number: number
  /** Its page for everybody; null where there is none. */
  path: string | null
}

const recent = 40

/** What the group may take up: proposals and revisions, recommendations, plans, commitments, years. */
export async function thingsToTakeUp(db: Reads, year: number): Promise<AboutThing[]> {
  const [proposals, revisions, recommendations, plans, commitments] = await Promise.all([
    focusProposals(db).where('year', '>=', year).limit(recent).execute(),
    namedRevisions(db, (all) => all.limit(recent)),
    recommendationsOf(db).limit(recent).execute(),
    plansOf(db).execute(),
    commitmentsOf(db).limit(recent).execute(),
  ])
  const years = [year + 1, year].map((one) => thing('focus-year', { id: String(one), number: one }))
  const reports = [year, year - 1].map((one) => thing('year-report', { id: String(one), number: one }))
  return [
    ...years,
    ...proposals.map((one) => thing('focus-proposal', { ...one, number: one.year })),
    ...revisions.map((one) => thing('revision', one)),
    ...recommendations.map((one) => thing('recommendation', { ...one, title: one.text })),
    ...plans.map((one) => thing('plan', { ...one, number: 0 })),
    ...commitments.map((one) => thing('commitment', one)),
    ...reports,
  ]
}

/** The things that items and decisions point at, by 'kind:id'. */
export async function thingsAmong(db: Reads, abouts: readonly About[]): Promise<Map<string, AboutThing>> {
  const ids = (kind: AboutKind): string[] => abouts.filter((one) => one.kind === kind).map(({ id }) => id)
  const numbered = (kind: 'focus-year' | 'year-report') =>
    ids(kind).map((id) => thing(kind, { id, number: Number(id) }))
  const some = async <T>(kind: AboutKind, ask: (known: string[]) => Promise<T[]>): Promise<T[]> =>
    ids(kind).length > 0 ? ask(ids(kind)) : []
  const found = [
    ...numbered('focus-year'),
    ...numbered('year-report'),
    ...(await some('focus-proposal', (known) => focusProposals(db).where('id', 'in', known).execute())).map(
      (one) => thing('focus-proposal', { ...one, number: one.year }),
    ),
    ...(
      await some('revision', (known) => namedRevisions(db, (all) => all.where('revision.id', 'in', known)))
    ).map((one) => thing('revision', one)),
    ...(
      await some('recommendation', (known) => recommendationsOf(db).where('id', 'in', known).execute())
    ).map((one) => thing('recommendation', { ...one, title: one.text })),
    ...(await some('plan', (known) => plansOf(db).where('id', 'in', known).execute())).map((one) =>
      thing('plan', { ...one, number: 0 }),
    ),
    ...(await some('commitment', (known) => commitmentsOf(db).where('id', 'in', known).execute())).map(
      (one) => thing('commitment', one),
    ),
  ]
  return new Map(found.map((one) => [`${one.kind}:${one.id}`, one]))
}

interface Known {
  id: string
  number: number
  title?: Texts
  slug?: string
}

const paths: Record<AboutKind, (one: Known) => string | null> = {
  'focus-year': () => '/focus-areas',
  'focus-proposal': ({ id, number }) => `/focus-areas/${number}#proposal-${id}`,
  revision: ({ number }) => `/plan/revisions/${number}`,
  recommendation: ({ number }) => `/recommendations/${number}`,
  plan: ({ slug }) => `/plan/periods/${slug}`,
  commitment: ({ number }) => `/plan/commitments/${number}`,
  'year-report': ({ id }) => `/plan/years/${id}`,
}

const thing = (kind: AboutKind, one: Known): AboutThing => ({
  ...{ kind, id: one.id, number: one.number, title: one.title ?? {} },
  path: paths[kind](one),
})

const focusProposals = (db: Reads) =>
  db
    .selectFrom('focus_proposal')
    .select(['id', 'title', 'year'])
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at', 'desc')
const recommendationsOf = (db: Reads) =>
  db
    .selectFrom('recommendation')
    .select(['id', 'text', 'number'])
    .where('handed_over_on', 'is not', null)
    .orderBy('number', 'desc')
const plansOf = (db: Reads) =>
  db.selectFrom('plan').select(['id', 'title', 'slug']).orderBy('starts_on', 'desc')
const commitmentsOf = (db: Reads) =>
  db.selectFrom('commitment').select(['id', 'title', 'number']).orderBy('number')

/** The id of what has that number. */
export const numberedThing = async (
  db: Reads,
  kind: 'recommendation' | 'commitment',
  number: number,
): Promise<string | undefined> =>
  (await db.selectFrom(kind).select('id').where('number', '=', number).executeTakeFirst())?.id
