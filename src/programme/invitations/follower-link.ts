import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Writes } from '../tables.ts'
import { isToldTo } from './for-whom.rules.ts'
import { addInvitation, followerInvitation, rememberedOf } from './invitations.sql.ts'

interface Follower {
  email: string
  language: Language
}

interface Told {
  event: ProgrammeEvent
  now: Instant
}

/**
 * The path of a link by which a follower of the series signs up for its next event with one press; null when they are
 * not told of it: it is in no list, it is for others, or they have been told before.
 */
export async function followerLink(
  tx: Writes,
  { email, language }: Follower,
  { event, now }: Told,
): Promise<string | null> {
  const remembered = await rememberedOf(tx, email)
  if (!isToldTo(event, remembered?.capacity ?? null)) return null
  if (await followerInvitation(tx, event.id, email)) return null
  const token = newToken()
  await addInvitation(tx, {
    ...{ id: newId(), event_id: event.id, kind: 'follower', email, language, token_hash: hashOf(token) },
    // Asked for anew when the link is opened, so that it is as it was said last.
    ...{ name: null, capacity: null, organisation_id: null, organisation_name: null, people_max: null },
    ...{ invited_by: null, created_at: now, declined_at: null, taken_back_at: null, forgotten_at: null },
  })
  return `/invitations/${token}`
}
