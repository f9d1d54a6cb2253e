import { inLanguage } from '#platform/language.ts'
import type { Reads } from './tables.ts'

// Longer lists can't be chosen from; whoever is missing is typed, and found by the name.
const receiversMax = 300

/** Those who usually receive recommendations: committees, departments and other public bodies of the directory. */
export async function likelyReceivers(db: Reads) {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('sector', 'in', ['city', 'region'])
    .where('merged_into', 'is', null)
    .orderBy('slug')
    .limit(receiversMax)
    .execute()
  return rows.toSorted((a, b) => compare(inLanguage(a.name, 'sv'), inLanguage(b.name, 'sv')))
}

// Where a Swede looks: å, ä and ö come last.
const { compare } = new Intl.Collator('sv')

export const organisationExists = (db: Reads, id: string) =>
  db.selectFrom('organisation').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
