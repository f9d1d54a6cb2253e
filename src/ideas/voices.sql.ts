import { hashOf, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { peopleBehind } from './family.rules.ts'
import type { NewVoice, Reads, VoiceRow, Writes } from './tables.ts'

/** What an address is counted by; the address itself is kept only where somebody wants to be told. */
export const addressKey = (email: string): string => hashOf(`ideas ${email}`)

export const addVoice = (db: Writes, row: NewVoice) => db.insertInto('idea_voice').values(row).execute()

export const changeVoice = (db: Writes, id: string, change: Partial<NewVoice>) =>
  db.updateTable('idea_voice').set(change).where('id', '=', id).execute()

export const voiceWithId = (db: Reads, id: string): Promise<VoiceRow | undefined> =>
  db.selectFrom('idea_voice').selectAll().where('id', '=', id).executeTakeFirst()

/** The voice of an address behind an idea, confirmed or not. */
export const voiceOf = (db: Reads, ideaId: string, email: string): Promise<VoiceRow | undefined> =>
  db
    .selectFrom('idea_voice')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .where('address_key', '=', addressKey(email))
    .where('left_at', 'is', null)
    .executeTakeFirst()

/** Everybody who stands behind these ideas, confirmed, and has not gone. */
export const voicesBehind = async (db: Reads, ideaIds: readonly string[]): Promise<VoiceRow[]> =>
  ideaIds.length === 0
    ? []
    : db
        .selectFrom('idea_voice')
        .selectAll()
        .where('idea_id', 'in', ideaIds)
        .where('confirmed_at', 'is not', null)
        .where('left_at', 'is', null)
        .orderBy('said_at')
        .orderBy('id')
        .execute()

/** Counts anew who stands behind these ideas, each with what is joined into it. */
export async function recount(db: Writes, ideaIds: readonly string[]): Promise<void> {
  for (const id of new Set(ideaIds)) {
    const rows = await db.selectFrom('idea').select('id').where('into_id', '=', id).execute()
    const family = new Set([id, ...rows.map((row) => row.id)])
    const supporters = peopleBehind(family, await voicesBehind(db, [...family]))
    await db.updateTable('idea').set({ supporters }).where('id', '=', id).execute()
  }
}

/** A new link that leads one voice to its own page, or confirms a report; only its checksum is stored. */
export async function makeLink(
  db: Writes,
  to: { voice: string } | { report: string },
  now: Instant,
): Promise<string> {
  const token = newToken()
  const target =
    'voice' in to
      ? { voice_id: to.voice, report_id: null }
      : {
          voice_id: null,
          report_id: to.report,
        }
  await db
    .insertInto('idea_link')
    .values({ token_hash: hashOf(token), ...target, created_at: now })
    .execute()
  return token
}

/** The voice, or the report, that a mailed link leads to. */
export const linked = (db: Reads, token: string) =>
  db
    .selectFrom('idea_link')
    .select(['voice_id', 'report_id'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
