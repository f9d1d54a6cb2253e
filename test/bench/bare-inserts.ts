/** The least that can keep a sign-up for good: one row, one commit, on the same engine and the same disk. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

const made =
  'create table bare (id text primary key, name text not null, email text not null, said text not null)'
const row = (number: number): string[] => [
  `0190-${number}-abcdef`,
  `Person Nummer ${number}`,
  `${number}@example.org`,
  'x'.repeat(200),
]

/** Inserts per second, each durable before the next begins. */
export function bareSqlite(folder: string, seconds: number): number {
  const file = join(folder, 'bare.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  const db = new DatabaseSync(file)
  db.exec(`pragma journal_mode = wal; pragma synchronous = full; ${made}`)
  const insert = db.prepare('insert into bare values (?, ?, ?, ?)')
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < seconds * 1000) insert.run(...row((count += 1)))
  const perSecond = (count * 1000) / (performance.now() - begun)
  db.close()
  return perSecond
}

/** The same, over so many connections at once. */
export async function barePostgres(url: string, seconds: number, connections: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  await pool.query(`drop table if exists bare; ${made}`)
  const begun = performance.now()
  let count = 0
  const one = async (): Promise<void> => {
    const client = await pool.connect()
    while (performance.now() - begun < seconds * 1000) {
      const values = row((count += 1))
      await client.query({ name: 'bare', text: 'insert into bare values ($1, $2, $3, $4)', values })
    }
    client.release()
  }
  await Promise.all(Array.from({ length: connections }, one))
  const perSecond = (count * 1000) / (performance.now() - begun)
  await pool.end()
  return perSecond
}
