import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { goesThroughWithout } from '../../../test/without-guard.ts'

const at = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase
let by: string

before(async () => {
  bed = await freshDatabase()
  by = (await aMember(bed.db, 'Bo', 'city')).id
})
after(() => bed.close())

const run = (query: string) => sql.raw(query).execute(bed.db.as())
const refused = (query: string, words: RegExp) => rejects(() => run(query), words)

/** By this guard, and by nothing else. */
async function refusedBy(guard: keyof typeof guards, query: string, words: RegExp): Promise<void> {
  await refused(query, words)
  const [table, postgres] = guards[guard]
  await goesThroughWithout(bed, { table, sqlite: guard, postgres }, query)
}

const guards = {
  list_import_in_order: ['list_import', 'keep_list_import'],
  list_import_begins: ['list_import', 'keep_list_import'],
  list_import_whole: ['list_import', 'keep_list_import'],
  list_import_stays: ['list_import', 'keep_list_import'],
  list_import_line_done: ['list_import_line', 'keep_list_import_line'],
} as const

const listed = (id: string, state = 'waiting') =>
  'insert into list_import (id, kind, state, file_name, encoding, delimiter, judged, sent_at, sent_by) ' +
  `values ('${id}', 'organisations', '${state}', 'a.csv', 'utf-8', ';', 'x', '${at}', '${by}')`

async function aList(...outcomes: string[]): Promise<string> {
  const id = newId()
  await run(listed(id))
  for (const [index, outcome] of outcomes.entries())
    await run(
      'insert into list_import_line (id, import_id, line, outcome) ' +
        `values ('${newId()}', '${id}', ${index + 2}, '${outcome}')`,
    )
  return id
}

const imported = (id: string) =>
  `update list_import set state = 'imported', imported_at = '${at}', imported_by = '${by}' where id = '${id}'`
const undone = (id: string) =>
  `update list_import set state = 'undone', undone_at = '${at}', undone_by = '${by}' where id = '${id}'`

test('a list is looked at, imported once, and taken back once', async () => {
  await refusedBy(
    'list_import_begins',
    listed(newId(), 'imported')
      .replace('sent_by)', 'sent_by, imported_at, imported_by)')
      .replace(/\)$/, `, '${at}', '${by}')`),
    /looked at before/,
  )
  const id = await aList('new')
  await refused(undone(id), /imported once|list_(imported|undone)_whole/)
  await refused(`update list_import set state = 'imported' where id = '${id}'`, /list_imported_whole/)
  await run(imported(id))
  await refusedBy(
    'list_import_in_order',
    `update list_import set state = 'waiting', imported_at = null, imported_by = null where id = '${id}'`,
    /imported once/,
  )
  await run(`delete from list_import_line where import_id = '${id}'`)
  await refusedBy('list_import_stays', `delete from list_import where id = '${id}'`, /stays written down/)
  await run(undone(id))
  await refused(
    `update list_import set state = 'imported', undone_at = null, undone_by = null where id = '${id}'`,
    /taken back once/,
  )
  const waiting = await aList('new')
  await run(`delete from list_import where id = '${waiting}'`)
})

test('a list is imported whole or not at all', async () => {
  await refusedBy('list_import_whole', imported(await aList('new', 'unreadable')), /whole or not at all/)
  const alike = await aList('new', 'alike')
  await refusedBy('list_import_whole', imported(alike), /whole or not at all/)
  await run(`update list_import_line set choice = 'new' where import_id = '${alike}' and outcome = 'alike'`)
  await run(imported(alike))
})

test('a line is done when its list is, and stays with a reason', async () => {
  const id = await aList('new')
  const set = (what: string) => `update list_import_line set ${what} where import_id = '${id}'`
  await refusedBy('list_import_line_done', set(`done = 'added'`), /done when its list is/)
  await refused(set(`choice = 'new'`), /line_chosen_where_asked/)
  await run(imported(id))
  await run(set(`done = 'added'`))
  await refusedBy('list_import_line_done', set(`undone = 'taken-back'`), /done when its list is/)
  await run(undone(id))
  await refused(set(`undone = 'stays'`), /line_stays_with_a_reason/)
  await run(set(`undone = 'stays', stays_why = 'used'`))
  await refused(
    `insert into list_import_line (id, import_id, line, outcome) values ('${newId()}', '${id}', 2, 'new')`,
    /unique|duplicate/i,
  )
})
