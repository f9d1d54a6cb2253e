import { deepEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { forEngine } from '#platform/migrate.ts'
import { projectRoot } from '#platform/root.ts'

const migration = (name: string): string =>
  forEngine(readFileSync(join(projectRoot, 'migrations', `${name}.sql`), 'utf8'), 'sqlite')

test('notes that everybody could read before there were states are published, and kept ones are drafts', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('pragma foreign_keys = off')
  database.exec(migration('0002-people') + migration('0005-forum'))
  const add = database.prepare(
    `insert into note (id, event_id, said, written_by, created_at, changed_at, published_at)
      values (?, ?, '{"sv":"Ord"}', 'bo', '2026-01-01', '2026-01-03', ?)`,
  )
  add.run('a', 'event-a', '2026-01-02')
  add.run('b', 'event-b', null)
  database.exec(migration('0014-meetings'))
  const rows = database.prepare(
    'select id, state, not_sent_because, approved_at, published_at, said from note order by id',
  )
  deepEqual(
    rows.all().map((row) => Object.values(row)),
    [
      ['a', 'published', 'written-before', '2026-01-02', '2026-01-02', '{"sv":"Ord"}'],
      ['b', 'draft', null, null, null, '{"sv":"Ord"}'],
    ],
  )
  database.close()
})
