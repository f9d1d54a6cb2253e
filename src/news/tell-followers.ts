import { transact } from '#platform/db.ts'
import { type Mail, queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { courseToTell, eventWithId, followerLink } from '#programme/index.ts'
import { makeLink, type UrlOf } from './ask-to-follow.ts'
import { announcementMail, courseMail, eventMail } from './follow.mail.ts'
import type { Db, Writes } from './tables.ts'
import {
  announcementToTell,
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

    const subject = await subjectOf(tx, happening, now)
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
  /** The path that a follower is led to; null for one who is not told. */
  pathFor: (follower: Follower) => Promise<string | null>
  mail: (follower: Follower, addresses: { url: string; unsubscribe: string }) => Mail
}

/** What happened, as a mail; null when it isn't so any more. */
async function subjectOf(tx: Writes, { what, about }: Happening, now: Instant): Promise<Subject | null> {
  if (what === 'event-published') {
    const event = await eventWithId(tx, about)
    // Nobody is told of what was cancelled, or can't be signed up for any more.
    if (!event?.published_at || event.cancelled_at || event.sign_up_closes_at <= now) return null
    return {
      seriesId: event.series_id,
      pathFor: (follower) => followerLink(tx, follower, { event, now }),
      mail: (follower, addresses) => eventMail(follower, event, addresses),
    }
  }
  if (what === 'course-opened') {
    const course = await courseToTell(tx, about)
    // Nobody is told of a call that is over.
    if (!course?.published_at || course.closes_at <= now) return null
    return {
      seriesId: course.series_id,
      pathFor: () => Promise.resolve(`/courses/${course.slug}`),
      mail: (follower, addresses) => courseMail(follower, course, addresses),
    }
  }
  const announcement = await announcementToTell(tx, about)
  if (!announcement) return null
  return {
    seriesId: null,
    pathFor: () => Promise.resolve(`/news/${announcement.slug}`),
    mail: (follower, addresses) => announcementMail(follower, announcement, addresses),
  }
}

async function tell(
  tx: Writes,
  { id }: Happening,
  { follower, subject, telling }: { follower: Follower; subject: Subject; telling: Telling },
): Promise<void> {
  const { now, url } = telling
  const { language } = follower
  const path = await subject.pathFor(follower)
  if (path === null) return
  const link = { subscription_id: follower.id, purpose: 'end', language, created_at: now } as const
  const unsubscribe = url(language, `/news/unsubscribe/${await makeLink(tx, link)}`)
  const mail = subject.mail(follower, { url: url(language, path), unsubscribe })
  await queueMail(tx, { ...mail, key: `told ${id} ${follower.id}` }, now)
}
