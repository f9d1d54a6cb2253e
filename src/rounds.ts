import { setTimeout as wait } from 'node:timers/promises'
import { drawDueMaps } from '#forum/index.ts'
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

// Whoever has signed up has the mail before she has put down the phone; to look costs a quarter of a millisecond.
const roundMs = 250
// How soon after a vote somebody looks whether a map is due.
const mapRoundMs = 3000
// A mail server that is away is asked again soon, and then ever more seldom.
const [restMsMin, restMsMax] = [2000, 60_000]
// Whatever is being sent is sent to the end, unless the server keeps us waiting.
const lastMailMsMax = 5000

/**
 * Four times a second, again and again: what the clock says is due becomes jobs, and jobs are done; beside that, mails
 * are sent and opinion maps drawn, so that a mail server or a map which keeps us waiting keeps nothing else waiting.
 * Everything to do is in the database, so nothing is lost when the process ends, and several processes can share the
 * work.
 */
export function beginRounds({ database, settings, clock, log }: Options): { stop: () => Promise<void> } {
  const post = settings.smtpUrl ? postTo(settings.smtpUrl) : undefined
  const jobs = database.as<JobTables>()
  const works = worksOf(database, settings)
  let since = clock()
  const end = new AbortController()
  const isStopping = (): boolean => end.signal.aborted
  const mail = { db: database.as<MailTables>(), post, from: settings.mailFrom, clock, log, isStopping }

  async function doWhatIsDue(): Promise<number> {
    const now = clock()
    await addAppointments(jobs, appointments, since, now)
    since = now
    await doJobs(jobs, works, clock, log)
    return roundMs
  }

  let restMs = roundMs
  async function sendWhatIsDue(): Promise<number> {
    const { isServerAway } = await sendMails(mail)
    restMs = isServerAway ? Math.min(Math.max(restMs * 2, restMsMin), restMsMax) : roundMs
    return restMs
  }

  async function drawWhatIsDue(): Promise<number> {
    await drawDueMaps({ database, clock, log, signal: end.signal })
    return mapRoundMs
  }

  /** Does it again and again; it says how long to pause. */
  async function again(round: () => Promise<number>): Promise<void> {
    while (!isStopping()) {
      const pauseMs = await round().catch((error: unknown) => {
        // The database may be away for a moment; the next round finds everything still to do.
        log.error({ error: messageOf(error) }, 'a round failed')
        return roundMs
      })
      // Whoever ends the process ends the pause.
      await wait(pauseMs, undefined, { signal: end.signal }).catch(() => undefined)
    }
  }

  const ended = Promise.all([again(doWhatIsDue), again(sendWhatIsDue), again(drawWhatIsDue)])
  return {
    async stop() {
      end.abort()
      const patience = setTimeout(() => post?.close(), lastMailMsMax)
      await ended
      clearTimeout(patience)
      post?.close()
    },
  }
}
