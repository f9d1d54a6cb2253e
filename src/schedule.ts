import {
  forgetCommitments,
  forgetHistory,
  askAboutSteps,
  forgetReceivers,
  forgetVoters,
  lookBack,
  remindOfCommitments,
  remindOfNotes,
  remindReceivers,
  showClosedMaps,
  tellOfAnswers,
  wipeSeating,
} from '#forum/index.ts'
import { forgetIdeas, tellOfIdeas } from '#ideas/index.ts'
import { forgetUnconfirmed, tellFollowers } from '#news/index.ts'
import { forgetOldSessions } from '#people/index.ts'
import {
  forgetSignatoryAskers,
  followSurveys,
  forgetPeopleOfPlans,
  forgetProposers,
  tellProposers,
  remindOfRevisions,
  settleRevisions,
} from '#plan/index.ts'
import type { Database } from '#platform/db.ts'
import { type Appointment, forgetOldJobs, type JobTables, type Work } from '#platform/jobs.ts'
import { forgetOldCounts, type LimitTables } from '#platform/limits.ts'
import { addressOf, type MailTables, wipeSentBodies } from '#platform/mail/index.ts'
import type { Settings } from '#platform/settings.ts'
import { type Instant, plus } from '#platform/time.ts'
import { planAppointments, planWorks } from './plan-schedule.ts'
import {
  certifyAll,
  countWhoMet,
  endCourseOffers,
  endHolds,
  fillSearchTexts,
  forgetApplicants,
  followLunches,
  forgetInvited,
  forgetProposals,
  forgetSignUps,
  forgetSpeakers,
  forgetVoices,
  forgetSupporters,
  type Letters,
  openCalls,
  releaseSeats,
  remindOffered,
  sendDueLetters,
  showAnswers,
  tellHowFull,
  wipeAnswers,
  wipeNeeds,
} from '#programme/index.ts'

/** What happens by the clock where people live: minute, hour, day of the month, month, day of the week. */
export const appointments: readonly Appointment[] = [
  ...planAppointments,
  { pattern: '* * * * *', kind: 'tell-followers' },
  { pattern: '*/5 * * * *', kind: 'send-due-letters' },
  { pattern: '*/5 * * * *', kind: 'tell-how-full' },
  { pattern: '*/5 * * * *', kind: 'tell-of-ideas' },
  { pattern: '* * * * *', kind: 'end-holds' },
  { pattern: '* * * * *', kind: 'follow-lunches' },
  { pattern: '* * * * *', kind: 'release-seats' },
  { pattern: '* * * * *', kind: 'open-calls' },
  { pattern: '* * * * *', kind: 'show-closed-maps' },
  { pattern: '* * * * *', kind: 'end-course-offers' },
  { pattern: '*/15 * * * *', kind: 'remind-offered' },
  { pattern: '40 8 * * *', kind: 'certify' },
  { pattern: '10 4 * * *', kind: 'show-answers' },
  { pattern: '15 3 * * *', kind: 'count-who-met' },
  { pattern: '20 3 * * *', kind: 'remember-encounters' },
  { pattern: '25 3 * * *', kind: 'fill-search-texts' },
  { pattern: '20 8 * * *', kind: 'remind-of-notes' },
  { pattern: '30 8 * * *', kind: 'remind-receivers' },
  { pattern: '10 9 * * *', kind: 'tell-of-answers' },
  { pattern: '5 9 * * *', kind: 'follow-surveys' },
  { pattern: '20 9 * * *', kind: 'tell-proposers' },
  { pattern: '42 3 * * *', kind: 'forget-receivers' },
  { pattern: '30 8 * * *', kind: 'remind-of-commitments' },
  { pattern: '5 0 * * *', kind: 'settle-revisions' },
  { pattern: '30 8 * * *', kind: 'remind-of-revisions' },
  { pattern: '30 3 * * *', kind: 'wipe-needs' },
  { pattern: '35 3 * * *', kind: 'forget-sign-ups' },
  { pattern: '37 3 * * *', kind: 'forget-applicants' },
  { pattern: '37 3 * * *', kind: 'forget-voices' },
  { pattern: '37 3 * * *', kind: 'forget-ideas' },
  { pattern: '38 3 * * *', kind: 'forget-voters' },
  { pattern: '40 3 * * *', kind: 'wipe-sent-mails' },
  { pattern: '50 3 * * *', kind: 'forget-old-things' },
]

