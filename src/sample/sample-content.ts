import type { SampleFocus } from './focus-rows.ts'
import type { SampleCommitment } from './plan-rows.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language, Texts } from '#platform/language.ts'
import { projectRoot } from '#platform/root.ts'
import type { ProgrammeTables, Need } from '#programme/tables.ts'
import type { SampleLetters } from './sample-letters.ts'
import type { SampleHarvest } from './harvest-rows.ts'
import type { SampleForWhom, SampleInvited } from './invitation-rows.ts'
import type { SamplePromises } from './promise-rows.ts'
import type { SampleCourses } from './course-rows.ts'
import type { SampleChains } from './chain-rows.ts'
import type { SampleOrganisation } from './organisation-rows.ts'
import type { SamplePartnership } from './partnership-rows.ts'
import type { SampleTableQuestions } from './table-question-rows.ts'
import type { SampleDialogue } from './dialogue-rows.ts'
import type { SampleNextPlan } from './next-plan-rows.ts'
import type { SampleThemeCall } from './theme-rows.ts'
import type { SampleQuestions } from './question-rows.ts'
import type { mixes } from './mixes.ts'
import type { SampleLibrary } from './library-rows.ts'
import type { SampleIdea } from './ideas.sql.ts'
import type { SampleActing } from './acting-rows.ts'
import type { SampleNeedsOffers } from './need-offer-rows.ts'
import type { SampleNeeds } from './need-rows.ts'
import type { SampleSeats } from './seat-rows.ts'
import type { SampleSteering } from './seat-term-rows.ts'
import type { SampleTurns } from './turn-rows.ts'
import type { SampleMail } from './mail-rows.ts'
import type { SampleQuestionAsked } from './inbox-rows.ts'
import type { SamplePartners } from './partner-rows.ts'
import type { SampleRecommendation } from './result-rows.ts'
import type { SampleYearReports } from './year-report-rows.ts'

type ItemKind = ProgrammeTables['programme_item']['kind']
type MaterialKind = ProgrammeTables['material']['kind']

/** A meeting of the sample year: what it is about, when it is, and who comes. */
export interface SampleEvent extends SampleSeats {
  key: string
  series: string
  /** Weeks from now, and the weekday; week 0 is the one whose door can be tried at once. */
  week: number
  day: number
  /** The month and day in the year before this one near which it was held, 'MM-DD', whatever the week. */
  lastYear?: string
  from: string
  to: string
  doors?: string
  place?: string
  online?: string
  spoken: string
  capacity: number
  closesDaysBefore?: number
  mix: keyof typeof mixes
  come: number
  waiting?: number
  cancelledSeats?: number
  walkIns?: number
  needs?: true
  /** Which of the organisers looks after it; the coordinators do when nobody is named. */
  organiser?: number
  draft?: true
  forWhom?: SampleForWhom
  invited?: SampleInvited
  cancelled?: { daysBefore: number; reason: Texts }
  title: Texts
  lead: Texts
  body?: Texts
  /** Published unless another state is named. */
  note?: {
    said: Texts
    agreed: Texts
    state?: 'draft' | 'sent' | 'approved'
    corrections?: { words: string; answer?: 'taken-in' | 'not-taken-in'; because?: string }[]
  }
}

export interface SamplePeople {
  coordinators: { party: string; name: string; language: Language }[]
  organisers: { name: string; language: Language }[]
  given: string[]
  surnames: string[]
  departments: string[]
  committees: string[]
  loose: string[]
  needs: { boxes?: Need[]; access?: string; interpretation?: string; diet?: string }[]
}

/** Why each commitment was made, and what else was proposed. */
export interface SampleRevisions {
  reasons: Texts[]
  adoption: Texts
  others: SampleOther[]
}

export interface SampleOther {
  by: 'city' | 'civil-society'
  proposed: number
  days: number
  ends: 'in-force' | 'refused' | 'lapsed' | 'withdrawn' | null
  ended: number | null
  title: Texts
  reason: Texts
  why?: Texts
  changes: SampleChange[]
}

type Worded = Partial<Pick<SampleCommitment, 'due' | 'title' | 'measure' | 'owners'>>

/** Commitments by their numbers; `was` what stood before, `becomes` what is proposed, where it differs. */
export type SampleChange =
  | { kind: 'plan-words'; lead: Texts }
  | { kind: 'remove-commitment'; commitment: number }
  | { kind: 'change-commitment'; commitment: number; was?: Worded; becomes?: Worded }

export interface SampleNews {
  announcements: { daysAgo: number; title: Texts; lead: Texts; body: Texts; picture?: Texts }[]
  followLinks: { name: string; url: string }[]
}

export interface SampleProgramme {
  event: string
  speakers: { name: string; role?: string; organisation?: string; email?: string; consent: boolean }[]
  /** Speakers by their place in the list above. */
  items: { kind: ItemKind; title: Texts; minutes: number; pinned?: string; speakers: number[] }[]
}

export interface SampleMaterial {
  event: string
  kind: MaterialKind
  title: Texts
  languages: string
  access: string
  note: Texts
  madeBy: string
  url?: string
  /** Slides with a few lines each. */
  file?: { name: string; pages: string[][] }
  draft?: true
}

interface SampleMeetings {
  programmes: SampleProgramme[]
  materials: SampleMaterial[]
  /** An event that was to be at another place. */
  changes: { event: string; daysAgo: number; place: string; reason: Texts }[]
}

export type SamplePlace = Record<'name' | 'address', string> & { access: Texts }

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'content', 'sample', `${name}.json`), 'utf8'))

const eventFiles = 'forums hours lunches lunches-lately course lectures-and-sessions invited'.split(' ')

/** All that was invented for the sample year, as the files in content/sample/ say it. */
export const sampleContent = () => ({
  events: eventFiles.flatMap((name) => read(name) as SampleEvent[]),
  places: read('places') as Record<string, SamplePlace>,
  organisations: read('organisations') as SampleOrganisation[],
  partnerships: read('partnerships') as SamplePartnership[],
  people: read('people') as SamplePeople,
  harvest: read('harvest') as SampleHarvest,
  recommendations: read('recommendations') as SampleRecommendation[],
  commitments: read('commitments') as SampleCommitment[],
  revisions: read('revisions') as SampleRevisions,
  news: read('news') as SampleNews,
  ...{ mails: read('mails') as SampleMail[], evaluations: read('evaluations') as SampleLetters },
  meetings: read('meetings') as SampleMeetings,
  asked: read('questions') as SampleQuestions,
  wanted: read('needs') as SampleNeeds,
  ideas: read('ideas') as SampleIdea[],
  needsOffers: read('needs-offers') as SampleNeedsOffers,
  acting: read('acting') as SampleActing,
  library: read('library') as SampleLibrary,
  yearBefore: read('year-before') as SampleEvent[],
  promises: read('promises') as SamplePromises,
  ...{ turns: read('turns') as SampleTurns, courses: read('courses') as SampleCourses },
  ...{ themeCalls: read('themes') as SampleThemeCall[], nextPlan: read('next-plan') as SampleNextPlan },
  tableQuestions: read('table-questions') as SampleTableQuestions[],
  ...{ chains: read('chains') as SampleChains, dialogues: read('dialogues') as SampleDialogue[] },
  yearReports: read('year-reports') as SampleYearReports,
  contact: read('contact') as SampleQuestionAsked[],
  partners: read('partners') as SamplePartners,
  focus: read('focus-areas') as SampleFocus,
  steering: read('steering-group') as SampleSteering,
})
export type SampleContent = ReturnType<typeof sampleContent>
