import { decide } from '#platform/db.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { newsMail } from './answer.mail.ts'
import type { Letters } from './send-link.ts'
import { addNewsLinks, answeredSince, eventsWithNews, keepTold, thoseWhoWantToHear } from './who-hears.sql.ts'

/** A forum has five or ten recommendations, and answers come one by one: nobody wants ten mails. */
const daysBetweenNews = 7
/** What was answered longer ago than this is no news; a new installation tells nobody of old answers. */
const newsDaysMax = 14

/** Tells those who were at the tables what was answered: all that came in a week in one mail, until they say stop. */
export async function tellOfAnswers(db: Db, { now, url }: Letters): Promise<void> {
  const oldest = plus(now, { days: -newsDaysMax })
  for (const event of await eventsWithNews(db, oldest)) {
    await decide(db, 'event', event.id, async (tx) => {
      const again = (await eventsWithNews(tx, oldest)).find((one) => one.id === event.id)
      if (!again) return
      if (again.told_at !== null && plus(again.told_at, { days: daysBetweenNews }) > now) return
      const since = again.told_at !== null && again.told_at > oldest ? again.told_at : oldest
      const fresh = await answeredSince(tx, event.id, since)
      const answered = (await recommendationsOf(tx, event.id)).filter((one) => fresh.has(one.id))
      const people = (await thoseWhoWantToHear(tx, event.id)).map((to) => ({ to, token: newToken() }))
      await keepTold(tx, event.id, now)
      if (people.length === 0) return
      await addNewsLinks(
        tx,
        people.map(({ to, token }) => ({
          ...{ token_hash: hashOf(token), sign_up_id: to.id, created_at: now, stopped_at: null },
        })),
      )
      await queueMails(
        tx,
        people.map(({ to, token }) => newsMail({ event, answered, to, token, url })),
        now,
      )
      const detail = { people: people.length, answers: answered.length }
      await record(tx, { what: 'answers-told', by: null, about: event.id, at: now, detail })
    })
  }
}
