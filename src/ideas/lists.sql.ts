import { sql } from 'kysely'
import { containing } from '#platform/search.ts'
import { type Idea, ideas } from './ideas.sql.ts'
import type { Wanted } from './wanted.rules.ts'
import type { Reads } from './tables.ts'

const found = (db: Reads, { words, state, theme, place }: Wanted) => {
  let query = db.selectFrom('idea').where('idea.standing', '=', 'shown')
  if (words) query = query.where(sql<boolean>`idea.search_text like ${containing(words)} escape '\\'`)
  // The place stands between bars in the search text, so that it is told from the words.
  if (place) query = query.where(sql<boolean>`idea.search_text like ${`%|${containing(place)}|`} escape '\\'`)
  if (state) query = query.where('idea.state', '=', state)
  if (theme)
    query = query.where('idea.theme_id', '=', (eb) =>
      eb.selectFrom('theme').select('theme.id').where('slug', '=', theme),
    )
  return query
}

/** How many there are. */
export const countFound = async (db: Reads, wanted: Wanted): Promise<number> =>
  (
    await found(db, wanted)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** One page of them, in the order that is asked for. */
export async function ideasFound(
  db: Reads,
  wanted: Wanted,
  page: { max: number; skip: number },
): Promise<Idea[]> {
  const query = found(db, wanted).select('idea.id').limit(page.max).offset(page.skip)
  const inOrder = {
    newest: () => query.orderBy('idea.shown_at', 'desc').orderBy('idea.number', 'desc'),
    supported: () => query.orderBy('idea.supporters', 'desc').orderBy('idea.number', 'desc'),
    answered: () =>
      query
        .orderBy(sql`case when idea.answered_at is null then 1 else 0 end`)
        .orderBy('idea.answered_at', 'desc')
        .orderBy('idea.number', 'desc'),
    longest: () =>
      query
        .orderBy(sql`case when idea.answered_at is null then 0 else 1 end`)
        .orderBy('idea.answer_due_on')
        .orderBy('idea.number'),
  }
  const ids = (await inOrder[wanted.order]().execute()).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = new Map((await ideas(db).where('idea.id', 'in', ids).execute()).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Everything that everybody can see, for the open files. */
export const everyShown = (db: Reads): Promise<Idea[]> =>
  ideas(db).where('idea.standing', '=', 'shown').orderBy('idea.number').execute()

export const latestShown = (db: Reads, max: number): Promise<Idea[]> =>
  ideas(db)
    .where('idea.standing', '=', 'shown')
    .orderBy('idea.shown_at', 'desc')
    .orderBy('idea.number', 'desc')
    .limit(max)
    .execute()

// More is read by nobody in a day.
const queueMax = 1000

/** What nobody has looked at: confirmed, the longest waiting first. */
export const ideasToModerate = (db: Reads): Promise<Idea[]> =>
  ideas(db)
    .where('idea.standing', '=', 'waiting')
    .where('idea.confirmed_at', 'is not', null)
    .where('idea.state', '<>', 'withdrawn')
    .orderBy('idea.confirmed_at')
    .orderBy('idea.number')
    .limit(queueMax)
    .execute()

/** What waits for its answer, by the day that it was promised for. */
export const ideasToAnswer = (db: Reads): Promise<Idea[]> =>
  ideas(db)
    .where('idea.standing', '=', 'shown')
    .where('idea.into_id', 'is', null)
    .where('idea.answered_at', 'is', null)
    .where('idea.state', 'in', ['received', 'considered'])
    .orderBy('idea.answer_due_on')
    .orderBy('idea.number')
    .limit(queueMax)
    .execute()

/** What everybody can see and that another could be joined with. */
export const ideasToJoin = (db: Reads): Promise<Idea[]> =>
  ideas(db)
    .where('idea.standing', '=', 'shown')
    .where('idea.into_id', 'is', null)
    .where('idea.state', '<>', 'withdrawn')
    .orderBy('idea.shown_at', 'desc')
    .limit(queueMax)
    .execute()

/** The themes that ideas can be found by. */
export const themesInUse = (db: Reads) =>
  db
    .selectFrom('theme')
    .select(['id', 'slug', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('slug')
    .execute()
