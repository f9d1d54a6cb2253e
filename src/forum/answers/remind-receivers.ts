import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import { reportsAmong } from '../report/report.sql.ts'
import type { Db } from '../tables.ts'
import { reminderMail } from './answer.mail.ts'
import { addressKeptDays, giverKeptDays } from './answer-link.rules.ts'
import { reminderDue } from './answer-reminders.rules.ts'
import { addReminder, addressOf, forgetAnswering, remindersOf, waitingForAnswer } from './answers.sql.ts'
import { type Letters, openLink } from './send-link.ts'

/** Reminds receivers a week before their answer is due, and twice when it is late; each with a link of its own. */
export async function remindReceivers(db: Db, { now, url }: Letters): Promise<void> {
  const today = localDate(now)
  for (const { id } of await waitingForAnswer(db, datePlus(today, 7))) {
    await decide(db, 'recommendation', id, async (tx) => {
      // Answered a moment ago, perhaps: looked at again now that nobody else decides about it.
      const asked = found(await recommendationWithId(tx, id), 'recommendation')
      const to = await addressOf(tx, id)
      const { handed_over_on, answer_due_on } = asked
      if (asked.answer_kind !== null || !to || handed_over_on === null || answer_due_on === null) return
      const when = { handedOverOn: handed_over_on, dueOn: answer_due_on }
      const kind = reminderDue(when, today, await remindersOf(tx, id))
      if (!kind) return
      await addReminder(tx, { recommendation_id: id, kind, at: now })
      const token = await openLink(tx, id, { now, madeBy: null })
      const report = (await reportsAmong(tx, [asked.event_id])).get(asked.event_id) ?? null
      await queueMail(tx, reminderMail({ asked, to, token, report, url }, kind), now)
      const detail = { number: asked.number, kind }
      await record(tx, { what: 'receiver-reminded', by: null, about: id, at: now, detail })
    })
  }
}

/** Addresses and names are kept as long as they are needed, and no longer. */
export const forgetReceivers = (db: Db, now: string): Promise<void> => {
  const today = localDate(now)
  return forgetAnswering(db, {
    answeredOn: datePlus(today, -addressKeptDays.answered),
    dueOn: datePlus(today, -addressKeptDays.unanswered),
    givenAt: plus(now, { days: -giverKeptDays }),
  })
}
