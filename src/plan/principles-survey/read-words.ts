import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { type ReadRefusal, refusalToRead, surveyState } from './survey.rules.ts'
import { surveyOfYear } from './survey.sql.ts'

export const ReadForm = z.object({ key: z.string(), quoted: optionalParagraphs(2000) })
type ReadForm = z.output<typeof ReadForm>

/** A coordinator has read what somebody wrote, and says what may be quoted of it; names are taken out first. */
export async function readWords(
  db: Db,
  by: Member,
  { year, key, quoted }: ReadForm & { year: number },
  now: Instant,
): Promise<ReadRefusal | null> {
  const survey = found(await surveyOfYear(db, year), 'survey')
  return decide(db, 'survey', survey.id, async (tx) => {
    const refusal = refusalToRead(surveyState(survey, localDate(now)))
    if (refusal) return refusal
    found((await markRead(tx, { surveyId: survey.id, key, quoted, by: by.id, now })) > 0n || null, 'words')
    const what = quoted === null ? 'survey-words-read' : 'survey-words-quoted'
    await record(tx, { what, by: by.id, about: survey.id, at: now, detail: { year } })
    return null
  })
}

interface Read {
  surveyId: string
  key: string
  quoted: string | null
  by: string
  now: Instant
}

async function markRead(db: Writes, { surveyId, key, quoted, by, now }: Read): Promise<bigint> {
  const { numUpdatedRows } = await db
    .updateTable('survey_words')
    .set({ read_at: now, read_by: by, quoted })
    .where('key', '=', key)
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
  return numUpdatedRows
}
