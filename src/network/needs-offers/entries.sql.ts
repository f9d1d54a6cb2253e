import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { containing, searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { EndedBecause, Kind, Side } from './entry.rules.ts'
import { kindsCalled } from './kinds-called.ts'
import type { Wanted } from './wanted.rules.ts'

const entries = (db: Reads) =>
  db
    .selectFrom('need_offer')
    .innerJoin('organisation', 'organisation.id', 'need_offer.organisation_id')
    .selectAll('need_offer')
    .select(['organisation.name as organisation', 'organisation.slug', 'organisation.sector'])
    .select('organisation.contact_email')

export type Entry = NonNullable<Awaited<ReturnType<typeof entryWithId>>>

export const entryWithId = (db: Reads, id: string) =>
  entries(db).where('need_offer.id', '=', id).executeTakeFirst()

export const entriesWithIds = (db: Reads, ids: readonly string[]) =>
  entries(db)
    .where('need_offer.id', 'in', ids.length > 0 ? ids : [''])
    .execute()

/** What an organisation has listed: what is open first, then what ended last. */
export const entriesOf = (db: Reads, organisationIds: readonly string[], max: number) =>
  entries(db)
    .where('need_offer.organisation_id', 'in', organisationIds.length > 0 ? organisationIds : [''])
    .orderBy(sql`case when need_offer.ended_at is null then 0 else 1 end`)
    .orderBy('need_offer.written_at', 'desc')
    .limit(max)
    .execute()

/** What coordinators have written for others, and is open. */
export const entriesWrittenBy = (db: Reads, personId: string, max: number) =>
  entries(db)
    .where('need_offer.written_by', '=', personId)
    .where('need_offer.ended_at', 'is', null)
    .orderBy('need_offer.written_at', 'desc')
    .limit(max)
    .execute()

const open = (db: Reads, today: string) =>
  entries(db).where('need_offer.ended_at', 'is', null).where('need_offer.until_day', '>=', today)

/** Of those that are open, the ids of what is looked for: no more than that is read of what is not shown. */
function found(db: Reads, { words, side, kind, theme, place }: Wanted, today: string) {
  let query = db.selectFrom('need_offer').where('ended_at', 'is', null).where('until_day', '>=', today)
  if (side) query = query.where('side', '=', side)
  if (kind) query = query.where('kind', '=', kind)
  if (theme) query = query.where('theme_id', '=', theme)
  // What is for the whole city is for this part of it too.
  if (place)
    query = query.where((eb) =>
      eb.or([eb('place', 'is', null), sql<boolean>`search_text like ${`%|${searchText(place)}|%`}`]),
    )
  for (const word of searchText(words).split(' ').filter(Boolean))
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`search_text like ${containing(word)} escape '\\'`,
        ...kindsCalled([word]).map((called) => eb('kind', '=', called)),
      ]),
    )
  return query
}

export const entriesFound = (db: Reads, wanted: Wanted, today: string, page: { max: number; skip: number }) =>
  entries(db)
    .where('need_offer.id', 'in', (eb) =>
      eb.selectFrom(newest(db, wanted, today, page).as('page')).select('page.id'),
    )
    .orderBy('need_offer.written_at', 'desc')
    .orderBy('need_offer.id')
    .execute()

const newest = (db: Reads, wanted: Wanted, today: string, { max, skip }: { max: number; skip: number }) =>
  found(db, wanted, today).select('id').orderBy('written_at', 'desc').orderBy('id').limit(max).offset(skip)

export const countFound = async (db: Reads, wanted: Wanted, today: string): Promise<number> => {
  const { count } = await found(db, wanted, today)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The parts of the city that are named by what is open. */
export const placesInUse = async (db: Reads, today: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('need_offer')
    .select('place')
    .distinct()
    .where('need_offer.ended_at', 'is', null)
    .where('need_offer.until_day', '>=', today)
    .where('place', 'is not', null)
    .orderBy('place')
    .limit(100)
    .execute()
  return rows.flatMap(({ place }) => place ?? [])
}

// The newest: what is older was looked at when it was new itself.
const lookedAtMax = 300

/** What could meet this one: open, on the other side, of one kind, of somebody else, and on days that both can. */
export const entriesToMeet = (
  db: Reads,
  entry: { side: Side; kind: Kind; organisation_id: string; from_day: string; until_day: string },
  today: string,
) =>
  open(db, today)
    .where('need_offer.side', '<>', entry.side)
    .where('need_offer.kind', '=', entry.kind)
    .where('need_offer.organisation_id', '<>', entry.organisation_id)
    .where('need_offer.from_day', '<=', entry.until_day)
    .where('need_offer.until_day', '>=', entry.from_day)
    .orderBy('need_offer.written_at', 'desc')
    .orderBy('need_offer.id')
    .limit(lookedAtMax)
    .execute()

/** What is open, the newest first. */
export const openEntries = (db: Reads, today: string, max: number) =>
  open(db, today).orderBy('need_offer.written_at', 'desc').orderBy('need_offer.id').limit(max).execute()

export const countOpen = async (db: Reads, organisationId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('need_offer')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export interface EntryWords {
  kind: Kind
  words: Texts
  about: Texts
  place: string | null
  theme_id: string | null
  from_day: string
  until_day: string
  ask_for: string | null
}

const rowOf = ({ words, about, ...rest }: EntryWords) => ({
  ...rest,
  words: json(words),
  about: json(about),
  search_text: `${searchText([...Object.values(words), ...Object.values(about)].join(' ').replaceAll('|', ' '))} |${searchText((rest.place ?? '').replaceAll('|', ' '))}|`,
})

export const entryRow = rowOf

export const addEntry = (
  db: Writes,
  entry: EntryWords & {
    id: string
    organisation_id: string
    side: Side
    written_by: string | null
    at: Instant
  },
) => {
  const { id, organisation_id, side, written_by, at, ...words } = entry
  return db
    .insertInto('need_offer')
    .values({
      ...{ id, organisation_id, side, written_by, written_at: at, changed_at: at, ...rowOf(words) },
      ...{ asked_at: null, ended_at: null, ended_because: null, reason: null },
    })
    .execute()
}

export const changeEntry = (db: Writes, id: string, words: EntryWords, at: Instant) =>
  db
    .updateTable('need_offer')
    .set({ ...rowOf(words), changed_at: at, asked_at: null })
    .where('id', '=', id)
    .execute()

/** It is still so: open for longer, in the same words. */
export const prolong = (db: Writes, id: string, untilDay: string) =>
  db.updateTable('need_offer').set({ until_day: untilDay, asked_at: null }).where('id', '=', id).execute()

export const endEntry = (
  db: Writes,
  id: string,
  end: { at: Instant; because: EndedBecause; reason?: string | null },
) =>
  db
    .updateTable('need_offer')
    .set({ ended_at: end.at, ended_because: end.because, reason: end.reason ?? null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
