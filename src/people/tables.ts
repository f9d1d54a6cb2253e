import type { Kysely } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'

export interface PeopleTables {
  party: { id: string; key: string; name: Json<Texts>; position: number }
  person: { id: string; email: string; name: string; language: Language; created_at: Instant }
  coordinator: { id: string; person_id: string; party_id: string; since: Instant; until: Instant | null }
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

export type Db = Kysely<PeopleTables & RecordTables & MailTables & LimitTables>
export type Reads = Pick<Kysely<PeopleTables>, 'selectFrom'>
export type Writes = Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>
