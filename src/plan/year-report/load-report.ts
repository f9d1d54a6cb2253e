import { partiesOn } from '#people/index.ts'
import type { Texts } from '#platform/language.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import type { YearContent } from './content.ts'
import { countYear, hashOfContent } from './count-year.ts'
import { partiesMissing, seenOf } from './report.rules.ts'
import { type Approval, approvalsOf, type Report, textsOf } from './reports.sql.ts'

/** A report as somebody reads it. */
export interface FullReport {
  report: Report
  content: YearContent
  /** What people wrote, by part. */
  texts: ReadonlyMap<string, Texts>
  approvals: readonly Approval[]
}

/** What was approved, as it was; or, while nobody has said yes, what can be counted now. */
export async function loadReport(db: Reads, report: Report, now: Instant): Promise<FullReport> {
  const content = report.figures ?? (await countYear(db, report.year, now))
  const rows = await textsOf(db, report.id)
  const texts = new Map(rows.map(({ section, words }) => [section, words]))
  return { report, content, texts, approvals: await approvalsOf(db, report) }
}

export interface OfficeReport extends FullReport {
  /** What stands now, to be handed back with a yes. */
  seen: string
  /** The parties that decide today and have not said yes. */
  missing: readonly { id: string; name: Texts }[]
  /** Figures were kept when the first party said yes, and would be counted otherwise now. */
  haveMoved: boolean
}

/** The same for those who finish it. */
export async function loadForOffice(db: Reads, report: Report, now: Instant): Promise<OfficeReport> {
  const full = await loadReport(db, report, now)
  const deciding = await partiesOn(db, localDate(now))
  const approvedBy = full.approvals.map(({ party_id }) => party_id)
  const missing = new Set(
    partiesMissing(
      deciding.map(({ id }) => id),
      approvedBy,
    ),
  )
  const hash = report.figures_hash ?? hashOfContent(full.content)
  const isKeptDraft = report.state === 'draft' && report.figures !== null
  return {
    ...full,
    seen: seenOf(report.version, hash),
    missing: report.state === 'draft' ? deciding.filter(({ id }) => missing.has(id)) : [],
    haveMoved: isKeptDraft && hashOfContent(await countYear(db, report.year, now)) !== hash,
  }
}
