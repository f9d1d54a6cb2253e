/** A crowd that votes, and pages that are asked for while its map is drawn. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { bareSqlite } from './bare-inserts.ts'
import { faultsOf } from './pages.ts'
import { load, type Platform } from './programs.ts'
import { figure, type Row } from './table.ts'

const slug = 'lokaler-for-alla'
const connections = 64
const crowd = 3000

/** How many votes are kept each second, and how soon pages answer while the map of a crowd is drawn beside them. */
export async function votes(
  platform: Platform,
  folder: string,
  seconds: number,
  wrong: string[],
): Promise<Row[]> {
  const database = new DatabaseSync(join(folder, 'malmoandan.sqlite'))
  database.exec('pragma busy_timeout = 10000')
  const url = `${platform.url}/sv/dialogue/${slug}`
  const votesNow = (): number => Number(database.prepare('select count(*) as n from vote').get()?.['n'])
  const before = votesNow()
  const floor = bareSqlite(folder, Math.ceil(seconds / 2))
  const order = { url, connections, seconds, votes: { origin: platform.url, statements: shown(database) } }
  const cast = await load(order)
  wrong.push(...faultsOf('votes', cast, ['303']))
  if (votesNow() - before < cast.answered)
    wrong.push(`${cast.answered} votes answered, ${votesNow() - before} kept`)
  comeMany(database)
  const page = { connections, seconds: 2, headers: { 'accept-encoding': 'gzip' } }
  await untilDrawn(database)
  const voting = await load({ ...page, url })
  await untilDrawn(database)
  const home = await load({ ...page, url: `${platform.url}/sv` })
  const isDrawing = drawing(database) ? '' : ' (drawn before the end)'
  for (const one of [voting, home]) wrong.push(...faultsOf('pages beside a map', one, ['200']))
  database.close()
  const told = (one: typeof cast): string =>
    `${figure(one.perSecond)}/s, p50 ${one.p50} ms, p99 ${one.p99} ms`
  return [
    {
      what: 'votes of new people, SQLite',
      ...{ measured: told(cast), floor: `${figure(floor)}/s one by one`, share: cast.perSecond / floor },
    },
    { what: `vote page while the map of ${figure(crowd)} people is drawn`, measured: told(voting) },
    { what: `home page, the same`, measured: `${told(home)}${isDrawing}` },
  ]
}

const shown = (database: DatabaseSync): string[] =>
  database
    .prepare(
      "select statement.id from statement join dialogue on dialogue.id = dialogue_id where slug = ? and state = 'shown'",
    )
    .all(slug)
    .map((row) => String(row['id']))

/** Everybody of a crowd has voted on everything, by chance. */
function comeMany(database: DatabaseSync): void {
  database.exec('begin immediate')
  database.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${crowd})
    insert into voter (id, dialogue_id, token_hash, language, created_at)
    select 'crowd-' || i, dialogue.id, 'crowd-' || i, 'sv', dialogue.opened_at from n, dialogue where slug = '${slug}'`)
  database.exec(`insert into vote (statement_id, voter_id, vote, at)
    select statement.id, voter.id, abs(random()) % 3 - 1, statement.decided_at
    from voter join dialogue on dialogue.id = voter.dialogue_id join statement on statement.dialogue_id = dialogue.id
    where slug = '${slug}' and voter.id like 'crowd-%' and state = 'shown'`)
  database.exec('commit')
}

const drawing = (database: DatabaseSync): boolean =>
  database.prepare('select 1 from map_drawing').get() !== undefined

/** Until somebody draws a map, or twenty seconds; one more vote makes it old. */
async function untilDrawn(database: DatabaseSync): Promise<void> {
  database.exec(`update vote set vote = case vote when 1 then -1 else 1 end where rowid in (
    select rowid from vote where voter_id like 'crowd-%' limit 1)`)
  for (let waited = 0; waited < 20_000 && !drawing(database); waited += 50) await wait(50)
}
