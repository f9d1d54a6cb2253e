import type { ColumnType, Generated, Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { OrganisationKind, Sector } from '../directory.rules.ts'
import type { ApplicationState } from './join.rules.ts'
import type { PostKind } from './posts.rules.ts'
import type { Area, SpokenLanguage } from './profile.rules.ts'

/** JSON that is empty unless said. */
type OwnJson<T> = ColumnType<T, string | undefined, string>

/** Where somebody else's words wait to become an organisation. */
export interface AppliedProfile {
  name: Texts
  about: Texts
  for_whom: Texts
  kind: OrganisationKind
  areas: readonly Area[]
  languages: readonly SpokenLanguage[]
  website: string | null
  contact_email: string | null
  contact_is_shown: boolean
}

export interface OrganisationTables {
  organisation: {
    id: string
    slug: string
    sector: Sector
    kind: OrganisationKind
    name: Json<Texts>
    about: Json<Texts>
    for_whom: OwnJson<Texts>
    areas: OwnJson<readonly Area[]>
    languages: OwnJson<readonly SpokenLanguage[]>
    website: string | null
    place: string | null
    /** An address of its own; never a person's. Everybody reads it where it is shown. */
    contact_email: string | null
    contact_is_shown: Generated<number>
    /** Ten digits; many networks have none. */
    number: Generated<string | null>
    party_id: string | null
    created_at: Instant
    changed_at: Instant
    /** The names in all languages as they are searched by, between bars: '|malmo stad|city of malmo|'. */
    search_text: string
    sort_sv: Generated<string>
    sort_en: Generated<string>
    sort_es: Generated<string>
    /** The one that it turned out to be. */
    merged_into: Generated<string | null>
    /** A date, 'YYYY-MM-DD'. */
    ended_on: Generated<string | null>
    end_reason: OwnJson<Texts>
  }
  organisation_member: { umbrella_id: string; member_id: string; added_at: Instant; added_by: string | null }
  organisation_post: {
    id: string
    organisation_id: string
    person_id: string | null
    kind: PostKind
    title: string | null
    from_day: string
    until_day: string | null
    given_by: string | null
    given_at: Instant
    ended_at: Instant | null
    ended_by: string | null
    told_at: Instant | null
  }
  organisation_invitation: {
    id: string
    token_hash: string
    organisation_id: string
    email: string
    name: string
    language: Language
    kind: PostKind
    title: string | null
    until_day: string | null
    invited_by: string
    invited_at: Instant
    answered_at: Instant | null
    answer: 'yes' | 'no' | 'taken-back' | null
  }
  organisation_claim: {
    id: string
    token_hash: string
    organisation_id: string
    name: string | null
    email: string | null
    language: Language
    kind: PostKind
    why: string | null
    state: 'unconfirmed' | 'waiting' | 'accepted' | 'turned-down'
    checked_by: 'domain' | 'office' | null
    asked_at: Instant
    confirmed_at: Instant | null
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
    wiped_at: Instant | null
  }
  organisation_application: {
    id: string
    token_hash: string
    state: ApplicationState
    profile: Json<AppliedProfile>
    search_text: string
    number: string | null
    person_name: string | null
    email: string | null
    language: Language
    conditions_at: Instant
    how_democratic: string | null
    asked_at: Instant
    confirmed_at: Instant | null
    waiting_since: Instant | null
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
    organisation_id: string | null
    wiped_at: Instant | null
  }
  organisation_merge: {
    from_id: string
    into_id: string
    at: Instant
    by_person: string
    moved: Json<Record<string, number>>
    before: Json<Record<string, unknown>>
  }
}

export type OrganisationRow = Selectable<OrganisationTables['organisation']>
export type NewOrganisation = Insertable<OrganisationTables['organisation']>
export type PostRow = Selectable<OrganisationTables['organisation_post']>
export type NewPost = Insertable<OrganisationTables['organisation_post']>
export type ClaimRow = Selectable<OrganisationTables['organisation_claim']>
export type NewClaim = Insertable<OrganisationTables['organisation_claim']>
export type ApplicationRow = Selectable<OrganisationTables['organisation_application']>
export type NewApplication = Insertable<OrganisationTables['organisation_application']>