const sentMailDays = 30
const doneJobDays = 3

/** What each kind of job does, in one line. */
export function worksOf(
  database: Database,
  settings: Pick<Settings, 'baseUrl' | 'mailFrom'>,
): Record<string, Work> {
  const url = (language: string, path: string): string => `${settings.baseUrl}/${language}${path}`
  const organizer = addressOf(settings.mailFrom)
  const letters = (now: Instant): Letters => ({ now, url, organizer })
  return {
    ...planWorks(database, url),
    'end-holds': (_payload, now) => endHolds(database.as(), letters(now)),
    'show-closed-maps': (_payload, now) => showClosedMaps(database.as(), now),
    'open-calls': (_payload, now) => openCalls(database.as(), now),
    'end-course-offers': (_payload, now) => endCourseOffers(database.as(), letters(now)),
    'remind-offered': (_payload, now) => remindOffered(database.as(), letters(now)),
    certify: (_payload, now) => certifyAll(database.as(), letters(now)),
    'release-seats': (_payload, now) => releaseSeats(database.as(), letters(now)),
    'tell-followers': (_payload, now) => tellFollowers(database.as(), now, { url }),
    'send-due-letters': (_payload, now) => sendDueLetters(database.as(), now, { url }),
    'follow-lunches': (_payload, now) => followLunches(database.as(), { now, url }),
    'show-answers': () => showAnswers(database.as()),
    'tell-how-full': (_payload, now) => tellHowFull(database.as(), now, { url }),
    'settle-revisions': (_payload, now) => settleRevisions(database.as(), { now, url }),
    'remind-of-revisions': (_payload, now) => remindOfRevisions(database.as(), { now, url }),
    'wipe-needs': async (_payload, now) => {
      await wipeNeeds(database.as(), now)
      await wipeAnswers(database.as(), now)
      await wipeSeating(database.as(), now)
    },
    'count-who-met': (_payload, now) => countWhoMet(database.as(), now),
    'remember-encounters': (_payload, now) => lookBack(database.as(), now),
    'fill-search-texts': () => fillSearchTexts(database.as()),
    'forget-sign-ups': (_payload, now) => forgetSignUps(database.as(), now),
    'forget-applicants': async (_payload, now) => {
      await forgetApplicants(database.as(), now)
    },
    'forget-voices': (_payload, now) => forgetVoices(database.as(), now),
    'tell-of-ideas': (_payload, now) => tellOfIdeas(database.as(), { now, url }),
    'forget-ideas': (_payload, now) => forgetIdeas(database.as(), now),
    'forget-voters': (_payload, now) => forgetVoters(database.as(), now),
    'remind-of-notes': (_payload, now) => remindOfNotes(database.as(), now, { url }),
    'remind-receivers': async (_payload, now) => {
      await remindReceivers(database.as(), { now, url })
      await askAboutSteps(database.as(), { now, url })
    },
    'follow-surveys': (_payload, now) => followSurveys(database.as(), { now, url }),
    'tell-of-answers': (_payload, now) => tellOfAnswers(database.as(), { now, url }),
    'tell-proposers': (_payload, now) => tellProposers(database.as(), { now, url }),
    'forget-receivers': (_payload, now) => forgetReceivers(database.as(), now),
    'remind-of-commitments': (_payload, now) => remindOfCommitments(database.as(), now),
    'wipe-sent-mails': (_payload, now) =>
      wipeSentBodies(database.as<MailTables>(), plus(now, { days: -sentMailDays })),
    'forget-old-things': async (_payload, now) => {
      await forgetOldSessions(database.as(), now)
      await forgetPeopleOfPlans(database.as(), now)
      await forgetUnconfirmed(database.as(), now)
      await forgetSignatoryAskers(database.as(), now)
      await forgetInvited(database.as(), now)
      await forgetHistory(database.as(), now)
      await forgetProposals(database.as(), now)
      await forgetSpeakers(database.as(), now)
      await forgetSupporters(database.as(), now)
      await forgetCommitments(database.as(), now)
      await forgetProposers(database.as(), now)
      await forgetOldCounts(database.as<LimitTables>(), now)
      await forgetOldJobs(database.as<JobTables>(), plus(now, { days: -doneJobDays }))
    },
  }
}
