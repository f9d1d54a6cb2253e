import {
  askAboutSteps,
  lookBack,
  remindOfCommitments,
  remindOfNotes,
  remindReceivers,
  showClosedMaps,
  tellOfAnswers,
} from '#forum/index.ts'
import { tellOfIdeas } from '#ideas/index.ts'
import { askWhetherAlive, drawNetwork, followNeedsOffers, tellOfTerms } from '#network/index.ts'
import { tellFollowers } from '#news/index.ts'
import { followSurveys, tellProposers, remindOfRevisions, settleRevisions } from '#plan/index.ts'
import type { Database } from '#platform/db.ts'
import type { Appointment, Work } from '#platform/jobs.ts'
import { addressOf } from '#platform/mail/index.ts'
import type { Settings } from '#platform/settings.ts'
import type { Instant } from '#platform/time.ts'
import { forgetAppointments, forgetWorks } from './forget-schedule.ts'
import { planAppointments, planWorks } from './plan-schedule.ts'
import {
  certifyAll,
  countWhoMet,
  endCourseOffers,
  endHolds,
  fillSearchTexts,
  followLunches,
  type Letters,
  openCalls,
  releaseSeats,
  remindOffered,
  sendDueLetters,
  showAnswers,
  tellHowFull,
} from '#programme/index.ts'

/** What happens by the clock where people live: minute, hour, day of the month, month, day of the week. */
export const appointments: readonly Appointment[] = [
  ...planAppointments,
  ...forgetAppointments,
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
  { pattern: '15 8 * * *', kind: 'follow-needs-offers' },
  { pattern: '5 9 * * *', kind: 'follow-surveys' },
  { pattern: '20 9 * * *', kind: 'tell-proposers' },
  { pattern: '30 8 * * *', kind: 'remind-of-commitments' },
  { pattern: '5 0 * * *', kind: 'settle-revisions' },
  { pattern: '30 8 * * *', kind: 'remind-of-revisions' },
  { pattern: '50 9 * * *', kind: 'ask-whether-alive' },
  { pattern: '55 9 * * *', kind: 'tell-of-terms' },
  { pattern: '* * * * *', kind: 'draw-network' },
]

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
    ...forgetWorks(database),
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
    'follow-needs-offers': (_payload, now) => followNeedsOffers(database.as(), { now, url }),
    'show-answers': () => showAnswers(database.as()),
    'tell-how-full': (_payload, now) => tellHowFull(database.as(), now, { url }),
    'settle-revisions': (_payload, now) => settleRevisions(database.as(), { now, url }),
    'remind-of-revisions': (_payload, now) => remindOfRevisions(database.as(), { now, url }),
    'draw-network': (_payload, now) => drawNetwork(database.as(), now),
    'ask-whether-alive': (_payload, now) => askWhetherAlive(database.as(), { now, url }),
    'tell-of-terms': (_payload, now) => tellOfTerms(database.as(), { now, url }),
    'count-who-met': (_payload, now) => countWhoMet(database.as(), now),
    'remember-encounters': (_payload, now) => lookBack(database.as(), now),
    'fill-search-texts': () => fillSearchTexts(database.as()),
    'tell-of-ideas': (_payload, now) => tellOfIdeas(database.as(), { now, url }),
    'remind-of-notes': (_payload, now) => remindOfNotes(database.as(), now, { url }),
    'remind-receivers': async (_payload, now) => {
      await remindReceivers(database.as(), { now, url })
      await askAboutSteps(database.as(), { now, url })
    },
    'follow-surveys': (_payload, now) => followSurveys(database.as(), { now, url }),
    'tell-of-answers': (_payload, now) => tellOfAnswers(database.as(), { now, url }),
    'tell-proposers': (_payload, now) => tellProposers(database.as(), { now, url }),
    'remind-of-commitments': (_payload, now) => remindOfCommitments(database.as(), now),
  }
}
