import type { Instant } from '#platform/time.ts'
import type { LedToKind } from './led-to.rules.ts'
import type { Reads, VoiceRow, Writes } from './tables.ts'

/** Those who wish to be told, and whose idea has had something happen to it since they were told last. */
export const voicesToTell = (db: Reads, newsAfter: Instant): Promise<VoiceRow[]> =>
  db
    .selectFrom('idea_voice')
    .innerJoin('idea', 'idea.id', 'idea_voice.idea_id')
    .selectAll('idea_voice')
    .where('idea.news_at', '>', newsAfter)
    .where('idea_voice.email', 'is not', null)
    .where('idea_voice.confirmed_at', 'is not', null)
    .where('idea_voice.left_at', 'is', null)
    .where((eb) =>
      eb(
        'idea.news_at',
        '>',
        eb.fn.coalesce('idea_voice.told_at', 'idea_voice.confirmed_at', 'idea_voice.said_at'),
      ),
    )
    .orderBy('idea_voice.email')
    .orderBy('idea_voice.said_at')
    .execute()

/** Something has happened to an idea, and so to what is joined into it. */
export const tellFamily = (db: Writes, ideaId: string, at: Instant) =>
  db
    .updateTable('idea')
    .set({ news_at: at })
    .where((eb) => eb.or([eb('id', '=', ideaId), eb('into_id', '=', ideaId)]))
    .execute()

/** Ideas that became something of which no event is known yet. */
export const ideasWithoutEvent = async (db: Reads, since: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('idea_led_to')
    .select('idea_id')
    .where('event_at', 'is', null)
    .where('kind', 'in', ['event', 'lunch-need'])
    .where('at', '>', since)
    .execute()
  return [...new Set(rows.map(({ idea_id }) => idea_id))]
}

/** Notes that there is an event to come to; false when that was known. */
export const noteEvent = async (
  db: Writes,
  { idea_id, kind, target_id }: { idea_id: string; kind: LedToKind; target_id: string },
  at: Instant,
): Promise<boolean> => {
  const change = await db
    .updateTable('idea_led_to')
    .set({ event_at: at })
    .where('idea_id', '=', idea_id)
    .where('kind', '=', kind)
    .where('target_id', '=', target_id)
    .where('event_at', 'is', null)
    .executeTakeFirst()
  return change.numUpdatedRows > 0n
}
