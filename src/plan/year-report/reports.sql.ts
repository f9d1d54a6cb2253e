import type { Insertable, Updateable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

/** Of every year that has a report, the latest first. */
export const reports = (db: Reads) =>
  db.selectFrom('year_report').selectAll().orderBy('year', 'desc').execute()

export type Report = Awaited<ReturnType<typeof reports>>[number]

export const reportOfYear = (db: Reads, year: number) =>
  db.selectFrom('year_report').selectAll().where('year', '=', year).executeTakeFirst()

export const textsOf = (db: Reads, reportId: string) =>
  db.selectFrom('year_report_text').select(['section', 'words']).where('report_id', '=', reportId).execute()

/** Who has said yes to what stands now. */
export const approvalsOf = (db: Reads, { id, version }: Pick<Report, 'id' | 'version'>) =>
  db
    .selectFrom('year_report_approval')
    .innerJoin('party', 'party.id', 'year_report_approval.party_id')
    .select(['party_id', 'party.name', 'on_day'])
    .where('report_id', '=', id)
    .where('version', '=', version)
    .orderBy('party.position')
    .execute()

export type Approval = Awaited<ReturnType<typeof approvalsOf>>[number]

export const addReport = (db: Writes, row: Insertable<PlanTables['year_report']>) =>
  db.insertInto('year_report').values(row).execute()

export const changeReport = (db: Writes, id: string, row: Updateable<PlanTables['year_report']>) =>
  db.updateTable('year_report').set(row).where('id', '=', id).execute()

/** Whether what stands in the report of a year is kept as it is: it is approved, or somebody has said yes to it. */
export async function isYearHeld(db: Reads, year: number): Promise<boolean> {
  const report = await reportOfYear(db, year)
  if (!report) return false
  return report.state !== 'draft' || (await approvalsOf(db, report)).length > 0
}

export const addApproval = (db: Writes, row: Insertable<PlanTables['year_report_approval']>) =>
  db.insertInto('year_report_approval').values(row).execute()

/** The words of a part, in place of those that were there; without any, there are none. */
export async function setText(
  db: Writes,
  row: Omit<Insertable<PlanTables['year_report_text']>, 'words'> & { words: string | null },
): Promise<void> {
  const { report_id, section, words } = row
  await db
    .deleteFrom('year_report_text')
    .where('report_id', '=', report_id)
    .where('section', '=', section)
    .execute()
  if (words !== null)
    await db
      .insertInto('year_report_text')
      .values({ ...row, words })
      .execute()
}
