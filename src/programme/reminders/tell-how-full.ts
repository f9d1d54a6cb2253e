import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, waitingCount } from '../events.sql.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { levels, levelToTell } from './fullness.rules.ts'
import { caretakersOf, eventsAsFullAs, levelsTold, noteTold } from './fullness.sql.ts'
import { howFullMail } from './how-full.mail.ts'

/** Tells those who look after an event when it is half full, nearly full and full: each once ever. */
export async function tellHowFull(db: Db, now: Instant, { url }: Pick<Letters, 'url'>): Promise<void> {
  const events = await eventsAsFullAs(db, levels[0], now)
  const told = await levelsTold(
    db,
    events.map(({ id }) => id),
  )
  for (const event of events) {
    const levelsOfEvent = told.filter(({ event_id }) => event_id === event.id).map(({ level }) => level)
    if (levelToTell(event, levelsOfEvent)) await tellOf(db, event.id, { now, url })
  }
}

/** How full it is is asked again while nobody can take a seat, since the list of events may be a moment old. */
function tellOf(db: Db, eventId: string, { now, url }: Pick<Letters, 'now' | 'url'>): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const told = (await levelsTold(tx, [eventId])).map(({ level }) => level)
    const level = levelToTell(event, told)
    if (!level || !(await noteTold(tx, eventId, level, now))) return
    const waiting = await waitingCount(tx, eventId)
    for (const caretaker of await caretakersOf(tx, eventId)) {
      const desk = url(caretaker.language, `/office/events/${eventId}`)
      await queueMail(tx, howFullMail(caretaker, { event, level, waiting, url: desk }), now)
    }
  })
}
