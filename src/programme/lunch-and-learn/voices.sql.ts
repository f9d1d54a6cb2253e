import { hashOf, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Queued } from './queue.rules.ts'
import type { Need } from './needs.sql.ts'
import type { NewVoice, VoiceRow } from './tables.ts'

export const addVoice = (db: Writes, row: NewVoice) => db.insertInto('lunch_voice').values(row).execute()

/** The voice of an address that stands behind a need, confirmed or not. */
export const voiceOf = (db: Reads, needId: string, addressKey: string): Promise<VoiceRow | undefined> =>
  db
    .selectFrom('lunch_voice')
    .selectAll()
    .where('need_id', '=', needId)
    .where('address_key', '=', addressKey)
    .where('left_at', 'is', null)
    .executeTakeFirst()

export const changeVoice = (db: Writes, id: string, change: Partial<NewVoice>) =>
  db.updateTable('lunch_voice').set(change).where('id', '=', id).execute()

/** Everybody who stands behind these needs, confirmed, and has not gone. */
export const voicesBehind = (db: Reads, needIds: readonly string[]): Promise<VoiceRow[]> =>
  needIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('lunch_voice')
        .selectAll()
        .where('need_id', 'in', needIds)
        .where('confirmed_at', 'is not', null)
        .where('left_at', 'is', null)
        .orderBy('said_at')
        .orderBy('id')
        .execute()

/** Needs with those who stand behind them and behind what is joined into them, as the queue counts. */
export async function withVoices(
  db: Reads,
  heads: readonly Need[],
  joined: readonly Need[],
): Promise<(Need & Queued)[]> {
  const voices = await voicesBehind(
    db,
    [...heads, ...joined].map(({ id }) => id),
  )
  return heads.map((head) => {
    const family = [head, ...joined.filter(({ into_id }) => into_id === head.id)]
    const ids = new Set(family.map(({ id }) => id))
    const behind = voices
      .filter(({ need_id }) => ids.has(need_id))
      .map(({ id, organisation_key, address_key }) => ({
        organisation: organisation_key,
        person: address_key ?? id,
      }))
    return {
      ...head,
      since: family.map((one) => one.handed_in_at).toSorted()[0] ?? head.handed_in_at,
      behind,
    }
  })
}

/** A new link that leads one voice, or one offer, to its own page; only its checksum is stored. */
export async function makeLink(
  db: Writes,
  to: { voice: string } | { offer: string },
  now: Instant,
): Promise<string> {
  const token = newToken()
  await db
    .insertInto('lunch_link')
    .values({
      token_hash: hashOf(token),
      voice_id: 'voice' in to ? to.voice : null,
      offer_id: 'offer' in to ? to.offer : null,
      created_at: now,
    })
    .execute()
  return token
}

/** The voice, or the offer, that a mailed link leads to. */
export const linked = (db: Reads, token: string) =>
  db
    .selectFrom('lunch_link')
    .select(['voice_id', 'offer_id'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()

export const voiceWithId = (db: Reads, id: string): Promise<VoiceRow | undefined> =>
  db.selectFrom('lunch_voice').selectAll().where('id', '=', id).executeTakeFirst()
