import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newUntimedId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import { answerKeys, renameAnswer, renameWords, wipeAsked, wordKeys } from './asked.sql.ts'
import { keptDaysAfterClosing } from './survey.rules.ts'
import { askedCounts, changeSurvey, surveys, surveyWithId } from './survey.sql.ts'

/** The night after its last day a survey is closed: from then on the database takes no answer either. */
export async function closeSurveys(db: Db, now: Instant): Promise<void> {
  const today = localDate(now)
  for (const { id, closed_at, closes_on } of await surveys(db)) {
    if (closed_at !== null || today <= closes_on) continue
    await decide(db, 'survey', id, async (tx) => {
      const { year, closed_at: already } = found(await surveyWithId(tx, id), 'survey')
      if (already !== null) return
      await changeSurvey(tx, id, { closed_at: now })
      const { asked, answered } = await askedCounts(tx, id)
      const detail = { year, asked, answered }
      await record(tx, { what: 'survey-closed', by: null, about: id, at: now, detail })
    })
  }
}

/** A month after closing nobody needs the links and addresses, or has to be known as having been asked. */
export async function forgetAsked(db: Db, now: Instant): Promise<void> {
  const before = plus(now, { days: -keptDaysAfterClosing })
  for (const { id, closed_at, wiped_at } of await surveys(db)) {
    if (closed_at === null || wiped_at !== null || closed_at > before) continue
    await decide(db, 'survey', id, (tx) => forgetIn(tx, id, now))
  }
}

async function forgetIn(tx: Reads & Writes, id: string, now: Instant): Promise<void> {
  await wipeAsked(tx, id)
  for (const { key } of await answerKeys(tx, id)) await renameAnswer(tx, key, newUntimedId())
  for (const { key } of await wordKeys(tx, id)) await renameWords(tx, key, newUntimedId())
  await changeSurvey(tx, id, { wiped_at: now })
  await record(tx, { what: 'survey-wiped', by: null, about: id, at: now })
}
