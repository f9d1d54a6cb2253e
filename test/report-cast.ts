import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { AllTables } from '../src/tables.ts'

/** So many associations with an address, and a few of another sector. */
export async function organisations(
  database: Database,
  { associations, companies }: { associations: number; companies: number },
): Promise<void> {
  const at = '2026-01-01T08:00:00.000Z'
  const rows = Array.from({ length: associations + companies }, (_, index) => {
    const name = `Organisation ${index + 1}`
    const isCompany = index >= associations
    return {
      ...{ id: newId(), slug: `organisation-${index + 1}`, name: JSON.stringify({ sv: name }), about: '{}' },
      sector: isCompany ? ('business' as const) : ('civil-society' as const),
      kind: isCompany ? ('company' as const) : ('association' as const),
      ...{ website: null, place: null, contact_email: `post${index + 1}@example.org`, party_id: null },
      ...{ created_at: at, changed_at: at, search_text: `|organisation ${index + 1}|` },
    }
  })
  await database.as<AllTables>().insertInto('organisation').values(rows).execute()
}
