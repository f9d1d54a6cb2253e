import type { Instant } from '#platform/time.ts'
import type { IdeaRow, NewIdea, Reads, Writes } from './tables.ts'

/** An idea as its pages show it. */
export type Idea = Awaited<ReturnType<ReturnType<typeof ideas>['execute']>>[number]

export const ideas = (db: Reads) =>
  db
    .selectFrom('idea')
    .leftJoin('theme', 'theme.id', 'idea.theme_id')
    .leftJoin('idea as head', 'head.id', 'idea.into_id')
    .leftJoin('person as assigned', 'assigned.id', 'idea.assigned_to')
    .selectAll('idea')
    .select(['theme.slug as theme_slug', 'theme.name as theme_name'])
    .select(['head.number as head_number', 'assigned.name as assigned_name'])

export const ideaWithNumber = (db: Reads, number: number): Promise<Idea | undefined> =>
  ideas(db).where('idea.number', '=', number).executeTakeFirst()

/** The idea with the number that stands in an address. */
export const ideaNumbered = async (db: Reads, text: string): Promise<Idea | undefined> =>
  /^[1-9]\d{0,8}$/.test(text) ? ideaWithNumber(db, Number(text)) : undefined

export const ideaWithId = (db: Reads, id: string): Promise<Idea | undefined> =>
  ideas(db).where('idea.id', '=', id).executeTakeFirst()

export const joinedInto = (db: Reads, id: string): Promise<Idea[]> =>
  ideas(db).where('idea.into_id', '=', id).orderBy('idea.number').execute()

export const highestNumber = async (db: Reads): Promise<number> => {
  const row = await db
    .selectFrom('idea')
    .select((eb) => eb.fn.max('number').as('highest'))
    .executeTakeFirst()
  return row?.highest ?? 0
}

export const addIdea = (db: Writes, row: NewIdea) => db.insertInto('idea').values(row).execute()

export const changeIdea = (db: Writes, id: string, change: Partial<Omit<IdeaRow, 'id'>>) =>
  db.updateTable('idea').set(change).where('id', '=', id).execute()

/** What the office has promised since when, the latest first. */
const promises = (db: Reads) =>
  db
    .selectFrom('idea_promise')
    .leftJoin('person', 'person.id', 'idea_promise.set_by')
    .select(['idea_promise.id', 'working_days', 'since', 'person.name as by'])
    .orderBy('since', 'desc')
    .orderBy('idea_promise.id', 'desc')
    .execute()

/** Within how many working days whatever is confirmed now is answered. */
export const promisedDays = async (db: Reads): Promise<number> => (await promises(db))[0]?.working_days ?? 10

export const addPromise = (
  db: Writes,
  row: { id: string; working_days: number; since: Instant; set_by: string },
) => db.insertInto('idea_promise').values(row).execute()

/** The file of an idea, for those who may have it. */
export const fileOfIdea = (db: Reads, id: string) =>
  db
    .selectFrom('idea')
    .innerJoin('stored_file', 'stored_file.id', 'idea.file_id')
    .select(['stored_file.checksum', 'stored_file.name', 'stored_file.content_type', 'stored_file.bytes'])
    .where('idea.id', '=', id)
    .executeTakeFirst()
