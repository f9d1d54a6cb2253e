import type { Generated, Selectable } from 'kysely'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '../tables.ts'

/** Whom an event is for: everybody, some of the things that people take part as, or those who were invited. */
export type AudienceKind = 'everyone' | 'sectors' | 'invitation'

/** follower: follows the series by mail, and was told that the event is open. */
export type InvitationKind = 'person' | 'organisation' | 'follower'

/** Whom an event is for, who was invited, and what they answered. */
export interface InvitationTables {
  event_audience: {
    event_id: string
    kind: AudienceKind
    /** What people may take part as, as in 'elected,civil-servant', when it is for sectors. */
    capacities: Generated<string>
    /** 1 when it is in no list. */
    unlisted: Generated<number>
    /** So many may come on one person's invitation; more than one when it may be passed on. */
    people_max: Generated<number>
  }
  invitation: {
    id: string
    event_id: string
    kind: InvitationKind
    email: string | null
    name: string | null
    capacity: Capacity | null
    organisation_id: string | null
    organisation_name: string | null
    language: Language
    /** So many people of an organisation may come; null for the others. */
    people_max: number | null
    invited_by: string | null
    created_at: Instant
    token_hash: string | null
    /** When the answer was: I can't come. */
    declined_at: Instant | null
    taken_back_at: Instant | null
    forgotten_at: Instant | null
  }
  /** The addresses that an invitation lets in. */
  invitation_guest: { event_id: string; email: string; invitation_id: string }
  /** What was mailed on which date, 'YYYY-MM-DD'. */
  invitation_mail: {
    invitation_id: string
    sent_on: string
    kind: 'invitation' | 'reminder'
    mail_key: string
  }
}

export type InvitationRow = Selectable<InvitationTables['invitation']>
