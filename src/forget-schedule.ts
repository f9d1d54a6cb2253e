import { forgetCommitments, forgetHistory, forgetReceivers, forgetVoters, wipeSeating } from '#forum/index.ts'
import { forgetQuestions } from '#about/index.ts'
import { forgetIdeas } from '#ideas/index.ts'
import { forgetPledges } from '#partners/index.ts'
import { forgetAskedFor, forgetLists, forgetOrganisationAskers } from '#network/index.ts'
import { forgetUnconfirmed } from '#news/index.ts'
import { forgetOldSessions } from '#people/index.ts'
import { forgetSignatoryAskers, forgetPeopleOfPlans, forgetProposers } from '#plan/index.ts'
import type { Database } from '#platform/db.ts'
import { type Appointment, forgetOldJobs, type JobTables, type Work } from '#platform/jobs.ts'
import { forgetOldCounts, type LimitTables } from '#platform/limits.ts'
import { type MailTables, wipeSentBodies } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import {
  forgetApplicants,
  forgetInvited,
  forgetProposals,
  forgetSignUps,
  forgetSpeakers,
  forgetVoices,
  forgetSupporters,
  wipeAnswers,
  wipeNeeds,
} from '#programme/index.ts'

/** When what is kept no longer than it is needed is wiped and forgotten. */
export const forgetAppointments: readonly Appointment[] = [
  { pattern: '30 3 * * *', kind: 'wipe-needs' },
  { pattern: '35 3 * * *', kind: 'forget-sign-ups' },
  { pattern: '37 3 * * *', kind: 'forget-applicants' },
  { pattern: '37 3 * * *', kind: 'forget-voices' },
  { pattern: '37 3 * * *', kind: 'forget-ideas' },
  { pattern: '37 3 * * *', kind: 'forget-pledges' },
  { pattern: '38 3 * * *', kind: 'forget-questions' },
  { pattern: '38 3 * * *', kind: 'forget-voters' },
  { pattern: '42 3 * * *', kind: 'forget-receivers' },
  { pattern: '40 3 * * *', kind: 'wipe-sent-mails' },
  { pattern: '50 3 * * *', kind: 'forget-old-things' },
]

const sentMailDays = 30
const doneJobDays = 3

/** What each of these wipes and forgets. */
export const forgetWorks = (database: Database): Record<string, Work> => ({
  'wipe-needs': async (_payload, now) => {
    await wipeNeeds(database.as(), now)
    await wipeAnswers(database.as(), now)
    await wipeSeating(database.as(), now)
  },
  'forget-sign-ups': (_payload, now) => forgetSignUps(database.as(), now),
  'forget-applicants': async (_payload, now) => {
    await forgetApplicants(database.as(), now)
  },
  'forget-voices': (_payload, now) => forgetVoices(database.as(), now),
  'forget-ideas': (_payload, now) => forgetIdeas(database.as(), now),
  'forget-questions': (_payload, now) => forgetQuestions(database.as(), now),
  'forget-pledges': (_payload, now) => forgetPledges(database.as(), now),
  'forget-voters': (_payload, now) => forgetVoters(database.as(), now),
  'forget-receivers': (_payload, now) => forgetReceivers(database.as(), now),
  'wipe-sent-mails': (_payload, now) =>
    wipeSentBodies(database.as<MailTables>(), plus(now, { days: -sentMailDays })),
  'forget-old-things': async (_payload, now) => {
    await forgetOldSessions(database.as(), now)
    await forgetAskedFor(database.as(), now)
    await forgetPeopleOfPlans(database.as(), now)
    await forgetUnconfirmed(database.as(), now)
    await forgetSignatoryAskers(database.as(), now)
    await forgetOrganisationAskers(database.as(), now)
    await forgetLists(database.as(), now)
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
})
