import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { RecordTables } from '#platform/record.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { FileTables } from '#platform/files.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { FollowingTables } from './following/tables.ts'

/** Of its own the thread keeps only who wants to hear of it; the rest it reads from the others. */
export type ThreadTables = FollowingTables
type Tables = ThreadTables &
  MailTables &
  FileTables &
  LimitTables &
  PlanTables &
  ForumTables &
  IdeaTables &
  ProgrammeTables &
  NetworkTables &
  PartnerTables &
  PeopleTables &
  RecordTables

export type Db = DbOf<Tables>
export type Reads = ReadsOf<Tables>
export type Writes = WritesOf<Tables>
