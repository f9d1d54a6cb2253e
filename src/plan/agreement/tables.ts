import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { SignatoryCategory, SignatoryState } from './signatory.rules.ts'

/** A principle, or a promise of how we work, as it stood in a version. */
export interface Clause {
  key: string
  name: Texts
  about: Texts
}

export interface AgreementTables {
  agreement_version: {
    id: string
    agreement_id: string
    number: number
    title: Json<Texts>
    vision: Json<Texts>
    about: Json<Texts>
    principles: Json<readonly Clause[]>
    conduct: Json<readonly Clause[]>
    /** What is different from the version before, for people to read. */
    changed: Json<Texts>
    created_at: Instant
    created_by: string | null
    changed_at: Instant
    /** Null: a draft. */
    in_force_on: string | null
  }
  agreement_version_goal: {
    version_id: string
    goal_id: string
    step: 'adopt' | 'close'
    reason: Json<Texts>
  }
  agreement_decision: {
    id: string
    version_id: string
    body: string
    decided_on: string
    paragraph: string | null
    case_number: string | null
    url: string | null
    added_at: Instant
    added_by: string | null
  }
  agreement_original: {
    id: string
    version_id: string
    file_id: string
    added_at: Instant
    added_by: string | null
  }
  signatory: {
    id: string
    organisation_id: string | null
    /** The line on the list that it stands behind: two entries turned out to be one organisation. */
    merged_into: Generated<string | null>
    organisation_name: string
    category: SignatoryCategory
    person_name: string | null
    email: string | null
    language: Language
    about: string | null
    state: SignatoryState
    asked_at: Instant
    conditions_at: Instant
    confirmed_at: Instant | null
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
    joined_on: string | null
    left_on: string | null
    wiped_at: Instant | null
  }
  signatory_link: { token_hash: string; signatory_id: string; created_at: Instant }
}
