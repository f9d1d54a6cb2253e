import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The pages of questions that a form or a mail leads to. */
export const inboxPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into contact_link (token_hash, question_id, created_at)
      select ?, id, ? from contact_question where answered_at is not null order by number limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return { '/contact/mine/:token': `/sv/contact/mine/${token}`, '/contact/sent': '/sv/contact/sent' }
  })
