import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { agreementInForce } from '../agreement/agreement.sql.ts'
import type { Db, Reads } from '../tables.ts'
import {
  type CommissionKind,
  type CommissionLine,
  type Problem,
  problemsOfLines,
} from './commission.rules.ts'
import { addCommissionItems, commissionItems } from './commission.sql.ts'
import { type FileProblem, readCommissionFile } from './read-commission-file.ts'

/** What a file holds: all of it good, or every problem in it. */
export interface Looked {
  lines: CommissionLine[]
  problems: Problem[]
  file: FileProblem | null
}

/** Looks through a file, and changes nothing. */
export async function lookThrough(db: Reads, text: string): Promise<Looked> {
  const read = readCommissionFile(text)
  if (!read.ok) return { lines: [], problems: [], file: read.problem }
  const known = await commissionItems(db)
  return { lines: read.lines, problems: problemsOfLines(read.lines, known), file: null }
}

/** Imports the whole file, or nothing of it. Null means it is done. */
export async function importCommission(
  db: Db,
  by: Member,
  text: string,
  now: Instant,
): Promise<Looked | null> {
  const { id } = found(await agreementInForce(db), 'agreement')
  return decide(db, 'agreement', id, async (tx): Promise<Looked | null> => {
    const looked = await lookThrough(tx, text)
    if (looked.file || looked.problems.length > 0 || looked.lines.length === 0) return looked

    const known = await commissionItems(tx)
    const ids = new Map(known.map((item) => [item.code, item.id]))
    for (const { code } of looked.lines) ids.set(code, newId())
    const after = known.length
    // Those above come first: the database refuses what stands under nothing.
    const order: readonly string[] = ['recommendation', 'domain', 'objective', 'action']
    const rows = looked.lines.map((line, index) => ({
      ...{ id: found(ids.get(line.code), 'id'), kind: line.kind as CommissionKind, code: line.code },
      ...{
        parent_id: line.parent ? found(ids.get(line.parent), 'parent') : null,
        position: after + index + 1,
      },
      ...{ title: json(line.title), source: line.source },
    }))
    const sorted = rows.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    await addCommissionItems(tx, sorted)
    const detail = { items: rows.length }
    await record(tx, { what: 'commission-imported', by: by.id, about: id, at: now, detail })
    return null
  })
}
