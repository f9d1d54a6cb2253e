import { sql } from 'kysely'
import { questionsWaiting } from '#about/index.ts'
import { ideasWaiting } from '#ideas/index.ts'
import { pledgesWaiting } from '#partners/index.ts'
import type { Instant } from '#platform/time.ts'
import {
  hourProposalsWaiting,
  lunchNeedsWaiting,
  lunchOffersWaiting,
  themeProposalsWaiting,
} from '#programme/index.ts'
import type { Reads } from '../tables.ts'
import type { InboxKind } from './inbox.rules.ts'

/** What is asked for: of a kind, of somebody, late. */
export interface Wanted {
  kind: InboxKind | null
  /** Whose: a person's, nobody's, or everybody's. */
  to: { person: string } | 'nobody' | null
  late: boolean
}

/** Today, and since when something has waited too long for which no day was promised. */
export interface Late {
  today: string
  before: Instant
}

/** Everything that waits, as each slice says it; what was put aside does not wait. */
const waiting = (db: Reads) =>
  db
    .selectFrom(
      questionsWaiting(db)
        .unionAll(pledgesWaiting(db))
        .unionAll(ideasWaiting(db))
        .unionAll(lunchNeedsWaiting(db))
        .unionAll(lunchOffersWaiting(db))
        .unionAll(hourProposalsWaiting(db))
        .unionAll(themeProposalsWaiting(db))
        .as('waiting'),
    )
    .leftJoin('inbox_assignment as given', (join) =>
      join.onRef('given.kind', '=', 'waiting.kind').onRef('given.item_id', '=', 'waiting.id'),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbox_closing')
            .select('inbox_closing.id')
            .whereRef('inbox_closing.kind', '=', 'waiting.kind')
            .whereRef('inbox_closing.item_id', '=', 'waiting.id')
            .where('inbox_closing.undone_at', 'is', null),
        ),
      ),
    )

const seesToIt = sql<string | null>`coalesce(waiting.assigned_to, given.person_id)`
const isLate = ({ today, before }: Late) =>
  sql<boolean>`(waiting.due_on < ${today} or (waiting.due_on is null and waiting.arrived_at < ${before}))`

function wanted(db: Reads, { kind, to, late }: Wanted, since: Late) {
  let query = waiting(db)
  if (kind) query = query.where('waiting.kind', '=', kind)
  if (to === 'nobody') query = query.where(seesToIt, 'is', null)
  else if (to) query = query.where(seesToIt, '=', to.person)
  return late ? query.where(isLate(since)) : query
}

/** How many wait of each kind, and how many of them are late. */
export const inboxCounts = (db: Reads, only: Wanted, since: Late) =>
  wanted(db, { ...only, kind: null }, since)
    .select(['waiting.kind'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select(sql<number>`sum(case when ${isLate(since)} then 1 else 0 end)`.as('late'))
    .groupBy('waiting.kind')
    .execute()

/** One page of them, the longest waiting first. First only what they are sorted by is read, then those of the page. */
export async function inboxPage(
  db: Reads,
  only: Wanted,
  since: Late,
  page: { max: number; skip: number },
): Promise<InboxItem[]> {
  const keys = await wanted(db, only, since)
    .select(['waiting.kind', 'waiting.id'])
    .orderBy('waiting.arrived_at')
    .orderBy('waiting.id')
    .limit(page.max)
    .offset(page.skip)
    .execute()
  return inboxItems(
    db,
    keys.map(({ id }) => id),
  )
}

/** Those with these ids that still wait, the longest waiting first. */
export const inboxItems = async (db: Reads, ids: readonly string[]): Promise<InboxItem[]> =>
  ids.length === 0 ? [] : read(db).where('waiting.id', 'in', ids).execute()

const read = (db: Reads) =>
  waiting(db)
    .leftJoin('person', (join) => join.on('person.id', '=', seesToIt))
    .leftJoin('person as giving', 'giving.id', 'given.by_person')
    .select(['waiting.kind', 'waiting.id', 'waiting.ref', 'waiting.title', 'waiting.language'])
    .select(['waiting.arrived_at', 'waiting.due_on', 'waiting.party_id'])
    .select([seesToIt.as('assigned_to'), 'person.name as assigned_name', 'given.at as assigned_at'])
    .select('giving.name as assigned_by')
    .orderBy('waiting.arrived_at')
    .orderBy('waiting.id')

export type InboxItem = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]
