import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { openDatabase } from './db.ts'
import { forEngine, migrate } from './migrate.ts'

let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const tell = (text: string): Promise<void> => bed.db.alone((session) => session.script(text))

test('a database that has every migration is left as it is', async () => {
  deepEqual(await migrate(bed.db), [])
})

test('a database that is newer than the program is refused, and the sentence says what to do', async () => {
  await tell("insert into migration values ('9999-from-the-future.sql', 'x', '2030-01-01T00:00:00.000Z')")
  await rejects(
    migrate(bed.db),
    /newer than this program: it holds 9999-from-the-future\.sql.*Nothing was changed/s,
  )
  await tell("delete from migration where name = '9999-from-the-future.sql'")
})

test('a migration whose text was changed after it was run is refused', async () => {
  await tell("update migration set checksum = 'x' || checksum where name = '0001-platform.sql'")
  await rejects(migrate(bed.db), /another text of 0001-platform\.sql/)
  await tell("update migration set checksum = substr(checksum, 2) where name = '0001-platform.sql'")
  deepEqual(await migrate(bed.db), [])
})

test('a migration that was merged late is still run, whatever its number', async () => {
  await tell("drop table limit_count; delete from migration where name = '0001-platform.sql'")
  // It stops at the first table that is there already, and nothing of it stays.
  await rejects(migrate(bed.db), /already exists/)
  const rows = await bed.db.alone((session) =>
    session.rows("select name from migration where name = '0001-platform.sql'"),
  )
  equal(rows.length, 0)
})

test('each engine reads its own block', () => {
  const text = 'a\n-- sqlite:\nb\n-- end\n-- postgres:\nc\n-- end\nd'
  match(forEngine(text, 'sqlite'), /a\n-- sqlite:\nb\n-- end\n\nd/)
  match(forEngine(text, 'postgres'), /a\n\n-- postgres:\nc\n-- end\nd/)
})

test('a file in a place that cannot be written to is explained', () => {
  let message = ''
  try {
    openDatabase({ file: '/dev/null/nowhere/malmoandan.sqlite' })
  } catch (error) {
    message = String(error)
  }
  match(message, /cannot be opened.*DATA_DIR/s)
})
