import { isListed } from '#programme/index.ts'
import { commitmentsWithIds } from '../commitments.sql.ts'
import type { Reads } from '../tables.ts'
import { type Area, areas, callOfYear, proposalsOfYear } from './focus.sql.ts'

/** What is done under proposals: events that everybody may know of, and commitments. */
export async function workUnder(db: Reads, proposalIds: readonly string[]) {
  if (proposalIds.length === 0) return { events: [], commitments: [] }
  const links = await db
    .selectFrom('focus_link')
    .select(['proposal_id', 'kind', 'thing_id'])
    .where('proposal_id', 'in', proposalIds)
    .execute()
  const idsOf = (kind: 'event' | 'commitment') =>
    links.filter((one) => one.kind === kind).map((one) => one.thing_id)
  const [eventIds, commitmentIds] = [idsOf('event'), idsOf('commitment')]
  const events =
    eventIds.length === 0
      ? []
      : await db
          .selectFrom('event')
          .select(['id', 'slug', 'title', 'starts_at', 'ends_at', 'cancelled_at'])
          .where('id', 'in', eventIds)
          .where('published_at', 'is not', null)
          .where(isListed())
          .orderBy('starts_at')
          .execute()
  const commitments = commitmentIds.length === 0 ? [] : await commitmentsWithIds(db, commitmentIds)
  const under = <T extends { id: string }>(things: readonly T[]) =>
    links.flatMap(({ proposal_id, thing_id }) => {
      const thing = things.find((one) => one.id === thing_id)
      return thing ? [{ ...thing, proposal_id }] : []
    })
  return { events: under(events), commitments: under(commitments) }
}

export type Work = Awaited<ReturnType<typeof workUnder>>

export interface YearOfAreas {
  year: number
  areas: Area[]
}

/** Every year that has focus areas, the latest first, with what is done under them. */
export async function loadYears(db: Reads) {
  const all = await areas(db)
  const years = [...Map.groupBy(all, ({ year }) => year)].map(([year, ofYear]): YearOfAreas => ({
    year,
    areas: ofYear,
  }))
  const proposalIds = [...new Set(all.flatMap(({ proposal_id }) => proposal_id ?? []))]
  return { years, work: await workUnder(db, proposalIds) }
}

export async function loadCallOfYear(db: Reads, year: number) {
  const [call, proposals] = await Promise.all([callOfYear(db, year), proposalsOfYear(db, year)])
  return { call, proposals }
}

/** What a proposal was made from, as paths to it. */
export async function sourcesOf(db: Reads, proposalId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('focus_source')
    .leftJoin('lunch_need', 'lunch_need.id', 'focus_source.thing_id')
    .leftJoin('recommendation', 'recommendation.id', 'focus_source.thing_id')
    .leftJoin('event', 'event.id', 'focus_source.thing_id')
    .select(['focus_source.kind', 'focus_source.thing_id', 'lunch_need.number as need'])
    .select(['recommendation.number as recommendation', 'event.slug'])
    .where('focus_source.proposal_id', '=', proposalId)
    .execute()
  return rows.map(({ kind, thing_id, need, recommendation, slug }) => {
    if (kind === 'need') return `/needs/${need}`
    if (kind === 'recommendation') return `/recommendations/${recommendation}`
    return kind === 'event' ? `/events/${slug}` : `/themes/${thing_id}`
  })
}
