import { hashOf, newId, newToken } from '#platform/ids.ts'
import { plus, systemClock } from '#platform/time.ts'
import { inDatabase } from './in-database.ts'

/** The wall of the sample year's past forum, and what somebody promised themselves there: no page leads to them. */
export const dayPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const [wall, own, now] = [newToken(), newToken(), systemClock()]
    const shown = 'event_id from personal_commitment where shown_at is not null limit 1'
    const event = String(database.prepare(`select ${shown}`).get()?.['event_id'])
    const by = String(database.prepare('select id from person limit 1').get()?.['id'])
    database
      .prepare(
        `insert into wall_link (id, event_id, token_hash, label, made_by, created_at, until)
          values (?, ?, ?, 'Salen', ?, ?, ?)`,
      )
      .run(newId(), event, hashOf(wall), by, now, plus(now, { days: 1 }))
    const one = 'select id from personal_commitment where shown_at is not null limit 1'
    database.prepare(`update personal_commitment set token_hash = ? where id = (${one})`).run(hashOf(own))
    return {
      '/wall/:token': `/sv/wall/${wall}`,
      '/wall/:token/proposals': `/sv/wall/${wall}/proposals`,
      '/wall/:token/commitments': `/sv/wall/${wall}/commitments`,
      '/wall/:token/promise': `/sv/wall/${wall}/promise`,
      '/my-commitment/:token': `/sv/my-commitment/${own}`,
    }
  })
