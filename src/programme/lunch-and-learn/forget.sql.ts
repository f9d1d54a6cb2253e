import type { Instant } from '#platform/time.ts'
import type { Writes } from '../tables.ts'

/** Needs, voices and offers whose address nobody confirmed. */
export async function removeUnconfirmed(db: Writes, before: Instant): Promise<void> {
  await db
    .deleteFrom('lunch_need')
    .where('state', '=', 'new')
    .where('handed_in_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lunch_voice')
            .select('lunch_voice.id')
            .whereRef('lunch_voice.need_id', '=', 'lunch_need.id')
            .where('lunch_voice.confirmed_at', 'is not', null),
        ),
      ),
    )
    .execute()
  await db
    .deleteFrom('lunch_voice')
    .where('kind', '=', 'seconded')
    .where('confirmed_at', 'is', null)
    .where('said_at', '<', before)
    .execute()
  await db
    .deleteFrom('lunch_offer')
    .where('confirmed_at', 'is', null)
    .where('handed_in_at', '<', before)
    .execute()
}

/** Needs that ended before this, by themselves or with what they were joined with, and still know somebody. */
export const needsOverSince = async (db: Writes, before: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('lunch_need')
    .leftJoin('lunch_need as head', 'head.id', 'lunch_need.into_id')
    .select('lunch_need.id')
    .where((eb) => eb(eb.fn.coalesce('lunch_need.ended_at', 'head.ended_at'), '<', before))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lunch_voice')
          .select('lunch_voice.id')
          .whereRef('lunch_voice.need_id', '=', 'lunch_need.id')
          .where('lunch_voice.forgotten_at', 'is', null),
      ),
    )
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

export async function forgetVoicesOf(db: Writes, needIds: readonly string[], now: Instant): Promise<void> {
  if (needIds.length === 0) return
  const voices = db.selectFrom('lunch_voice').select('id').where('need_id', 'in', needIds)
  await db.deleteFrom('lunch_link').where('voice_id', 'in', voices).execute()
  await db
    .updateTable('lunch_voice')
    .set({ address_key: null, email: null, forgotten_at: now })
    .where('need_id', 'in', needIds)
    .where('forgotten_at', 'is', null)
    .execute()
}

/** Offers that nobody has taken up in their time do not stand any longer. */
export const closeOffers = (db: Writes, before: Instant, now: Instant) =>
  db
    .updateTable('lunch_offer')
    .set({ state: 'withdrawn', decided_at: now, decided_by: null })
    .where('state', 'in', ['new', 'open'])
    .where('handed_in_at', '<', before)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('lunch_need_step as step')
        .innerJoin('lunch_need', 'lunch_need.id', 'step.need_id')
        .select('step.offer_id')
        .where('step.offer_id', 'is not', null)
        .where('lunch_need.state', 'in', ['matched', 'planned'])
        .$narrowType<{ offer_id: string }>(),
    )
    .execute()

/** Offers that ended before this and still know somebody. */
export const staleOffers = async (db: Writes, before: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('lunch_offer')
    .select('id')
    .where('state', 'in', ['turned-down', 'withdrawn'])
    .where('decided_at', '<', before)
    .where('forgotten_at', 'is', null)
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

export async function forgetOffers(db: Writes, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('lunch_link').where('offer_id', 'in', ids).execute()
  await db.updateTable('lunch_offer').set({ email: null, forgotten_at: now }).where('id', 'in', ids).execute()
}
