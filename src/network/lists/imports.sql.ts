import { insertRows, json } from '#platform/db.ts'
import type { AddsTo } from '#platform/handle.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Entry } from './directory.rules.ts'
import type { Outcome } from './judgement.rules.ts'
import type { LineRow, ListTables } from './tables.ts'

/** Every entry with all that a line may change, also those that were joined with another. */
export const entriesOfDirectory = (db: Reads): Promise<Entry[]> =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'sector', 'kind', 'number', 'about', 'for_whom', 'areas', 'languages'])
    .select(['place', 'website', 'contact_email', 'contact_is_shown', 'merged_into', 'changed_at'])
    .select(['search_text', 'sort_sv', 'sort_en', 'sort_es'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const importWithId = (db: Reads, id: string) =>
  db.selectFrom('list_import').selectAll().where('id', '=', id).executeTakeFirst()

/** The latest first, with who sent them. */
export const latestImports = (db: Reads) =>
  db
    .selectFrom('list_import')
    .innerJoin('person', 'person.id', 'sent_by')
    .select(['list_import.id', 'kind', 'state', 'file_name', 'sent_at', 'imported_at', 'undone_at', 'counts'])
    .select('person.name as sender')
    .orderBy('sent_at', 'desc')
    .limit(latestMax)
    .execute()

const latestMax = 30

/** How many lines end how. */
export async function countsOf(db: Reads, importId: string): Promise<Record<Outcome, number>> {
  const rows = await db
    .selectFrom('list_import_line')
    .select(['outcome', (eb) => eb.fn.countAll<number | bigint>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('outcome')
    .execute()
  const none = { unreadable: 0, alike: 0, new: 0, change: 0, double: 0, same: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)])) }
}

export const linesOf = (db: Reads, importId: string): Promise<LineRow[]> =>
  db.selectFrom('list_import_line').selectAll().where('import_id', '=', importId).orderBy('line').execute()

export const lineAt = (db: Reads, importId: string, line: number): Promise<LineRow | undefined> =>
  db
    .selectFrom('list_import_line')
    .selectAll()
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .executeTakeFirst()

const pageLength = 100

/** One page of the lines that end in one way, with what the organisation they are about is called. */
export async function linesShown(db: Reads, importId: string, outcome: Outcome, asked: string | undefined) {
  const count = (await countsOf(db, importId))[outcome]
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = wanted >= 1 && wanted <= pages ? wanted : 1
  const rows = await db
    .selectFrom('list_import_line')
    .leftJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('list_import_line')
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])
    .where('import_id', '=', importId)
    .where('outcome', '=', outcome)
    .orderBy('line')
    .limit(pageLength)
    .offset((page - 1) * pageLength)
    .execute()
  return { rows, page, pages, count }
}

export type ShownLine = Awaited<ReturnType<typeof linesShown>>['rows'][number]

/** How many that look like another nobody has chosen for. */
export async function unchosenOf(db: Reads, importId: string): Promise<number> {
  const row = await db
    .selectFrom('list_import_line')
    .select((eb) => eb.fn.countAll<number | bigint>().as('count'))
    .where('import_id', '=', importId)
    .where('outcome', '=', 'alike')
    .where('choice', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Those on a list of contacts whom nobody has written to yet. */
export const contactsToAsk = (db: Reads, importId: string): Promise<ShownLine[]> =>
  db
    .selectFrom('list_import_line')
    .leftJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('list_import_line')
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])
    .where('import_id', '=', importId)
    .where('done', '=', 'listed')
    .where('cells', 'is not', null)
    .orderBy('line')
    .execute()

/** A list that was only looked at; what was imported stays written down. */
export const removeWaiting = (db: Writes, id: string) =>
  db.deleteFrom('list_import').where('id', '=', id).where('state', '=', 'waiting').execute()

/** So many at a time: whoever asks for a page meanwhile waits for one of them, not for all. */
const atOnce = 400

export function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += atOnce) yield rows.slice(from, from + atOnce)
}

/** A line with its JSON as the things themselves. */
export type PlainLine = Omit<LineRow, 'detail'> & { detail: object }

export async function writeLines(tx: AddsTo<unknown>, lines: readonly PlainLine[]): Promise<void> {
  for (const part of inParts(lines))
    await insertRows<ListTables['list_import_line']>(tx, 'list_import_line', part)
}

export const removeLines = (db: Writes, importId: string) =>
  db.deleteFrom('list_import_line').where('import_id', '=', importId).execute()

export const setChoice = (
  db: Writes,
  importId: string,
  { line, choice }: { line: number; choice: 'new' | 'same' | 'leave' },
) =>
  db
    .updateTable('list_import_line')
    .set({ choice })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .where('outcome', '=', 'alike')
    .execute()

/** The same choice for all that nobody has chosen for. */
export const chooseTheRest = (db: Writes, importId: string, choice: 'new' | 'leave') =>
  db
    .updateTable('list_import_line')
    .set({ choice })
    .where('import_id', '=', importId)
    .where('outcome', '=', 'alike')
    .where('choice', 'is', null)
    .execute()

interface Imported {
  by: string
  at: Instant
  counts: Readonly<Record<string, number>>
}

export const setImported = (db: Writes, id: string, { by, at, counts }: Imported) =>
  db
    .updateTable('list_import')
    .set({ state: 'imported', imported_at: at, imported_by: by, counts: json(counts) })
    .where('id', '=', id)
    .execute()

export const setUndone = (db: Writes, id: string, by: string, at: Instant) =>
  db
    .updateTable('list_import')
    .set({ state: 'undone', undone_at: at, undone_by: by })
    .where('id', '=', id)
    .execute()
