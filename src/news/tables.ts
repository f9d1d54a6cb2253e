import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { PictureTables } from '#platform/pictures.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeReach } from '#programme/tables.ts'

/** What this slice owns; nobody else writes here. */
export interface NewsTables {
  announcement: {
    id: string
    slug: string
    title: Json<Texts>
    lead: Json<Texts>
    body: Json<Texts>
    picture_id: string | null
    picture_alt: Json<Texts>
    written_by: string
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
    taken_down_at: Instant | null
  }
  follow_link: { id: string; name: string; url: string; position: number }
  subscription: {
    id: string
    /** Null when the wish has ended: nobody's address is kept without a reason. */
    email: string | null
    language: Language
    /** Null means the news. */
    series_id: string | null
    asked_at: Instant
    confirmed_at: Instant | null
    ended_at: Instant | null
  }
  subscription_link: {
    token_hash: string
    subscription_id: string
    purpose: 'confirm' | 'end'
    /** What the subscription's language becomes when it is confirmed by this link. */
    language: Language
    created_at: Instant
  }
  told: {
    record_id: string
    at: Instant
    /** While it is under way, the last subscription told, or '' before the first; null when all are told. */
    last_subscription: string | null
  }
}

type Tables = NewsTables & PictureTables & ProgrammeReach

export type Db = DbOf<Tables>
export type Reads = ReadsOf<Tables>
export type Writes = WritesOf<Tables>
export type NewsReads = ReadsOf<NewsTables>

export type AnnouncementRow = Selectable<NewsTables['announcement']>
export type NewAnnouncement = Insertable<NewsTables['announcement']>
export type SubscriptionRow = Selectable<NewsTables['subscription']>
export type LinkRow = Selectable<NewsTables['subscription_link']>
export type FollowLink = Selectable<NewsTables['follow_link']>
