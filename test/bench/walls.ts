/** A room of 300 that looks at the wall on their phones while the tables write. */
import { request } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { plus, systemClock } from '#platform/time.ts'
import { type Platform, usage } from './programs.ts'
import { figure, type Row } from './table.ts'

const room = 300
const delayMsMax = 1500

/** How soon a card that was written is on every phone, and what it costs the process that they all listen. */
export async function walls(
  platform: Platform,
  file: string,
  cards: number,
  wrong: string[],
): Promise<Row[]> {
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  const wall = wallIn(database)
  const before = usage(platform.pid)
  const listeners = await Promise.all(
    Array.from({ length: room }, () => listen(`${platform.url}/sv/wall/${wall.token}/stream?view=proposals`)),
  )
  await wait(2000)
  const during = usage(platform.pid)
  const delays: number[] = []
  for (let card = 0; card < cards; card += 1) {
    const words = wall.write()
    const at = performance.now()
    const heard = await Promise.all(listeners.map((one) => one.heard(words)))
    delays.push(...heard.map((when) => when - at))
    await wait(317)
  }
  const [idle, span] = [usage(platform.pid).cpuMs, 5000]
  await wait(span)
  const busy = ((usage(platform.pid).cpuMs - idle) / span) * 100
  for (const one of listeners) one.leave()
  database.close()
  const sorted = delays.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  if (at(1) > delayMsMax) wrong.push(`a card took ${figure(at(1))} ms to the last of ${room}`)
  return [
    {
      what: `a new card, to ${room} who look (median, last)`,
      measured: `${figure(at(0.5))} ms, ${figure(at(1))} ms`,
      goal: `last < ${figure(delayMsMax)} ms`,
    },
    {
      what: `${room} who look, memory and processor at rest`,
      measured: `${figure(during.megabytes - before.megabytes)} MB, ${figure(busy)} %`,
      goal: '< 50 MB, < 5 %',
    },
  ]
}

/** The wall of some event, with a table that writes. */
function wallIn(database: DatabaseSync): { token: string; write: () => string } {
  const event = database.prepare('select id from event where published_at is not null limit 1').get()?.['id']
  const person = database.prepare('select id from person limit 1').get()?.['id']
  const [token, table, now] = [newToken(), newId(), systemClock()]
  const link =
    'insert into wall_link (id, event_id, token_hash, label, made_by, created_at, until) values (?, ?, ?, ?, ?, ?, ?)'
  const [eventId, by] = [String(event), String(person)]
  database.prepare(link).run(newId(), eventId, hashOf(token), 'bench', by, now, plus(now, { days: 1 }))
  database
    .prepare('insert into forum_table (id, event_id, number, seats) values (?, ?, 90, 6)')
    .run(table, eventId)
  const card = database.prepare(`insert into note_card
    (id, event_id, table_id, round, kind, words, language, created_at, changed_at) values (?, ?, ?, 1, 'proposal', ?, 'sv', ?, ?)`)
  return {
    token,
    write() {
      const words = `Kort ${newId()}`
      const at = systemClock()
      card.run(newId(), eventId, table, words, at, at)
      return words
    },
  }
}

/** A phone that listens. */
function listen(url: string): Promise<{ heard: (words: string) => Promise<number>; leave: () => void }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof listen>>>()
  const asked = request(url, { agent: false, headers: { accept: 'text/event-stream' } }, (response) => {
    let said = ''
    let waiting: { words: string; resolve: (when: number) => void } | undefined
    response.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!waiting || !said.includes(waiting.words)) return
      waiting.resolve(performance.now())
      waiting = undefined
      said = ''
    })
    resolve({
      heard: (words) =>
        new Promise((when) => {
          if (said.includes(words)) when(performance.now())
          else waiting = { words, resolve: when }
        }),
      leave: () => void asked.destroy(),
    })
  })
  asked.on('error', (error) => reject(error))
  asked.end()
  return promise
}
