import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Selectable } from 'kysely'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { FileTables } from '#platform/files.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { ChainTables } from './chains/tables.ts'
import type { ArrangerTables } from './arrangers/tables.ts'
import type { CourseTables } from './co-creating-change/tables.ts'
import type { DoorTables, DoorViews } from './door/tables.ts'
import type { EventTables } from './event-tables.ts'
import type { InvitationTables } from './invitations/tables.ts'
import type { LibraryTables } from './library/tables.ts'
import type { LunchTables } from './lunch-and-learn/tables.ts'
import type { MeetingTables } from './meeting-tables.ts'
import type { PromiseTables } from './promises/tables.ts'
import type { MalmoHourTables } from './malmo-hour/tables.ts'
import type { QuestionTables } from './questions/tables.ts'
import type { LetterTables } from './reminders/tables.ts'
import type { ThemeTables } from './theme-calls/tables.ts'
import type { WhoMetTables } from './who-met/tables.ts'

export type { Capacity } from './capacity.ts'
export type { ScanOutcome } from './door/tables.ts'
export type { EndedBecause, SeriesMark, SignUpState } from './event-tables.ts'
export type { AskedAt, AskedOf, Need, QuestionKind } from './questions/tables.ts'
export type { ClockLetter, EvaluationKind, FullnessLevel, LedTo, OwnTextPart } from './reminders/tables.ts'

/** What this slice owns; nobody else writes here. */
export type ProgrammeTables = EventTables &
  CourseTables &
  DoorTables &
  DoorViews &
  InvitationTables &
  PromiseTables &
  QuestionTables &
  MeetingTables &
  LetterTables &
  ChainTables &
  ThemeTables &
  ArrangerTables &
  LibraryTables &
  WhoMetTables &
  MalmoHourTables &
  LunchTables

/** All that may be spelled here, and by those above who ask us in a transaction of theirs. */
export type ProgrammeReach = ProgrammeTables & PeopleTables & NetworkTables & PlatformTables
type PlatformTables = RecordTables & MailTables & LimitTables

export type Db = DbOf<ProgrammeReach & FileTables>
/** A transaction that has begun. */
export type Tx = TxOf<ProgrammeReach & FileTables>
export type Reads = ReadsOf<ProgrammeReach>
export type Writes = WritesOf<ProgrammeReach>
/** The same with the files that were sent in, which other slices need not know of. */
export type MeetingReads = ReadsOf<ProgrammeReach & FileTables>
export type MeetingWrites = WritesOf<ProgrammeReach & FileTables>

export type SeriesRow = Selectable<ProgrammeTables['series']>
export type EventRow = Selectable<ProgrammeTables['event']>
export type NewEvent = Insertable<ProgrammeTables['event']>
export type NewSeries = Insertable<ProgrammeTables['series']>
export type NewSignUp = Insertable<ProgrammeTables['sign_up']>
export type SignUpRow = Selectable<ProgrammeTables['sign_up']>
