import { sql } from 'kysely'
import { questionsWaiting } from '#about/index.ts'
import { ideasUnseen, ideasWaiting } from '#ideas/index.ts'
import { needsOfNetworkWaiting } from '#network/index.ts'
import { pledgesWaiting } from '#partners/index.ts'
import type { Instant } from '#platform/time.ts'
import type { Waiting } from '#platform/waiting.ts'
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
  /** What arrived from one moment until another. */
  between?: { from: Instant; until: Instant } | null
}

/** Today, and since when something has waited too long for which no day was promised. */
export interface Late {
  today: string
  before: Instant
}

/** What waits, as each slice says it. */
const sources = (db: Reads) => [
  questionsWaiting(db),
  pledgesWaiting(db),
  ideasWaiting(db),
  lunchNeedsWaiting(db),
  needsOfNetworkWaiting(db),
  lunchOffersWaiting(db),
  hourProposalsWaiting(db),
  themeProposalsWaiting(db),
]

const seesToIt = sql<string | null>`coalesce(waiting.assigned_to, given.person_id)`
const isLate = ({ today, before }: Late) =>
  sql<boolean>`(waiting.due_on < ${today} or (waiting.due_on is null and waiting.arrived_at < ${before}))`

type Arrived = Pick<Waiting, 'id' | 'arrived_at'>
type Source = ReturnType<typeof sources>[number]

/** What of one source is asked for; what was put aside does not wait. */
function wantedOf(db: Reads, source: Source, { to, late, between }: Wanted, since: Late) {
  const query = db
    .selectFrom(source.as('waiting'))
    .leftJoin('inbox_assignment as given', (join) =>
      join.onRef('given.kind', '=', 'waiting.kind').onRef('given.item_id', '=', 'waiting.id'),
    )
    .where('waiting.id', 'not in', (eb) =>
      eb
        .selectFrom('inbox_closing')
        .select('inbox_closing.item_id')
        .where('inbox_closing.undone_at', 'is', null),
    )
  const ofThen = between
    ? query.where('waiting.arrived_at', '>=', between.from).where('waiting.arrived_at', '<=', between.until)
    : query
  const own = late ? ofThen.where(isLate(since)) : ofThen
  if (to === null) return own
  return to === 'nobody' ? own.where(seesToIt, 'is', null) : own.where(seesToIt, '=', to.person)
}

/** How many wait of each kind, and how many of them are late. */
export async function inboxCounts(db: Reads, only: Wanted, since: Late) {
  const counted = await Promise.all(
    sources(db).map((source) =>
      wantedOf(db, source, only, since)
        .select('waiting.kind')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .select(sql<number>`sum(case when ${isLate(since)} then 1 else 0 end)`.as('late'))
        .groupBy('waiting.kind')
        .execute(),
    ),
  )
  // Needs come from two places: for a lunch, and of the network.
  return [...Map.groupBy(counted.flat(), ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    ...{ count: sumOf(all, 'count'), late: sumOf(all, 'late') },
  }))
}

const sumOf = <Name extends string>(all: readonly Record<Name, number>[], name: Name): number =>
  all.reduce((sum, one) => sum + Number(one[name]), 0)

/**
 * One page of them, the longest waiting first. Each source gives no more than the page could hold, in that order, which
 * its index knows; then those of the page are read.
 */
export async function inboxPage(
  db: Reads,
  only: Wanted,
  since: Late,
  page: { max: number; skip: number },
): Promise<InboxItem[]> {
  const keys = await Promise.all(
    sources(db).map((source) => {
      const query = wantedOf(db, source, only, since).select(['waiting.id', 'waiting.arrived_at'])
      const own = only.kind ? query.where('waiting.kind', '=', only.kind) : query
      return own
        .orderBy('waiting.arrived_at')
        .orderBy('waiting.id')
        .limit(page.skip + page.max)
        .execute()
    }),
  )
  const inOrder = keys.flat().toSorted(longestFirst)
  return inboxItems(
    db,
    inOrder.slice(page.skip, page.skip + page.max).map(({ id }) => id),
  )
}

const longestFirst = (one: Arrived, other: Arrived): number =>
  one.arrived_at === other.arrived_at
    ? one.id < other.id
      ? -1
      : 1
    : one.arrived_at < other.arrived_at
      ? -1
      : 1

/** Those with these ids that still wait, the longest waiting first. */
export async function inboxItems(db: Reads, ids: readonly string[]): Promise<InboxItem[]> {
  if (ids.length === 0) return []
  const items = await Promise.all(
    sources(db).map((source) => read(db, source).where('waiting.id', 'in', ids).execute()),
  )
  return items.flat().toSorted(longestFirst)
}

// A wave is found by its beginning; more is read when it is opened.
const arrivalsMax = 500

/** When what strangers sent in has arrived since then, of each kind. */
export async function arrivalsSince(db: Reads, since: Instant) {
  const arrived = await Promise.all(
    [questionsWaiting(db), pledgesWaiting(db), ideasUnseen(db)].map((source) =>
      wantedOf(db, source, everything, { today: '', before: '' })
        .select(['waiting.kind', 'waiting.arrived_at'])
        .where('waiting.arrived_at', '>=', since)
        .orderBy('waiting.arrived_at')
        .limit(arrivalsMax)
        .execute(),
    ),
  )
  return arrived.flat()
}

const everything: Wanted = { kind: null, to: null, late: false }

const read = (db: Reads, source: Source) =>
  wantedOf(db, source, everything, { today: '', before: '' })
    .leftJoin('person', (join) => join.on('person.id', '=', seesToIt))
    .leftJoin('person as giving', 'giving.id', 'given.by_person')
    .select(['waiting.kind', 'waiting.id', 'waiting.ref', 'waiting.title', 'waiting.language'])
    .select(['waiting.arrived_at', 'waiting.due_on', 'waiting.party_id'])
    .select([seesToIt.as('assigned_to'), 'person.name as assigned_name', 'given.at as assigned_at'])
    .select('giving.name as assigned_by')

export type InboxItem = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]
