import type { Kysely } from 'kysely'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { RecordTables } from '#platform/record.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { ProgrammeTables } from '#programme/tables.ts'

// This slice owns no tables: it reads what the others have written.
type Tables = PlanTables &
  ForumTables &
  IdeaTables &
  ProgrammeTables &
  NetworkTables &
  PeopleTables &
  RecordTables

export type Db = Kysely<Tables>
export type Reads = Pick<Db, 'selectFrom'>
