import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../test/bed.ts'
import { loadContent } from './first-start.ts'
import type { AllTables } from './tables.ts'

test('two processes that start at the same instant on an empty database fill it once', async () => {
  const { db: database, folder, close } = await freshDatabase()
  const settings = { baseUrl: 'http://localhost:3000', dataDir: folder }
  const start = () =>
    loadContent(database, { kind: 'real', settings, clock: () => '2026-11-23T14:00:00.000Z' })
  await Promise.all([start(), start()])
  const { parties } = await database
    .as<AllTables>()
    .selectFrom('party')
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .executeTakeFirstOrThrow()
  equal(parties, 2)
  await close()
})
