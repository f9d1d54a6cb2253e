import { decide, json, transact } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { importWithId, type PlainLine, removeLines, writeLines } from './imports.sql.ts'
import { type JudgedList, judgeList } from './judge-list.ts'
import type { ReadLine } from './judgement.rules.ts'
import { type FileProblem, type ListLine, readList } from './read-list.ts'
import { readContact } from './read-contact.ts'
import { readOrganisation } from './read-organisation.ts'
import type { ImportRow, LineRow, ListKind } from './tables.ts'

interface SentList {
  id: string
  kind: ListKind
  fileName: string
  bytes: Uint8Array
}

const fileNameMax = 200

/** Reads a file and keeps what stands in it, with what is going to happen; nothing in the directory changes. */
export async function sendList(
  db: Db,
  by: Member,
  sent: SentList,
  now: Instant,
): Promise<FileProblem | null> {
  const { id, kind, fileName, bytes } = sent
  const list = readList(kind, bytes)
  if ('problem' in list) return list
  const read = (line: ListLine): ReadLine =>
    kind === 'organisations' ? readOrganisation(line) : readContact(line, by.language, localDate(now))
  const judged = await judgeList(db, kind, list.lines.map(read), now)
  await transact(db, async (tx) => {
    // A form that is sent twice is one list.
    if (await importWithId(tx, id)) return
    await tx
      .insertInto('list_import')
      .values({
        ...{ id, kind, state: 'waiting', file_name: fileName.trim().slice(-fileNameMax) || '–' },
        ...{ encoding: list.encoding, delimiter: list.delimiter, ignored: json(list.ignored) },
        ...{ judged: judged.checksum, sent_at: now, sent_by: by.id },
        ...{ imported_at: null, imported_by: null, undone_at: null, undone_by: null },
      })
      .execute()
    await writeJudged(tx, id, judged, [])
  })
  return null
}

/** The lines as they were read, to be judged once more. */
export const readAgain = (lines: readonly LineRow[]): ReadLine[] =>
  lines.map(({ line, cells }) => ({ line, cells: cells ?? {}, problems: cells?.problems ?? [] }))

/** What the office chose stays where the question is still the same. */
async function writeJudged(tx: Tx, importId: string, judged: JudgedList, before: readonly LineRow[]) {
  const known = new Map(before.map((row) => [row.line, row]))
  const rows = judged.lines.map(({ line, cells, problems, outcome, organisation_id, detail }): PlainLine => {
    const old = known.get(line)
    const isSame = outcome === 'alike' && old?.organisation_id === organisation_id
    return {
      ...{ id: old?.id ?? newId(), import_id: importId, line, outcome, organisation_id, detail },
      cells: problems.length > 0 ? { ...cells, problems } : cells,
      choice: isSame ? (old?.choice ?? null) : null,
      ...{ done: null, undone: null, stays_why: null },
    }
  })
  if (before.length > 0) await removeLines(tx, importId)
  await writeLines(tx, rows)
}

/** Something changed since the list was looked at: what is going to happen is said anew. */
export const judgeAnew = (
  db: Db,
  { id }: Pick<ImportRow, 'id'>,
  before: readonly LineRow[],
  judged: JudgedList,
): Promise<void> =>
  decide(db, 'list_import', id, async (tx) => {
    const row = await importWithId(tx, id)
    if (row?.state !== 'waiting') return
    await tx.updateTable('list_import').set({ judged: judged.checksum }).where('id', '=', id).execute()
    await writeJudged(tx, id, judged, before)
  })
