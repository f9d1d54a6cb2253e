import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addInstallation, installation } from '#installation.sql.ts'
import type { Database } from '#platform/db.ts'
import { OperatorError } from '#platform/errors.ts'
import { migrate } from '#platform/migrate.ts'
import { freshDatabase } from '../../test/bed.ts'
import { filledYear } from '../../test/filled-year.ts'
import { removeSample } from './remove-sample.ts'

const now = '2026-11-23T14:00:00.000Z'
const dataDir = mkdtempSync(join(tmpdir(), 'malmoandan-removed-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

/** Everything that stands in a database, whatever its kind. */
const namesIn = (database: Database): Promise<unknown[]> =>
  database.alone(async ({ engine, rows }) =>
    engine === 'sqlite'
      ? rows(`select type, name from sqlite_master where name not like 'sqlite_%'`)
      : rows(`select relname as name from pg_class where relnamespace = current_schema()::regnamespace
          union all select proname from pg_proc where pronamespace = current_schema()::regnamespace`),
  )

test('nothing is left of the sample year, and the next start is a first start', async () => {
  const { database, db, close } = await filledYear(now, dataDir)
  try {
    mkdirSync(join(dataDir, 'uploads'), { recursive: true })
    writeFileSync(join(dataDir, 'uploads', 'from-elsewhere.txt'), 'kept')
    await removeSample(database, dataDir)
    assert.deepEqual(await namesIn(database), [])
    assert.deepEqual(readdirSync(join(dataDir, 'uploads')), ['from-elsewhere.txt'], 'its pictures are gone')

    await migrate(database)
    assert.equal(await installation(database.as()), undefined)
    assert.deepEqual(await db.selectFrom('goal').select('id').execute(), [])
  } finally {
    await close()
  }
})

test('what belongs to others in the same database stays', async () => {
  const { database, close } = await filledYear(now, dataDir)
  try {
    await database.alone(({ script }) => script('create table of_somebody_else (id text)'))
    await removeSample(database, dataDir)
    assert.match(JSON.stringify(await namesIn(database)), /of_somebody_else/)
  } finally {
    await close()
  }
})

test('a real installation is refused, and so is a database without any', async () => {
  const { db: database, close } = await freshDatabase()
  try {
    await assert.rejects(removeSample(database, dataDir), OperatorError)
    await addInstallation(database.as(), 'real', now)
    await assert.rejects(removeSample(database, dataDir), /real installation.*nothing was removed/)
    assert.deepEqual(await installation(database.as()), { kind: 'real' })
    assert.ok(existsSync(dataDir))
  } finally {
    await close()
  }
})
