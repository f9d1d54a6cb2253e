import type { Kysely } from 'kysely'
import type { AboutTables } from '#about/tables.ts'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { JobTables } from '#platform/jobs.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { ProgrammeTables } from '#programme/tables.ts'

/** The office owns nothing: it shows what the others keep, and asks the platform to try things again. */
type Tables = PeopleTables &
  NetworkTables &
  ProgrammeTables &
  ForumTables &
  PlanTables &
  IdeaTables &
  AboutTables &
  RecordTables &
  MailTables &
  JobTables &
  LimitTables

export type Db = Kysely<Tables>
export type Reads = Pick<Db, 'selectFrom'>
