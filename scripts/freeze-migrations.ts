/**
 * `npm run freeze-migrations`: notes the checksum of every migration in migrations/checksums.json. From then on a
 * change to that migration fails the tests, as it would stop every database that has already run it.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checksumOf } from '../src/platform/migrate.ts'

const folder = join(import.meta.dirname, '..', 'migrations')
const place = join(folder, 'checksums.json')
const frozen = existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Record<string, string>) : {}

const found: Record<string, string> = {}
for (const file of globSync(join(folder, '*.sql')).sort())
  found[basename(file)] = checksumOf(readFileSync(file, 'utf8'))

const changed = Object.keys(frozen).filter((name) => found[name] !== frozen[name])
if (changed.length > 0) {
  console.error(
    `${changed.join(', ')}: changed since it was frozen. Put it back, and write a new migration instead.`,
  )
  process.exitCode = 1
} else {
  writeFileSync(place, `${JSON.stringify(found, null, 2)}\n`)
}
