import { decide } from '#platform/db.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { reminderDaysMax, reminderDue, reminderDays } from './late-notes.rules.ts'
import { reminderMail, type UrlOf } from './note.mail.ts'
import { addReminder, eventsWithoutMinutes, remindersOf, whoLooksAfter } from './reminders.sql.ts'

/** Reminds whoever looks after an event that nothing is written yet: after three and after seven days, once each. */
export async function remindOfNotes(db: Db, now: Instant, { url }: { url: UrlOf }): Promise<void> {
  const [after, before] = [
    plus(now, { days: -reminderDaysMax - 1 }),
    plus(now, { days: 1 - reminderDays[0] }),
  ]
  for (const event of await eventsWithoutMinutes(db, { after, before })) {
    await decide(db, 'event', event.id, async (tx) => {
      const days = reminderDue(event.ends_at, now, await remindersOf(tx, event.id))
      if (!days) return
      await addReminder(tx, event.id, days, now)
      for (const receiver of await whoLooksAfter(tx, event.id))
        await queueMail(tx, reminderMail({ event, receiver, days, url }), now)
      await record(tx, { what: 'note-reminded', by: null, about: event.id, at: now, detail: { days } })
    })
  }
}
