import type { Database } from '#platform/db.ts'
import { messageOf } from '#platform/errors.ts'
import { addAppointments, doJobs, type JobTables } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import { type MailTables, postTo, sendMails } from '#platform/mail/index.ts'
import type { Settings } from '#platform/settings.ts'
import type { Clock } from '#platform/time.ts'
import { appointments, worksOf } from './schedule.ts'

interface Options {
  database: Database
  settings: Settings
  clock: Clock
  log: Log
}

const roundMs = 1000

/**
 * Once a second, again and again: what the clock says is due becomes jobs, jobs are done, mails are sent. Everything
 * to do is in the database, so nothing is lost when the process ends, and several processes can share the work.
 */
export function beginRounds({ database, settings, clock, log }: Options): { stop: () => Promise<void> } {
  const post = settings.smtpUrl ? postTo(settings.smtpUrl) : undefined
  const mail = { db: database.as<MailTables>(), post, from: settings.mailFrom, clock, log }
  const jobs = database.as<JobTables>()
  const works = worksOf(database, settings)
  let since = clock()
  let stopped = false
  let wake = (): void => undefined

  async function round(): Promise<void> {
    const now = clock()
    await addAppointments(jobs, appointments, since, now)
    since = now
    await doJobs(jobs, works, clock, log)
    await sendMails(mail)
  }

  async function again(): Promise<void> {
    while (!stopped) {
      try {
        await round()
      } catch (error) {
        // The database may be away for a moment; the next round finds everything still to do.
        log.error({ error: messageOf(error) }, 'a round failed')
      }
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, roundMs)
      })
    }
    post?.close()
  }

  const ended = again()
  return {
    stop() {
      stopped = true
      wake()
      return ended
    },
  }
}
