import { partiesOn } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import { countYear, hashOfContent } from './count-year.ts'
import {
  type ApproveRefusal,
  partiesMissing,
  type PublishRefusal,
  refusalToApprove,
  refusalToPublish,
  seenOf,
} from './report.rules.ts'
import { addApproval, approvalsOf, changeReport, type Report, reportOfYear } from './reports.sql.ts'

/**
 * A coordinator says yes for their own party to what they saw. With the first yes the figures are kept as they are; with
 * the last one the report is approved, and never changes again.
 */
export async function approveReport(
  db: Db,
  by: Member,
  { year, seen }: { year: number; seen: string },
  now: Instant,
): Promise<ApproveRefusal | null> {
  const { id } = found(await reportOfYear(db, year), 'report')
  return decide(db, 'year_report', id, async (tx) => {
    const report = found(await reportOfYear(tx, year), 'report')
    const today = localDate(now)
    const standing = await whatStands(tx, report, now)
    const deciding = (await partiesOn(tx, today)).map((one) => one.id)
    const approvedBy = (await approvalsOf(tx, report)).map(({ party_id }) => party_id)
    const { state, version } = report
    // A substitute answers for the party that named them, on the days named.
    const party = (by.party ?? by.standsInFor)?.id ?? null
    const stands = seenOf(version, standing.hash)
    const attempt = { state, year, today, party, deciding, approvedBy, stands, seen }
    const refusal = refusalToApprove(attempt)
    if (refusal || party === null) return refusal

    if (!report.figures)
      await changeReport(tx, id, {
        ...{ figures: json(standing.content), figures_hash: standing.hash, figures_at: now },
      })
    const approval = { report_id: id, version, party_id: party, by_person: by.id, on_day: today, at: now }
    await addApproval(tx, approval)
    const isWhole = partiesMissing(deciding, [...approvedBy, party]).length === 0
    if (isWhole) await changeReport(tx, id, { state: 'approved', approved_at: now, approved_on: today })
    const what = isWhole ? 'year-report-approved' : 'year-report-approved-by-one'
    await record(tx, { what, by: by.id, about: id, at: now, detail: { year, party } })
    return null
  })
}

async function whatStands(db: Reads, { figures, figures_hash, year }: Report, now: Instant) {
  if (figures && figures_hash) return { content: figures, hash: figures_hash }
  const content = await countYear(db, year, now)
  return { content, hash: hashOfContent(content) }
}

/** Lets everybody read what every party has approved. */
export async function publishReport(
  db: Db,
  by: Member,
  year: number,
  now: Instant,
): Promise<PublishRefusal | null> {
  const { id } = found(await reportOfYear(db, year), 'report')
  return decide(db, 'year_report', id, async (tx) => {
    const report = found(await reportOfYear(tx, year), 'report')
    const refusal = refusalToPublish(report.state)
    if (refusal) return refusal
    await changeReport(tx, id, { state: 'published', published_at: now })
    await record(tx, { what: 'year-report-published', by: by.id, about: id, at: now, detail: { year } })
    return null
  })
}
