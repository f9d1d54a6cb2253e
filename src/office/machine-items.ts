import { dateAndTime } from '#platform/dates.ts'
import { failedJobs } from '#platform/jobs.ts'
import { mailCounts, oldestDue } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { failedJobDaysMax, urgencyOfFailedJobs } from './jobs.rules.ts'
import {
  failedDaysMax,
  urgencyOfFailedMails,
  urgencyOfKeptMails,
  urgencyOfWaitingMails,
} from './mails.rules.ts'
import { failedMailsSince } from './mails.sql.ts'

export async function failedMailItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const { mails, since } = await failedMailsSince(db, plus(now, { days: -failedDaysMax }))
  const text = t('office.desk.mails-failed', { mails })
  return itemIf(urgencyOfFailedMails(mails), { at: since ?? now, text, path: '/office/mails?state=failed' })
}

export async function waitingMailItems({ db, t, now, hasMailServer }: Asked): Promise<DeskItem[]> {
  const since = hasMailServer ? (await oldestDue(db, now))?.since : null
  if (!since) return []
  const text = t('office.desk.mails-waiting', { since: dateAndTime(t.language, since) })
  const path = '/office/mails?state=waiting'
  return itemIf(urgencyOfWaitingMails(minutesBetween(since, now)), { at: since, text, path })
}

export async function keptMailItems({ db, t, now, hasMailServer, isSample }: Asked): Promise<DeskItem[]> {
  const kept = (await mailCounts(db)).find(({ state }) => state === 'kept')?.mails ?? 0
  const text = t('office.desk.mails-kept', { mails: kept })
  return itemIf(urgencyOfKeptMails(kept, hasMailServer, isSample), {
    at: now,
    text,
    path: '/office/mails?state=kept',
  })
}

export async function failedJobItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const since = plus(now, { days: -failedJobDaysMax })
  const failed = (await failedJobs(db)).filter((job) => (job.failed_at ?? '') > since)
  const text = t('office.desk.jobs-failed', { jobs: failed.length })
  const at = failed.at(-1)?.failed_at ?? now
  return itemIf(urgencyOfFailedJobs(failed.length), { at, text, path: '/office/jobs' })
}

const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000
