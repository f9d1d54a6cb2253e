import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The pages of pledges that a form or a mail leads to. */
export const partnerPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into pledge_link (token_hash, pledge_id, created_at)
      select ?, id, ? from pledge where state = 'agreed' order by number limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return {
      '/partners/pledges/:token': `/sv/partners/pledges/${token}`,
      '/partners/pledge/sent': '/sv/partners/pledge/sent',
    }
  })
