/** `npm run bench`: how fast the built program is, beside the least that could do the same, in the same run. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { postgres } from '../postgres.ts'
import { barePostgres, bareSqlite } from './bare-inserts.ts'
import { firstVisits } from './first-visit.ts'
import { opinionMaps } from './opinion-map.ts'
import { memberPages, publicPages } from './pages.ts'
import { platform, usage } from './programs.ts'
import { signUps } from './sign-ups.ts'
import { starts, withFolder } from './starts.ts'
import { figure, type Row, table } from './table.ts'
import { votes } from './votes.ts'
import { walls } from './walls.ts'

const { quick: isQuick, only } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
}).values
const seconds = isQuick ? 4 : 8
const times = isQuick ? 1 : 3
const minutesMax = 6

/** What is not as it must be, however fast it is. */
const wrong: string[] = []

const say = (line: string): void => void process.stderr.write(`${line} …\n`)

const resident = ({ pid }: { pid: number }, when: string, goal?: string): Row => {
  const row = { what: `resident after ${when}`, measured: `${figure(usage(pid).megabytes)} MB` }
  return goal ? { ...row, goal } : row
}

/** The sample year on SQLite: pages, the first visit, and what the process holds after all that. */
async function sampleYear(): Promise<Row[]> {
  return withFolder(async (folder) => {
    // The year is filled by one process and visited in the next, as on every day but the first.
    await (await platform({ kind: 'sample', folder })).stop()
    const running = await platform({ kind: 'sample', folder })
    say('first visits')
    const visits = await firstVisits(running, times, wrong)
    say('public pages')
    const pages = await publicPages(running, seconds, wrong)
    const afterPages = resident(running, 'the public pages', '< 150 MB')
    say('pages for members')
    const members = await memberPages(running, Math.ceil(seconds / 2), wrong)
    const afterAll = resident(running, 'all pages')
    await running.stop()
    return [...pages, ...members, afterPages, afterAll, ...visits]
  })
}

async function onSqlite(): Promise<Row[]> {
  return withFolder(async (folder) => {
    say('sign-ups on SQLite')
    const running = await platform({ kind: 'real', folder })
    const place = { file: join(folder, 'malmoandan.sqlite') }
    const bare = (length: number): number => bareSqlite(folder, length)
    const row = await signUps({ platform: running, place, engine: 'SQLite', seconds, bare, wrong })
    return [{ ...row, goal: '≥ 1 000/s, ≥ 40 %' }]
  })
}

async function onPostgres(): Promise<Row[]> {
  const server = await postgres({ isDurable: true })
  try {
    return await withFolder(async (folder) => {
      say('sign-ups on PostgreSQL')
      const running = await platform({ kind: 'real', folder, databaseUrl: server.url })
      const place = { url: server.url }
      const bare = (length: number): Promise<number> => barePostgres(server.url, length, 1)
      const row = await signUps({ platform: running, place, engine: 'PostgreSQL', seconds, bare, wrong })
      const many = await barePostgres(server.url, Math.ceil(seconds / 4), 12)
      return [{ ...row, floor: `${row.floor}, ${figure(many)}/s over 12`, goal: '≥ 400/s, ≥ 40 %' }]
    })
  } finally {
    await server.stop()
  }
}

/** A room that looks at the wall of a sample forum. */
const atTheWall = (): Promise<Row[]> =>
  withFolder(async (folder) => {
    say('a room of 300 at the wall')
    const running = await platform({ kind: 'sample', folder })
    const rows = await walls(running, join(folder, 'malmoandan.sqlite'), isQuick ? 5 : 15, wrong)
    await running.stop()
    return rows
  })

/** A crowd that votes before a forum. */
const dialogue = (): Promise<Row[]> =>
  withFolder(async (folder) => {
    say('votes, and pages beside a map that is drawn')
    const running = await platform({ kind: 'sample', folder })
    const rows = await votes(running, folder, isQuick ? 2 : 6, wrong)
    await running.stop()
    return rows
  })

/** By the word that `--only` chooses them with. */
const parts: readonly [name: string, measure: () => Promise<Row[]>][] = [
  ['starts', () => starts(times)],
  ['opinion map', () => opinionMaps(times, wrong)],
  ['pages', sampleYear],
  ['wall', atTheWall],
  ['dialogue', dialogue],
  ['sign-ups, sqlite', onSqlite],
  ['sign-ups, postgres', onPostgres],
]

async function main(): Promise<void> {
  const patience = setTimeout(() => {
    process.stderr.write(`The bench took longer than ${minutesMax} minutes and was ended.\n`)
    process.exit(1)
  }, minutesMax * 60_000)
  if (spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' }).status !== 0) process.exit(1)
  const rows: Row[] = []
  for (const [name, measure] of parts) if (name.includes(only)) rows.push(...(await measure()))
  clearTimeout(patience)
  process.stdout.write(`\n${table(rows)}\n\n`)
  for (const fault of wrong) process.stdout.write(`WRONG: ${fault}\n`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

await main()
