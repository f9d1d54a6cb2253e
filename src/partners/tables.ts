import type { Generated, Insertable, Selectable } from 'kysely'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { Json } from '#platform/db.ts'
import type { FileTables } from '#platform/files.ts'
import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { EndReason, PartnerKind, PledgeState, Publish, Unit } from './pledge.rules.ts'

/** What is needed, who has pledged what, how it went, and what was given. */
export interface PartnerTables {
  pledge_promise: { id: string; working_days: number }
  partner_meaning: {
    kind: PartnerKind
    words: Json<Texts>
    version: number
    changed_by: string
    changed_at: Instant
  }
  partner_need: {
    id: string
    kind: PartnerKind
    title: Json<Texts>
    says: Json<Texts>
    amount: number
    unit: Unit
    /** So much of it is there from elsewhere. */
    elsewhere: number
    /** A date, 'YYYY-MM-DD'. */
    needed_on: string
    version: Generated<number>
    changed_by: string
    changed_at: Instant
    ended_at: Instant | null
  }
  pledge: {
    id: string
    number: number
    state: Generated<PledgeState>
    kind: PartnerKind
    need_id: string | null
    giver: 'organisation' | 'person'
    giver_name: string | null
    organisation_id: string | null
    contact_name: string | null
    email: string | null
    language: Language
    what: string
    amount: number | null
    unit: Unit | null
    at_what_time: string | null
    publish: Publish
    sent_at: Instant
    confirmed_at: Instant | null
    answer_due_on: string | null
    answered_at: Generated<Instant | null>
    changed_at: Instant
    agreement_file_id: string | null
    forgotten_at: Instant | null
  }
  pledge_step: {
    pledge_id: string
    number: number
    kind: Exclude<PledgeState, 'received'>
    reason: EndReason | null
    words: string | null
    at: Instant
    /** Null for the giver. */
    by_person: string | null
  }
  pledge_link: { token_hash: string; pledge_id: string; created_at: Instant }
  /** What a partner gave to the work of a year: money, hours and things. */
  partner_gift: {
    id: string
    year: number
    organisation_id: string | null
    partner_name: string | null
    sek: number | null
    hours: number | null
    in_kind: Json<Texts>
    given_to: Json<Texts>
    written_by: string
    written_at: Instant
    pledge_id: string | null
    given_on: string | null
    publish: Generated<Publish>
    went_to: string | null
  }
  /** What a gift was before it was corrected, and why. */
  partner_gift_correction: {
    gift_id: string
    number: number
    sek: number | null
    hours: number | null
    in_kind: Json<Texts>
    given_to: Json<Texts>
    given_on: string
    went_to: string | null
    reason: string
    at: Instant
    by_person: string
  }
}

type Reach = PartnerTables &
  PeopleTables &
  NetworkTables &
  RecordTables &
  MailTables &
  LimitTables &
  FileTables

export type Db = DbOf<Reach>
export type Tx = TxOf<Reach>
export type Reads = ReadsOf<Reach>
export type Writes = WritesOf<Reach>

export type PledgeRow = Selectable<PartnerTables['pledge']>
export type NeedRow = Selectable<PartnerTables['partner_need']>
export type StepRow = Selectable<PartnerTables['pledge_step']>
export type NewGift = Insertable<PartnerTables['partner_gift']>
