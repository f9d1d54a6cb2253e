import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addLink, replaceLinks, silent } from './asked.sql.ts'
import { surveyOfYear } from './survey.sql.ts'

/** In the sample year: a link of an organisation that has not answered, to try how answering is. */
export async function linkToTry(db: Db, year: number, now: Instant): Promise<string> {
  const survey = found(await surveyOfYear(db, year), 'survey')
  const [one] = await silent(db, survey.id)
  const { id } = found(one, 'organisation that has not answered')
  return decide(db, 'survey_asked', id, async (tx) => {
    const token = newToken()
    await replaceLinks(tx, id, now)
    await addLink(tx, [{ token_hash: hashOf(token), asked_id: id, created_at: now, replaced_at: null }])
    return token
  })
}
