import { isListed } from '#programme/index.ts'
import type { Reads } from '../tables.ts'

/** The rounds of a forum, with the question that each is about. */
export const roundsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_round')
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .select(['forum_round.number', 'forum_round.minutes', 'forum_question.words'])
    .where('forum_round.event_id', '=', eventId)
    .orderBy('forum_round.number')
    .execute()

/** A report can be read by everybody once the minutes are published, where the tables' cards were put together. */
const reports = (db: Reads) =>
  db
    .selectFrom('event')
    .innerJoin('note', 'note.event_id', 'event.id')
    .where('note.state', '=', 'published')
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('harvest_group')
          .select('harvest_group.id')
          .whereRef('harvest_group.event_id', '=', 'event.id'),
      ),
    )

/** Which of some events have a report that everybody may read: the addresses by event. */
export async function reportsAmong(db: Reads, eventIds: readonly string[]): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map()
  const rows = await reports(db)
    .select(['event.id', 'event.slug'])
    .where('event.id', 'in', eventIds)
    .execute()
  return new Map(rows.map(({ id, slug }) => [id, `/reports/${slug}`]))
}

export const reportWithSlug = (db: Reads, slug: string) =>
  reports(db).select('event.id').where('event.slug', '=', slug).executeTakeFirst()

/** How the tables were laid, and what the seating was worth; undefined where nobody was seated. */
export const seatingOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('seating')
    .select(['seating.format', 'seating.report', 'seating.shown_at'])
    .select((eb) => [
      eb
        .selectFrom('forum_table')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('forum_table.event_id', '=', 'seating.event_id')
        .$asScalar()
        .$notNull()
        .as('tables'),
      eb
        .selectFrom('forum_round')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('forum_round.event_id', '=', 'seating.event_id')
        .$asScalar()
        .$notNull()
        .as('rounds'),
    ])
    .where('seating.event_id', '=', eventId)
    .executeTakeFirst()

/** What people promised themselves at the end of the day, counted. */
export const promisesOf = async (db: Reads, eventId: string): Promise<number> => {
  const query = db.selectFrom('personal_commitment').select((eb) => eb.fn.countAll<number>().as('count'))
  return (await query.where('event_id', '=', eventId).executeTakeFirst())?.count ?? 0
}

/** The dialogues before a forum whose map everybody may see. */
export const shownDialogues = (db: Reads, eventId: string) =>
  db
    .selectFrom('dialogue')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['dialogue.id', 'dialogue.slug', 'dialogue.title', 'dialogue_map.shown'])
    .where('dialogue.event_id', '=', eventId)
    .where('dialogue.shown_at', 'is not', null)
    .orderBy('dialogue.id')
    .execute()
