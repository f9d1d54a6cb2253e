import { hashOf, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The pages of ideas that a form or a mail leads to. */
export const ideaPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into idea_link (token_hash, voice_id, created_at)
      select ?, idea_voice.id, ? from idea_voice join idea on idea.id = idea_id
      where kind = 'author' and standing = 'shown' and into_id is null order by idea.number limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    const shown = database.prepare("select number from idea where standing = 'shown' order by number limit 1")
    const number = String(shown.get()?.['number'])
    return {
      '/ideas/mine/:token': `/sv/ideas/mine/${token}`,
      '/ideas/sent': '/sv/ideas/sent?kind=idea&held=personal-number',
      '/ideas/:number/reported': `/sv/ideas/${number}/reported`,
    }
  })
