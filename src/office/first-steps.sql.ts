import type { Reads } from './tables.ts'

/** The first goal that nobody has adopted yet. */
export const goalToAdopt = (db: Reads) =>
  db.selectFrom('goal').select('number').where('adopted_at', 'is', null).orderBy('number').executeTakeFirst()

/** Any event at all, drafts too. */
export const anyEvent = (db: Reads) => db.selectFrom('event').select('id').limit(1).executeTakeFirst()

/** The text of the contact page in every language. */
export const contactPage = (db: Reads) =>
  db.selectFrom('page').select('body').where('key', '=', 'contact').executeTakeFirst()
