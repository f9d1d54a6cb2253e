import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Said } from './answer.rules.ts'
import type { Side } from './entry.rules.ts'
import type { NewStep } from './tables.ts'

const joined = (db: Reads) =>
  db
    .selectFrom('need_match')
    .innerJoin('need_offer as need', 'need.id', 'need_match.need_id')
    .innerJoin('need_offer as offer', 'offer.id', 'need_match.offer_id')

const withBoth = (query: ReturnType<typeof joined>) =>
  query
    .selectAll('need_match')
    .select(['need.organisation_id as needs', 'offer.organisation_id as offers'])
    .select(['need.ended_at as need_ended', 'offer.ended_at as offer_ended'])
    .select(['need.until_day as need_until', 'offer.until_day as offer_until'])

const matches = (db: Reads) => withBoth(joined(db))

export type Match = NonNullable<Awaited<ReturnType<typeof matchWithId>>>

export const matchWithId = (db: Reads, id: string) =>
  matches(db).where('need_match.id', '=', id).executeTakeFirst()

/** Everything that was suggested to these organisations, the newest first. */
export const matchesOf = (db: Reads, organisationIds: readonly string[], max: number) =>
  matches(db)
    .where((eb) => {
      const ids = organisationIds.length > 0 ? organisationIds : ['']
      return eb.or([eb('need.organisation_id', 'in', ids), eb('offer.organisation_id', 'in', ids)])
    })
    .orderBy('need_match.points', 'desc')
    .orderBy('need_match.id')
    .limit(max)
    .execute()

/** The partners that were suggested to an entry already, and how many of those are still open. */
export const suggestedTo = (db: Reads, entryId: string) =>
  matches(db)
    .where((eb) => eb.or([eb('need_id', '=', entryId), eb('offer_id', '=', entryId)]))
    .execute()

/** Suggestions of which nobody said no and somebody has said nothing. */
const notAnswered = (db: Reads, today: string) =>
  joined(db)
    .where('introduced_at', 'is', null)
    .whereRef('need.organisation_id', '<>', 'offer.organisation_id')
    .where((eb) => eb.or([eb('need_said', 'is', null), eb('need_said', '=', 'yes')]))
    .where((eb) => eb.or([eb('offer_said', 'is', null), eb('offer_said', '=', 'yes')]))
    .where('need.ended_at', 'is', null)
    .where('offer.ended_at', 'is', null)
    .where('need.until_day', '>=', today)
    .where('offer.until_day', '>=', today)

export const unanswered = (db: Reads, today: string, max: number) =>
  withBoth(notAnswered(db, today)).orderBy('need_match.suggested_at').limit(max).execute()

export const introductions = (db: Reads, max: number) =>
  matches(db).where('introduced_at', 'is not', null).orderBy('introduced_at', 'desc').limit(max).execute()

/** Introductions from before this moment whose sides were not asked yet. */
export const introducedBefore = (db: Reads, before: Instant) =>
  matches(db)
    .where('introduced_at', '<=', before)
    .where('need_match.asked_at', 'is', null)
    .orderBy('introduced_at')
    .execute()

export const addMatch = (
  db: Writes,
  match: { id: string; need_id: string; offer_id: string; points: number; at: Instant },
) => {
  const { at, ...row } = match
  return db
    .insertInto('need_match')
    .values({
      ...{ ...row, suggested_at: at, introduced_at: null, asked_at: null },
      ...{ need_said: null, need_said_at: null, need_said_by: null },
      ...{ offer_said: null, offer_said_at: null, offer_said_by: null },
    })
    .onConflict((conflict) => conflict.columns(['need_id', 'offer_id']).doNothing())
    .execute()
}

/** What a side says, or null where it is asked anew. */
export const setAnswer = (
  db: Writes,
  id: string,
  side: Side,
  answer: { said: Said; at: Instant; by: string | null } | null,
) =>
  db
    .updateTable('need_match')
    .set({
      [`${side}_said`]: answer?.said ?? null,
      [`${side}_said_at`]: answer?.at ?? null,
      [`${side}_said_by`]: answer?.by ?? null,
    })
    .where('id', '=', id)
    .execute()

export const setIntroduced = (db: Writes, id: string, at: Instant) =>
  db.updateTable('need_match').set({ introduced_at: at }).where('id', '=', id).execute()

export const setAsked = (db: Writes, id: string, at: Instant) =>
  db.updateTable('need_match').set({ asked_at: at }).where('id', '=', id).execute()

export const stepsOf = (db: Reads, matchIds: readonly string[]) =>
  db
    .selectFrom('need_match_step')
    .leftJoin('partnership', 'partnership.id', 'need_match_step.partnership_id')
    .selectAll('need_match_step')
    .select(['partnership.slug as partnership_slug', 'partnership.name as partnership_name'])
    .where('match_id', 'in', matchIds.length > 0 ? matchIds : [''])
    .orderBy('match_id')
    .orderBy('number')
    .execute()

export type Step = Awaited<ReturnType<typeof stepsOf>>[number]

export const addStep = (db: Writes, step: NewStep) => db.insertInto('need_match_step').values(step).execute()

/** How many were introduced, and of how many something came: for everybody to see. */
export async function howItGoes(db: Reads): Promise<{ introduced: number; came: number }> {
  const counted = await db
    .selectFrom('need_match')
    .select((eb) => [
      eb.fn.countAll<number>().as('introduced'),
      eb.fn
        .sum<number | null>(
          eb
            .case()
            .when(
              eb.exists(
                eb
                  .selectFrom('need_match_step')
                  .select('number')
                  .whereRef('match_id', '=', 'need_match.id')
                  .where('kind', 'in', ['happened', 'led-to']),
              ),
            )
            .then(1)
            .else(0)
            .end(),
        )
        .as('came'),
    ])
    .where('introduced_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return { introduced: counted.introduced, came: counted.came ?? 0 }
}

/** Partnerships, processes and networks that an introduction can have led to: one of both is part of it. */
export const partnershipsToChooseFrom = (db: Reads, organisationIds: readonly string[]) =>
  db
    .selectFrom('partnership')
    .select(['id', 'name'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('partnership_organisation')
        .select('partnership_id')
        .where('organisation_id', 'in', organisationIds),
    )
    .orderBy('position')
    .limit(400)
    .execute()

/** How many suggestions wait for an answer, and since when the oldest does. */
export async function waitsForAnswersSince(db: Reads, today: string) {
  const { count, since } = await notAnswered(db, today)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('suggested_at').as('since')])
    .executeTakeFirstOrThrow()
  return { count, since: since as Instant | null }
}
