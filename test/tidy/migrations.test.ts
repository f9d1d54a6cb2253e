import { deepEqual, ok } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checksumOf, forEngine } from '#platform/migrate.ts'
import { files, root, textOf } from './read.ts'

const names = files('migrations/*.sql').map((file) => file.replace('migrations/', ''))

/** What is wrong with the names of the migrations: 0001-first.sql, 0002-second.sql and so on. */
function nameFaults(all: readonly string[]): string[] {
  return all.filter((name, index) => {
    const [, number = ''] = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.exec(name) ?? []
    return Number(number) !== index + 1
  })
}

test('migrations are numbered without gaps', () => {
  ok(names.length > 0)
  deepEqual(nameFaults(names), [])
})

test('no migration has changed since it was frozen, and all are frozen (npm run freeze-migrations)', () => {
  const place = 'migrations/checksums.json'
  ok(existsSync(join(root, place)), `${place} is missing: npm run freeze-migrations`)
  const found = Object.fromEntries(names.map((name) => [name, checksumOf(textOf(`migrations/${name}`))]))
  deepEqual(found, JSON.parse(textOf(place)))
})

test('every block for one engine has an end', () => {
  for (const name of names) {
    const text = textOf(`migrations/${name}`)
    for (const engine of ['sqlite', 'postgres'] as const) {
      const other = engine === 'sqlite' ? 'postgres' : 'sqlite'
      ok(!forEngine(text, engine).includes(`-- ${other}:`), `${name}: a block for ${other} does not end`)
    }
  }
})

test('the check itself finds gaps, twins and odd names', () => {
  deepEqual(nameFaults(['0001-a.sql', '0002-b-c.sql']), [])
  deepEqual(nameFaults(['0001-a.sql', '0003-b.sql']), ['0003-b.sql'])
  deepEqual(nameFaults(['0001-a.sql', '0001-b.sql']), ['0001-b.sql'])
  deepEqual(nameFaults(['0001-A.sql', '2-b.sql']), ['0001-A.sql', '2-b.sql'])
})
