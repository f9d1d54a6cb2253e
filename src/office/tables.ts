import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { AboutTables } from '#about/tables.ts'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { JobTables } from '#platform/jobs.ts'
import type { FileTables } from '#platform/files.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { InboxTables } from './inbox/tables.ts'
import type { ProgrammeTables } from '#programme/tables.ts'

export type { InboxTables } from './inbox/tables.ts'

export interface DutyTables {
  /** Each coordinator is written to once a month about what their party owes. */
  duty_letter: {
    person_id: string
    /** 'YYYY-MM'. */
    month: string
    duties: number
    at: Instant
  }
}

/** Of its own the office keeps only whom it has written to; it shows what the others keep. */
type Tables = DutyTables &
  InboxTables &
  PeopleTables &
  NetworkTables &
  PartnerTables &
  ProgrammeTables &
  ForumTables &
  PlanTables &
  IdeaTables &
  AboutTables &
  RecordTables &
  MailTables &
  JobTables &
  LimitTables &
  FileTables

export type Db = DbOf<Tables>
export type Reads = ReadsOf<Tables>
export type Writes = WritesOf<Tables>
