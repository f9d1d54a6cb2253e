import { forgetThreadFollowers, tellOfThreads } from '#thread/index.ts'
import { draftAnnouncement } from '#news/index.ts'
import { tellDuties } from '#office/index.ts'
import { forgetMembers, forgetNominations, settleQuestions, tellMembers, tellOwners } from '#plan/index.ts'
import type { Database } from '#platform/db.ts'
import type { Appointment, Work } from '#platform/jobs.ts'

/** What happens by the clock with the plan and those who steer it. */
export const planAppointments: readonly Appointment[] = [
  { pattern: '0 9 * * *', kind: 'tell-members' },
  { pattern: '*/5 * * * *', kind: 'tell-owners' },
  { pattern: '40 7 1-14 * *', kind: 'tell-duties' },
  { pattern: '7 0 * * *', kind: 'settle-questions' },
  { pattern: '44 3 * * *', kind: 'forget-nominations' },
  { pattern: '40 9 * * *', kind: 'tell-of-threads' },
  { pattern: '46 3 * * *', kind: 'forget-thread-followers' },
]

/** What each of these does. */
export const planWorks = (
  database: Database,
  url: (language: string, path: string) => string,
): Record<string, Work> => ({
  'tell-members': (_payload, now) => tellMembers(database.as(), { now, url }),
  'tell-owners': async (_payload, now) => {
    await tellOwners(database.as(), {
      ...{ now, url },
      announce: (draft, words) => draftAnnouncement(database.as(), draft, words),
    })
  },
  'tell-duties': (_payload, now) => tellDuties(database.as(), { now, url }),
  'settle-questions': (_payload, now) => settleQuestions(database.as(), { now, url }),
  'tell-of-threads': (_payload, now) => tellOfThreads(database.as(), { now, url }),
  'forget-thread-followers': (_payload, now) => forgetThreadFollowers(database.as(), now),
  'forget-nominations': async (_payload, now) => {
    await forgetNominations(database.as(), now)
    await forgetMembers(database.as(), now)
  },
})
