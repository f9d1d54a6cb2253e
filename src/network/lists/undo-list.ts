import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Pointer } from '../organisations/merge.rules.ts'
import { namesIn } from '../organisations/doubles.rules.ts'
import type { Db, Tx } from '../tables.ts'
import { type Directory, directoryOf } from './directory.rules.ts'
import { setFields } from './import-list.ts'
import { entriesOfDirectory, importWithId, inParts, linesOf, setUndone } from './imports.sql.ts'
import type { ImportRow, LineRow, StaysWhy } from './tables.ts'
import { whyItStays } from './undo.rules.ts'
import { joinedWith, usedOf } from './used.sql.ts'

/** What taking a list back would do with each line that did something. */
export interface Undoing {
  back: readonly LineRow[]
  stays: readonly (LineRow & { why: StaysWhy })[]
}

/** What goes back and what stays, and why; nothing is changed by looking. */
export async function undoingOf(db: Db, row: ImportRow, pointers: readonly Pointer[]): Promise<Undoing> {
  const lines = (await linesOf(db, row.id)).filter(({ done }) => done !== null && done !== 'nothing')
  const why = row.kind === 'contacts' ? whyContactStays : await whyOrganisationsStay(db, row, pointers)
  const judged = lines.map((line) => ({ ...line, why: why(line) }))
  return {
    back: judged.filter((line) => line.why === null),
    stays: judged.flatMap((line) => (line.why === null ? [] : [{ ...line, why: line.why }])),
  }
}

/** Whoever was asked has a mail already; the question is taken back on the organisation's own page. */
const whyContactStays = ({ done }: LineRow): StaysWhy | null => (done === 'invited' ? 'invited' : null)

async function whyOrganisationsStay(db: Db, { id, imported_at }: ImportRow, pointers: readonly Pointer[]) {
  const entries = await entriesOfDirectory(db)
  const [used, joined] = [await usedOf(db, id, pointers), await joinedWith(db)]
  const [directory, byId] = [directoryOf(entries), new Map(entries.map((entry) => [entry.id, entry]))]
  return ({ organisation_id, done, detail }: LineRow): StaysWhy | null =>
    whyItStays({
      done: done === 'changed' ? 'changed' : 'added',
      changes: done === 'changed' ? (detail.changes ?? []) : [],
      importedAt: imported_at ?? '',
      now: byId.get(organisation_id ?? ''),
      isUsed: used.has(organisation_id ?? ''),
      isJoined: joined.has(organisation_id ?? ''),
      isNameTaken: isTaken(directory, organisation_id ?? '', detail),
    })
}

/** Whether a name or number that an entry had before is another's now. */
function isTaken(directory: Directory, id: string, { changes = [], was }: LineRow['detail']): boolean {
  const names = changes.some(({ field }) => field === 'name') ? namesIn(was?.search_text ?? '') : []
  const number = changes.find(({ field }) => field === 'number')?.from
  const holders = [
    ...names.map((name) => directory.named(name)),
    typeof number === 'string' ? directory.withNumber(number) : undefined,
  ]
  return holders.some((holder) => holder !== undefined && holder !== id)
}

/** Takes back what nobody has changed or used since; the rest stays, with why. */
export const undoList = (
  db: Db,
  by: Member,
  { id, pointers }: { id: string; pointers: readonly Pointer[] },
  now: Instant,
): Promise<'not-imported' | null> =>
  decide(db, 'list_import', id, async (tx) => {
    const row = found(await importWithId(tx, id), 'list')
    if (row.state === 'undone') return null
    if (row.state !== 'imported') return 'not-imported'
    const { back, stays } = await undoingOf(tx, row, pointers)
    await setUndone(tx, id, by.id, now)
    await takeBack(tx, row, back)
    for (const { line, why } of stays) await setUndoneLine(tx, id, line, why)
    const detail = { kind: row.kind, back: back.length, stays: stays.length }
    await record(tx, { what: 'list-undone', by: by.id, about: id, at: now, detail })
    return null
  })

const setUndoneLine = (tx: Tx, importId: string, line: number, why: StaysWhy) =>
  tx
    .updateTable('list_import_line')
    .set({ undone: 'stays', stays_why: why })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .execute()

async function takeBack(tx: Tx, { id, kind }: ImportRow, back: readonly LineRow[]): Promise<void> {
  for (const part of inParts(back))
    await tx
      .updateTable('list_import_line')
      .set(kind === 'contacts' ? { undone: 'taken-back', cells: null } : { undone: 'taken-back' })
      .where('import_id', '=', id)
      .where(
        'line',
        'in',
        part.map(({ line }) => line),
      )
      .execute()
  if (kind === 'contacts') return
  const added = back
    .filter(({ done }) => done === 'added')
    .map(({ organisation_id }) => organisation_id ?? '')
  for (const ids of inParts(added)) {
    // Other lists that were only looked at may know it as theirs; they look again before they do anything.
    await tx
      .updateTable('list_import_line')
      .set({ organisation_id: null })
      .where('organisation_id', 'in', ids)
      .execute()
    await tx.deleteFrom('organisation').where('id', 'in', ids).execute()
  }
  for (const { done, organisation_id, detail } of back)
    if (done === 'changed' && detail.was) {
      const before = Object.fromEntries((detail.changes ?? []).map(({ field, from }) => [field, from]))
      await setFields(tx, organisation_id ?? '', before, { ...detail.was })
    }
}
