import type { SourceKind } from '#plan/tables.ts'
import { ideaJoins } from './idea-links.sql.ts'
import type { Join, Side } from './join.ts'
import { networkJoins } from './network-links.sql.ts'
import type { Reads } from './tables.ts'
import { type Key, keyOf, type Link, type PointKind } from './thread.rules.ts'

const step = (db: Reads, side: Side, ids: readonly string[]) =>
  db
    .selectFrom('event_link')
    .innerJoin('chain_step', 'chain_step.id', 'event_link.from_step')
    .select(['event_link.from_step as from', 'event_link.to_step as to'])
    .where(side === 'from' ? 'event_link.from_step' : 'event_link.to_step', 'in', ids)

const source = (kind: SourceKind): Join => ({
  from: kind,
  to: 'focus-area',
  pairs: (db, side, ids) =>
    db
      .selectFrom('focus_source')
      .select(['thing_id as from', 'proposal_id as to'])
      .where('kind', '=', kind)
      .where(side === 'from' ? 'thing_id' : 'proposal_id', 'in', ids)
      .execute(),
})

const under = (kind: 'event' | 'commitment'): Join => ({
  from: 'focus-area',
  to: kind,
  pairs: (db, side, ids) =>
    db
      .selectFrom('focus_link')
      .select(['proposal_id as from', 'thing_id as to'])
      .where('kind', '=', kind)
      .where(side === 'from' ? 'proposal_id' : 'thing_id', 'in', ids)
      .execute(),
})

/** Everything that ties one thing to the next, each as the slice that owns it has written it down. */
const joins: readonly Join[] = [
  ...ideaJoins,
  ...networkJoins,
  ...(['need', 'theme', 'event', 'recommendation'] as const).map(source),
  ...(['event', 'commitment'] as const).map(under),
  {
    from: 'need',
    to: 'need',
    pairs: (db, side, ids) =>
      db
        .selectFrom('lunch_need')
        .select(['id as from', 'into_id as to'])
        .where(side === 'from' ? 'id' : 'into_id', 'in', ids)
        .where('into_id', 'is not', null)
        .$narrowType<{ to: string }>()
        .execute(),
  },
  {
    from: 'need',
    to: 'event',
    pairs: (db, side, ids) =>
      db
        .selectFrom('lunch')
        .select(['need_id as from', 'event_id as to'])
        .where(side === 'from' ? 'need_id' : 'event_id', 'in', ids)
        .execute(),
  },
  {
    from: 'theme',
    to: 'event',
    pairs: (db, side, ids) =>
      db
        .selectFrom('theme_call')
        .select(['id as from', 'event_id as to'])
        .where(side === 'from' ? 'id' : 'event_id', 'in', ids)
        .where('event_id', 'is not', null)
        .$narrowType<{ to: string }>()
        .execute(),
  },
  {
    from: 'survey',
    to: 'event',
    pairs: (db, side, ids) => step(db, side, ids).where('chain_step.kind', '=', 'survey').execute(),
  },
  {
    from: 'event',
    to: 'event',
    pairs: (db, side, ids) => step(db, side, ids).where('chain_step.kind', '=', 'event').execute(),
  },
  {
    from: 'event',
    to: 'recommendation',
    pairs: (db, side, ids) =>
      db
        .selectFrom('recommendation')
        .select(['event_id as from', 'id as to'])
        .where(side === 'from' ? 'event_id' : 'id', 'in', ids)
        .execute(),
  },
  {
    from: 'recommendation',
    to: 'commitment',
    pairs: (db, side, ids) =>
      db
        .selectFrom('commitment')
        .select(['recommendation_id as from', 'id as to'])
        .where(side === 'from' ? 'recommendation_id' : 'id', 'in', ids)
        .where('recommendation_id', 'is not', null)
        .$narrowType<{ from: string }>()
        .execute(),
  },
  {
    from: 'commitment',
    to: 'goal',
    pairs: (db, side, ids) =>
      db
        .selectFrom('commitment')
        .select(['id as from', 'goal_id as to'])
        .where(side === 'from' ? 'id' : 'goal_id', 'in', ids)
        .execute(),
  },
  {
    from: 'commitment',
    to: 'commitment',
    pairs: (db, side, ids) =>
      db
        .selectFrom('commitment')
        .select(['carried_from as from', 'id as to'])
        .where(side === 'from' ? 'carried_from' : 'id', 'in', ids)
        .where('carried_from', 'is not', null)
        .$narrowType<{ from: string }>()
        .execute(),
  },
  {
    from: 'goal',
    to: 'sdg',
    // Only seen from there: a goal says itself which of the 17 it serves.
    pairs: async (db, side, ids) =>
      side === 'from'
        ? []
        : (
            await db
              .selectFrom('goal_sdg')
              .select(['goal_id as from', 'sdg'])
              .where('sdg', 'in', ids.map(Number))
              .execute()
          ).map(({ from, sdg }) => ({ from, to: String(sdg) })),
  },
]

/** Every link on the way from a point, to one side: one question for each kind and each step that it is deep. */
export async function linksFrom(
  db: Reads,
  start: { kind: PointKind; id: string },
  side: Side,
): Promise<Link[]> {
  const links: Link[] = []
  const other = side === 'from' ? 'to' : 'from'
  const seen = new Set<Key>()
  let edge = new Set<Key>([keyOf(start.kind, start.id)])
  while (edge.size > 0) {
    for (const key of edge) seen.add(key)
    const found = await linksOf(db, edge, side)
    links.push(...found)
    edge = new Set(found.map((link) => link[other]).filter((key) => !seen.has(key)))
  }
  return links
}

async function linksOf(db: Reads, edge: ReadonlySet<Key>, side: Side): Promise<Link[]> {
  const links: Link[] = []
  for (const join of joins) {
    const start = `${join[side]} `
    const ids = [...edge].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length))
    if (ids.length === 0) continue
    const pairs = await join.pairs(db, side, ids)
    links.push(...pairs.map(({ from, to }) => ({ from: keyOf(join.from, from), to: keyOf(join.to, to) })))
  }
  return links
}
