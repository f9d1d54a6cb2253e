import type { Reads } from './tables.ts'

// Longer lists can't be chosen from; whoever is missing is typed, and found by the name.
const receiversMax = 300

/** Those who usually receive recommendations: committees, departments and other public bodies of the directory. */
export const likelyReceivers = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('sector', 'in', ['city', 'region'])
    .orderBy('slug')
    .limit(receiversMax)
    .execute()

export const organisationExists = (db: Reads, id: string) =>
  db.selectFrom('organisation').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
