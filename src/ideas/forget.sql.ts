import type { Instant } from '#platform/time.ts'
import { peopleBehind } from './family.rules.ts'
import type { Reads, Writes } from './tables.ts'
import { voicesBehind } from './voices.sql.ts'

/** Ideas, supporters and reports' addresses that nobody confirmed. */
export async function removeUnconfirmed(db: Writes, before: Instant): Promise<void> {
  await db.deleteFrom('idea').where('confirmed_at', 'is', null).where('handed_in_at', '<', before).execute()
  await db
    .deleteFrom('idea_voice')
    .where('kind', '=', 'supporter')
    .where('confirmed_at', 'is', null)
    .where('said_at', '<', before)
    .execute()
  await db
    .updateTable('idea_report')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where('at', '<', before)
    .execute()
}

/** Ideas of which the last word was said before this, and that still know somebody. */
export const ideasOverSince = async (db: Reads, before: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('idea')
    .select('idea.id')
    .where('idea.news_at', '<', before)
    .where((eb) =>
      eb.or([eb('idea.standing', '=', 'refused'), eb('idea.state', 'in', ['declined', 'done', 'withdrawn'])]),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('idea_voice')
          .select('idea_voice.id')
          .whereRef('idea_voice.idea_id', '=', 'idea.id')
          .where('idea_voice.forgotten_at', 'is', null),
      ),
    )
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets who stands behind an idea. Whoever stands behind one that it is joined with too goes on counting once. */
export async function forgetVoicesOf(db: Writes, ideaId: string, now: Instant): Promise<void> {
  const { into_id } = await db
    .selectFrom('idea')
    .select('into_id')
    .where('id', '=', ideaId)
    .executeTakeFirstOrThrow()
  const head = into_id ?? ideaId
  const relatives = await db
    .selectFrom('idea')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', head), eb('into_id', '=', head)]))
    .execute()
  const others = await voicesBehind(
    db,
    relatives.flatMap(({ id }) => (id === ideaId ? [] : [id])),
  )
  for (const voice of await voicesBehind(db, [ideaId])) {
    const isElsewhere = peopleBehind(new Set(others.map(({ idea_id }) => idea_id)), [
      ...others.filter(({ address_key }) => address_key !== null && address_key === voice.address_key),
    ])
    if (isElsewhere > 0)
      await db.updateTable('idea_voice').set({ doubled: 1 }).where('id', '=', voice.id).execute()
  }
  const voices = db.selectFrom('idea_voice').select('id').where('idea_id', '=', ideaId)
  await db.deleteFrom('idea_link').where('voice_id', 'in', voices).execute()
  await db
    .updateTable('idea_voice')
    .set({ address_key: null, email: null, forgotten_at: now })
    .where('idea_id', '=', ideaId)
    .where('forgotten_at', 'is', null)
    .execute()
}

/** Addresses of reports that were looked at before this. */
export const forgetReporters = (db: Writes, before: Instant) =>
  db
    .updateTable('idea_report')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('decision_id', 'is not', null)
    .where('at', '<', before)
    .execute()

/** Wipes the words of what nobody but the office ever saw, and what came with it. The log of decisions stays. */
export const wipeRefused = (db: Writes, before: Instant, now: Instant) =>
  db
    .updateTable('idea')
    .set({
      ...{ what: '', why: '', place: null, author_name: null, search_text: '', file_id: null },
      ...{ picture_width: null, picture_height: null, wiped_at: now },
    })
    .where('standing', '=', 'refused')
    .where('wiped_at', 'is', null)
    .where('news_at', '<', before)
    .execute()
