import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The pages of the Malmö Hour that a mail leads to; nobody mails the made-up people of the sample year. */
export const hourPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into hour_proposal_link (token_hash, proposal_id, created_at)
      select ?, id, ? from hour_proposal where state = 'waiting' limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return {
      '/presentations/:token': `/sv/presentations/${token}`,
      '/series/malmo-hour/proposed': '/sv/series/malmo-hour/proposed',
    }
  })
