import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import type { WrittenPart } from './content.ts'
import { type BeginRefusal, type EditRefusal, refusalToBegin, refusalToEdit } from './report.rules.ts'
import { addReport, changeReport, type Report, reportOfYear, setText } from './reports.sql.ts'

/** Begins the report of a year; whoever comes second finds the one that was begun. */
export function beginReport(db: Db, by: Member, year: number, now: Instant): Promise<BeginRefusal | null> {
  return transact(db, async (tx) => {
    const refusal = refusalToBegin(year, localDate(now))
    if (refusal || (await reportOfYear(tx, year))) return refusal
    const id = newId()
    await addReport(tx, {
      ...{ id, year, state: 'draft', begun_by: by.id, begun_at: now, changed_at: now },
      ...{ figures: null, figures_hash: null, figures_at: null },
      ...{ approved_at: null, approved_on: null, published_at: null },
    })
    await record(tx, { what: 'year-report-begun', by: by.id, about: id, at: now, detail: { year } })
    return null
  })
}

interface Edit {
  year: number
  /** The version that the page showed. */
  seen: string
  what: string
  detail?: Record<string, unknown>
}

/** Changes a draft: the version grows, so that nobody's yes holds for what they have not seen, and all is counted anew. */
export async function editReport(
  db: Db,
  by: Member,
  { year, seen, what, detail = {} }: Edit,
  now: Instant,
  work: (tx: Writes, report: Report) => Promise<unknown>,
): Promise<EditRefusal | null> {
  const { id } = found(await reportOfYear(db, year), 'report')
  return decide(db, 'year_report', id, async (tx) => {
    const report = found(await reportOfYear(tx, year), 'report')
    const refusal = refusalToEdit({ ...report, seen })
    if (refusal) return refusal
    await changeReport(tx, id, {
      ...{ version: report.version + 1, changed_at: now },
      ...{ figures: null, figures_hash: null, figures_at: null },
    })
    await work(tx, report)
    await record(tx, { what, by: by.id, about: id, at: now, detail: { year, ...detail } })
    return null
  })
}

interface Words {
  year: number
  section: WrittenPart
  words: Texts
  seen: string
}

/** What people say of a part of the report in their own words. */
export const writePart = (db: Db, by: Member, { year, section, words, seen }: Words, now: Instant) =>
  editReport(db, by, { year, seen, what: 'year-report-written', detail: { section } }, now, (tx, { id }) =>
    setText(tx, {
      ...{ report_id: id, section, written_by: by.id, written_at: now },
      words: Object.keys(words).length > 0 ? json(words) : null,
    }),
  )

/** Lets the figures that were kept go, because newer ones are better; every party says yes anew. */
export const takeNewFigures = (
  db: Db,
  by: Member,
  { year, seen }: { year: number; seen: string },
  now: Instant,
) => editReport(db, by, { year, seen, what: 'year-report-counted' }, now, () => Promise.resolve())
