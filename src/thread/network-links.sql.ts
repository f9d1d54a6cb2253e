import type { Join } from './join.ts'

/** From what an organisation needs to whom it was introduced to, and what came of that; and what began at a meeting. */
export const networkJoins: readonly Join[] = [
  {
    from: 'network-need',
    to: 'introduction',
    pairs: (db, side, ids) =>
      db
        .selectFrom('need_match')
        .select(['need_id as from', 'id as to'])
        .where(side === 'from' ? 'need_id' : 'id', 'in', ids)
        .where('introduced_at', 'is not', null)
        .execute(),
  },
  {
    from: 'introduction',
    to: 'event',
    pairs: (db, side, ids) =>
      db
        .selectFrom('need_match_step')
        .select(['match_id as from', 'event_id as to'])
        .where(side === 'from' ? 'match_id' : 'event_id', 'in', ids)
        .where('event_id', 'is not', null)
        .$narrowType<{ to: string }>()
        .execute(),
  },
  {
    from: 'introduction',
    to: 'partnership',
    pairs: (db, side, ids) =>
      db
        .selectFrom('need_match_step')
        .select(['match_id as from', 'partnership_id as to'])
        .where(side === 'from' ? 'match_id' : 'partnership_id', 'in', ids)
        .where('partnership_id', 'is not', null)
        .$narrowType<{ to: string }>()
        .execute(),
  },
  {
    from: 'event',
    to: 'partnership',
    pairs: (db, side, ids) =>
      db
        .selectFrom('partnership')
        .select(['from_event_id as from', 'id as to'])
        .where(side === 'from' ? 'from_event_id' : 'id', 'in', ids)
        .where('from_event_id', 'is not', null)
        .$narrowType<{ from: string }>()
        .execute(),
  },
]
