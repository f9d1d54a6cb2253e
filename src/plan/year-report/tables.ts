import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { YearContent } from './content.ts'
import type { ReportState } from './report.rules.ts'

export interface YearReportTables {
  year_report: {
    id: string
    year: number
    state: ReportState
    /** Each edit raises it: a yes holds for what was seen, and for nothing else. */
    version: Generated<number>
    /** As they stood when the first party said yes; null while they are counted anew for each reader. */
    figures: Json<YearContent> | null
    figures_hash: string | null
    figures_at: Instant | null
    begun_by: string
    begun_at: Instant
    changed_at: Instant
    approved_at: Instant | null
    /** A calendar date where people live, 'YYYY-MM-DD', here and below. */
    approved_on: string | null
    published_at: Instant | null
  }
  year_report_text: {
    report_id: string
    section: string
    words: Json<Texts>
    written_by: string
    written_at: Instant
  }
  year_report_approval: {
    report_id: string
    version: number
    party_id: string
    by_person: string
    on_day: string
    at: Instant
  }
}
