import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** What is linked to once somebody has voted; and the link, sent by mail, that makes them the same person elsewhere. */
export const dialoguePages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const open = 'select id, slug from dialogue where closes_at > ? and opened_at is not null limit 1'
    const now = new Date().toISOString()
    const dialogue = database.prepare(open).get(now)
    const voter = 'select id from voter where dialogue_id = ? limit 1'
    database
      .prepare(
        `insert into voter_link (token_hash, voter_id, email, created_at) values (?, (${voter}), 'nora@example.org', ?)`,
      )
      .run(hashOf(token), String(dialogue?.['id']), now)
    const path = `/sv/dialogue/${String(dialogue?.['slug'])}`
    return {
      '/dialogue/:slug/votes': `${path}/votes`,
      '/dialogue/:slug/write': `${path}/write`,
      '/dialogue/:slug/you': `${path}/you`,
      '/dialogue/:slug/link/:token': `${path}/link/${token}`,
    }
  })
