import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The page of a link by which somebody is the same person on another device: it comes by mail. */
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
    return { '/dialogue/:slug/link/:token': `/sv/dialogue/${String(dialogue?.['slug'])}/link/${token}` }
  })
