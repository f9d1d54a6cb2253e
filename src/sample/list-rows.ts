import type { NetworkTables } from '#network/tables.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Staff } from './people-rows.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

type Line = NetworkTables['list_import_line']

const languagesOf: readonly (readonly string[])[] = [['sv', 'ar'], ['sv'], ['sv', 'so', 'ar'], ['sv', 'en']]
const asked = [
  { name: 'Mira Sandgren', email: 'mira.sandgren@example.org' },
  { name: 'Elias Kvist', email: 'elias.kvist@example.org' },
]
const readAs = { encoding: 'windows-1252', delimiter: ';' } as const
const undone = { undone_at: null, undone_by: null }

/** A list of what languages associations speak, which was imported; and one of contact persons that waits for a yes. */
export async function addLists(tx: Writes, year: Year, { coordinators }: Staff): Promise<void> {
  const by = found(coordinators[0], 'coordinator')
  const ids = [...year.found.organisations.values()].slice(0, languagesOf.length)
  await addImported(tx, year, by, ids)
  await addWaiting(tx, year, by, ids)
}

async function addImported(tx: Writes, year: Year, by: string, ids: readonly string[]): Promise<void> {
  const [sent, at] = [year.moment(-40, '10:20'), year.moment(-40, '10:31')]
  const id = year.id(sent)
  await tx
    .insertInto('list_import')
    .values({
      ...{ id, kind: 'organisations', state: 'waiting', file_name: 'språk-i-föreningarna.csv', ...readAs },
      ...{ judged: 'sample', sent_at: sent, sent_by: by, imported_at: null, imported_by: null, ...undone },
    })
    .execute()
  for (const [index, organisationId] of ids.entries()) {
    const languages = languagesOf[index] ?? []
    const row = await tx
      .selectFrom('organisation')
      .select(['name', 'languages', 'changed_at', 'search_text', 'sort_sv', 'sort_en', 'sort_es'])
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const { name, languages: from, ...was } = row
    await tx
      .insertInto('list_import_line')
      .values({
        ...{ id: year.id(sent), import_id: id, line: index + 2, outcome: 'change', ...notYet },
        ...{ cells: json({ organisation: { name, languages } }), organisation_id: organisationId },
        detail: json({ changes: [{ field: 'languages', from, to: languages }], was }),
      })
      .execute()
    const after = { languages: json(languages), changed_at: at }
    await tx.updateTable('organisation').set(after).where('id', '=', organisationId).execute()
  }
  const counts = { added: 0, changed: ids.length, lines: ids.length }
  const imported = { state: 'imported', imported_at: at, imported_by: by, counts: json(counts) } as const
  await tx.updateTable('list_import').set(imported).where('id', '=', id).execute()
  await tx.updateTable('list_import_line').set({ done: 'changed' }).where('import_id', '=', id).execute()
  await tx
    .insertInto('record')
    .values({
      ...{ id: year.id(at), at, what: 'list-imported', by_person: by, about: id },
      detail: json({ kind: 'organisations', ...counts }),
    })
    .execute()
}

const notYet = { choice: null, done: null, undone: null, stays_why: null } satisfies Partial<Line>

async function addWaiting(tx: Writes, year: Year, by: string, ids: readonly string[]): Promise<void> {
  const sent = year.moment(-1, '15:05')
  const id = year.id(sent)
  await tx
    .insertInto('list_import')
    .values({
      ...{ id, kind: 'contacts', state: 'waiting', file_name: 'kontaktpersoner.csv', ...readAs },
      ...{ judged: 'sample', sent_at: sent, sent_by: by, imported_at: null, imported_by: null, ...undone },
    })
    .execute()
  const names = new Map([...year.found.organisations].map(([name, organisation]) => [organisation, name]))
  for (const [index, person] of asked.entries()) {
    const organisationId = found(ids[index], 'organisation')
    const contact = {
      ...{ ...person, language: 'sv', kind: 'contact', title: null, until_day: null },
      organisation: names.get(organisationId),
    }
    await tx
      .insertInto('list_import_line')
      .values({
        ...{ id: year.id(sent), import_id: id, line: index + 2, outcome: 'new', ...notYet },
        ...{ cells: json({ contact }), organisation_id: organisationId, detail: '{}' },
      })
      .execute()
  }
}
