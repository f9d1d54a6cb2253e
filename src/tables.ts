import type { AboutTables } from '#about/tables.ts'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { NewsTables } from '#news/tables.ts'
import type { DutyTables, InboxTables } from '#office/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { JobTables } from '#platform/jobs.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { FileTables } from '#platform/files.ts'
import type { PictureTables } from '#platform/pictures.ts'
import type { RecordTables } from '#platform/record.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { ThreadTables } from '#thread/tables.ts'
import type { InstallationTables } from './installation.sql.ts'

/** Every table there is. Only what stands above all slices spells it; a slice spells its own. */
export type AllTables = InstallationTables &
  RecordTables &
  MailTables &
  JobTables &
  LimitTables &
  PictureTables &
  FileTables &
  PeopleTables &
  NetworkTables &
  PartnerTables &
  ProgrammeTables &
  ForumTables &
  PlanTables &
  IdeaTables &
  NewsTables &
  AboutTables &
  ThreadTables &
  DutyTables &
  InboxTables
