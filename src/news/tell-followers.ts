import { transact } from '#platform/db.ts'
import { type Mail, queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { makeLink, type UrlOf } from './ask-to-follow.ts'
import { announcementMail, eventMail } from './follow.mail.ts'
import type { Db, Reads, Writes } from './tables.ts'
import {
  announcementToTell,
  eventToTell,
  type Follower,
  followersToTell,
  type Happening,
  holdTelling,
  markTold,
  notYetTold,
} from './telling.sql.ts'

interface Options {
  url: UrlOf
  /** So many mails are written in one transaction; others who want to write wait no longer than that takes. */
  batchMax?: number
}

const happeningsMax = 50

/**
 * Mails every follower what was published since the last time, once and in their own language. It may be run by
 * several processes at once, and be stopped at any moment: how far it came is written together with the mails.
 */
export async function tellFollowers(db: Db, now: Instant, { url, batchMax = 200 }: Options): Promise<void> {
  for (;;) {
    const happenings = await notYetTold(db, happeningsMax)
    for (const happening of happenings) {
      while (await tellBatch(db, happening, { now, url, batchMax }));
    }
    if (happenings.length < happeningsMax) return
  }
}

type Telling = Required<Options> & { now: Instant }

/** Tells the next followers of one thing; false when nobody is left. */
function tellBatch(db: Db, happening: Happening, telling: Telling): Promise<boolean> {
  return transact(db, async (tx) => {
    const { now, batchMax } = telling
    const after = await holdTelling(tx, happening.id, now)
    if (after === undefined) return false

    const subject = await subjectOf(tx, happening, telling)
    const batch = { seriesId: subject?.seriesId ?? null, at: happening.at, after, max: batchMax }
    const followers = subject ? await followersToTell(tx, batch) : []
    for (const follower of followers) if (subject) await tell(tx, happening, { follower, subject, telling })
    const last = followers.length === batchMax ? followers.at(-1) : undefined
    await markTold(tx, happening.id, last?.id ?? null)
    return last !== undefined
  })
}

interface Subject {
  /** Whose followers are told; null for those of the news. */
  seriesId: string | null
  mail: (follower: Follower, unsubscribe: string) => Mail
}

/** What happened, as a mail; null when it isn't so any more. */
async function subjectOf(
  tx: Reads,
  { what, about }: Happening,
  { url, now }: Telling,
): Promise<Subject | null> {
  if (what === 'event-published') {
    const event = await eventToTell(tx, about, now)
    if (!event) return null
    const mail: Subject['mail'] = (one, unsubscribe) =>
      eventMail(one, event, { url: url(one.language, `/events/${event.slug}`), unsubscribe })
    return { seriesId: event.series_id, mail }
  }
  const announcement = await announcementToTell(tx, about)
  if (!announcement) return null
  const mail: Subject['mail'] = (one, unsubscribe) =>
    announcementMail(one, announcement, { url: url(one.language, `/news/${announcement.slug}`), unsubscribe })
  return { seriesId: null, mail }
}

async function tell(
  tx: Writes,
  { id }: Happening,
  { follower, subject, telling }: { follower: Follower; subject: Subject; telling: Telling },
): Promise<void> {
  const { now, url } = telling
  const { language } = follower
  const link = { subscription_id: follower.id, purpose: 'end', language, created_at: now } as const
  const unsubscribe = url(language, `/news/unsubscribe/${await makeLink(tx, link)}`)
  await queueMail(tx, { ...subject.mail(follower, unsubscribe), key: `told ${id} ${follower.id}` }, now)
}
