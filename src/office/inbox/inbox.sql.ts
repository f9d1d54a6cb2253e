import { sql } from 'kysely'
import { questionsWaiting } from '#about/index.ts'
import { ideasUnseen, ideasWaiting } from '#ideas/index.ts'
import { applicationsToAnswer, claimsToAnswer, needsOfNetworkWaiting } from '#network/index.ts'
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
import { type InboxKind, inboxKinds } from './inbox.rules.ts'

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

/** What waits, as each slice says it, by its kind. Needs come from two places: for a lunch, and of the network. */
const sources = (db: Reads) => ({
  question: [questionsWaiting(db)],
  pledge: [pledgesWaiting(db)],
  idea: [ideasWaiting(db)],
  need: [lunchNeedsWaiting(db), needsOfNetworkWaiting(db)],
  offer: [lunchOffersWaiting(db)],
  hour: [hourProposalsWaiting(db)],
  theme: [themeProposalsWaiting(db)],
  claim: [applicationsToAnswer(db), claimsToAnswer(db)],
})

/** Those of a kind alone, or all of them. */
function sourcesOf(db: Reads, kind: InboxKind | null): Source[] {
  const all = sources(db)
  return kind === null ? Object.values(all).flat() : kind in all ? all[kind] : []
}

type Sourced = keyof ReturnType<typeof sources>
type Source = ReturnType<typeof sources>[Sourced][number]

// Looked up where somebody asks whose it is: a join would look it up for everything that is counted.
const seesToIt = sql<string | null>`coalesce(waiting.assigned_to, (
  select person_id from inbox_assignment where kind = waiting.kind and item_id = waiting.id))`
const isLate = ({ today, before }: Late) =>
  sql<boolean>`(waiting.due_on < ${today} or (waiting.due_on is null and waiting.arrived_at < ${before}))`

const everything: Wanted = { kind: null, to: null, late: false }
const never: Late = { today: '', before: '' }

/** What of one source is asked for; what was put aside does not wait. */
function wantedOf(db: Reads, source: Source, { to, late, between } = everything, since = never) {
  const query = db
    .selectFrom(source.as('waiting'))
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
    inboxKinds.map(async (kind) => {
      const each = sourcesOf(db, kind).map((source) => countOf(db, source, only, since))
      const own = await Promise.all(each)
      const sum = (name: 'count' | 'late'): number => own.reduce((all, one) => all + one[name], 0)
      return { kind, count: sum('count'), late: sum('late') }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}

function countOf(db: Reads, source: Source, only: Wanted, since: Late) {
  return wantedOf(db, source, only, since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select(sql<number>`coalesce(sum(case when ${isLate(since)} then 1 else 0 end), 0)`.as('late'))
    .executeTakeFirstOrThrow()
}

/**
 * One page of them, the longest waiting first. Each source gives no more than the page could hold, in that order, which
 * its index knows; the database puts them in one order, and then those of the page are read.
 */
export async function inboxPage(
  db: Reads,
  only: Wanted,
  since: Late,
  page: { max: number; skip: number },
): Promise<InboxItem[]> {
  const [first, ...rest] = sourcesOf(db, only.kind).map((source) => {
    const own = wantedOf(db, source, only, since)
      .select(['waiting.kind', 'waiting.id', 'waiting.arrived_at'])
      .orderBy('waiting.arrived_at')
      .orderBy('waiting.id')
      .limit(page.skip + page.max)
    return db.selectFrom(own.as('own')).select(['own.kind', 'own.id', 'own.arrived_at'])
  })
  if (!first) return []
  const keys = await rest
    .reduce((all, one) => all.unionAll(one), first)
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(page.max)
    .offset(page.skip)
    .execute()
  return inboxItems(db, keys)
}

const longestFirst = (one: Arrived, other: Arrived): number =>
  one.arrived_at === other.arrived_at
    ? one.id < other.id
      ? -1
      : 1
    : one.arrived_at < other.arrived_at
      ? -1
      : 1

type Arrived = Pick<Waiting, 'id' | 'arrived_at'>

/** Those of these that still wait, the longest waiting first. */
export async function inboxItems(
  db: Reads,
  keys: readonly { kind: InboxKind; id: string }[],
): Promise<InboxItem[]> {
  const items = await Promise.all(
    [...Map.groupBy(keys, ({ kind }) => kind)].flatMap(([kind, own]) => {
      const ids = own.map(({ id }) => id)
      return sourcesOf(db, kind).map((source) => read(db, source).where('waiting.id', 'in', ids).execute())
    }),
  )
  return items.flat().toSorted(longestFirst)
}

// A wave is found by its beginning; more is read when it is opened.
const arrivalsMax = 500

/** When what strangers sent in has arrived since then, of each kind. */
export async function arrivalsSince(db: Reads, since: Instant) {
  const arrived = await Promise.all(
    [questionsWaiting(db), pledgesWaiting(db), ideasUnseen(db)].map((source) =>
      wantedOf(db, source)
        .select(['waiting.kind', 'waiting.arrived_at'])
        .where('waiting.arrived_at', '>=', since)
        .orderBy('waiting.arrived_at')
        .limit(arrivalsMax)
        .execute(),
    ),
  )
  return arrived.flat()
}

const read = (db: Reads, source: Source) =>
  wantedOf(db, source)
    .leftJoin('inbox_assignment as given', (join) =>
      join.onRef('given.kind', '=', 'waiting.kind').onRef('given.item_id', '=', 'waiting.id'),
    )
    .leftJoin('person', (join) =>
      join.on('person.id', '=', sql<string>`coalesce(waiting.assigned_to, given.person_id)`),
    )
    .leftJoin('person as giving', 'giving.id', 'given.by_person')
    .select(['waiting.kind', 'waiting.id', 'waiting.ref', 'waiting.title', 'waiting.language'])
    .select(['waiting.arrived_at', 'waiting.due_on', 'waiting.party_id'])
    .select(['person.id as assigned_to', 'person.name as assigned_name', 'given.at as assigned_at'])
    .select('giving.name as assigned_by')

export type InboxItem = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]
