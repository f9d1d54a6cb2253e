import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { JointDecisionTables } from './joint-decisions/tables.ts'
import type { PartyStanding } from './party-standing.rules.ts'

export interface PeopleTables extends JointDecisionTables {
  party: { id: string; key: string; name: Json<Texts>; position: number }
  /** How a party stands from a day on ('YYYY-MM-DD', where people live): it decides with the others while joined. */
  party_standing: {
    id: string
    party_id: string
    standing: PartyStanding
    from_day: string
    reason: Json<Texts>
    recorded_by: string | null
    recorded_at: Instant
  }
  /** Named beforehand by the party itself, to decide for it while a coordinator is away. */
  substitute: {
    id: string
    party_id: string
    person_id: string
    named_by: string
    from_day: string
    until_day: string
    named_at: Instant
    ended_at: Instant | null
  }
  person: { id: string; email: string; name: string; language: Language; created_at: Instant }
  coordinator: {
    id: string
    person_id: string
    party_id: string
    /** The coordinator of that party who named them; null for its first, or named before it was kept. */
    named_by: string | null
    since: Instant
    until: Instant | null
  }
  sign_in_link: {
    token_hash: string
    person_id: string
    next_path: string | null
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  session: {
    token_hash: string
    person_id: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
  }
  first_coordinators_link: { token_hash: string; created_at: Instant; used_at: Instant | null }
}

export type Db = DbOf<PeopleTables & RecordTables & MailTables & LimitTables>
/** A handle on more tables than these, whichever slice holds it. */
export type DbWith<Tables extends PeopleTables & RecordTables> = DbOf<Tables>
export type Reads = ReadsOf<PeopleTables>
export type Writes = WritesOf<PeopleTables & RecordTables & MailTables & LimitTables>
