import { v7 } from 'uuid'
import { json } from '#platform/db.ts'
import { datePlus, type Instant, instantAt, localDate, zoned } from '#platform/time.ts'
import type { Chance } from './chance.ts'
import type { SampleContent } from './sample-content.ts'
import type { Found } from './starting-content.sql.ts'
import type { Ending, Row, Rows } from './tables.ts'

/** The year while it is being made up: what is known, and the rows so far. */
export interface Year {
  now: Instant
  today: string
  chance: Chance
  content: SampleContent
  /** What the starting content brought: parties, series, goals, plans and the directory. */
  found: Found
  rows: Rows
  /** How proposals for the plan ended: said after their answers, before what they brought into force. */
  endings: Ending[]
  /** An id that sorts as if it had been made at that moment. */
  id(at: Instant): string
  /** The date so many days from today; negative is past. */
  date(days: number): string
  /** The moment at which clocks showed a time, so many days from today, or on the Friday before a weekend. */
  moment(days: number, time: string): Instant
  record(happening: Happening): void
}

interface Happening {
  what: string
  by: string | null
  about: string
  at: Instant
  detail?: Record<string, unknown>
}

const emptyCourses = () =>
  ({
    course: [],
    course_session: [],
    course_application: [],
    course_choice: [],
    course_attendance: [],
    course_certificate: [],
  }) satisfies Partial<Rows>
type CallsAndChains = 'theme_call' | 'theme_proposal' | 'theme_support' | 'theme_decision' | 'theme_backing'

const callsAndChains = (): Pick<Rows, CallsAndChains | 'chain_step' | 'event_link'> => ({
  theme_call: [],
  theme_proposal: [],
  theme_support: [],
  theme_decision: [],
  theme_backing: [],
  chain_step: [],
  event_link: [],
})

const nextPlan = () =>
  ({
    successor: [],
    carry_answer: [],
    draft_paragraph: [],
    draft_commitment: [],
    gathered: [],
    consultation_answer: [],
    consultation_comment: [],
  }) satisfies Partial<Rows>

/** The tables in the order in which they can be written: whoever is pointed at comes first. */
const noRows: Rows = {
  person: [],
  coordinator: [],
  organisation: [],
  partnership: [],
  partnership_organisation: [],
  event: [],
  event_organiser: [],
  event_sector: [],
  speaker: [],
  programme_item: [],
  programme_item_speaker: [],
  material: [],
  material_word: [],
  material_opened: [],
  event_arranger: [],
  event_recorded: [],
  theme: [],
  event_theme: [],
  event_change: [],
  event_audience: [],
  invitation: [],
  invitation_guest: [],
  invitation_mail: [],
  sign_up: [],
  queue_move: [],
  fullness_told: [],
  ...emptyCourses(),
  sign_up_need: [],
  steward_link: [],
  table_number: [],
  sign_up_need_box: [],
  question: [],
  question_answer: [],
  table_proposal: [],
  event_met: [],
  event_met_group: [],
  hour_side: [],
  hour_slot: [],
  hour_turn: [],
  hour_swap: [],
  hour_proposal: [],
  event_forgotten: [],
  letter_sent: [],
  event_letter_text: [],
  evaluation_answer: [],
  follow_up_answer: [],
  evaluation_shown: [],
  ...callsAndChains(),
  forum_question: [],
  forum_round: [],
  forum_table: [],
  forum_day: [],
  round_run: [],
  day_step: [],
  personal_commitment: [],
  dialogue: [],
  voter: [],
  statement: [],
  vote: [],
  map_opening: [],
  forum_question_source: [],
  note: [],
  note_correction: [],
  note_approval: [],
  recommendation: [],
  answer_link: [],
  answer_address: [],
  answer_reminder: [],
  answer: [],
  seating: [],
  seated_person: [],
  table_seat: [],
  seating_step: [],
  seat_told: [],
  note_card: [],
  harvest: [],
  harvest_group: [],
  harvest_card: [],
  plan: [],
  revision: [],
  revision_change: [],
  revision_answer: [],
  commitment: [],
  commitment_version: [],
  plan_version: [],
  commitment_owner: [],
  commitment_update: [],
  ...nextPlan(),
  commitment_evidence: [],
  series_promise: [],
  promise_missed: [],
  lunch_need: [],
  lunch_offer: [],
  lunch: [],
  announcement: [],
  follow_link: [],
  subscription: [],
  mail: [],
  record: [],
  told: [],
}
const emptyRows = (): Rows => structuredClone(noRows)

// What followers would be told by mail. They were told long ago, or nothing of the sample year would ever be sent.
const news = new Set(['event-published', 'announcement-published', 'course-opened'])

export function newYear(given: Pick<Year, 'now' | 'chance' | 'content' | 'found'>): Year {
  const { now, chance } = given
  const today = localDate(now)
  const rows = emptyRows()
  const id = (at: Instant): string => v7({ msecs: Date.parse(at), random: chance.bytes(16) })
  const date = (days: number): string => datePlus(today, days)
  return {
    ...given,
    today,
    rows,
    endings: [],
    id,
    date,
    moment: (days, time) => instantAt(workingDay(date(days)), time),
    record({ what, by, about, at, detail = {} }) {
      const row: Row<'record'> = { id: id(at), at, what, by_person: by, about, detail: json(detail) }
      rows.record.push(row)
      if (news.has(what)) rows.told.push({ record_id: row.id, at, last_subscription: null })
    },
  }
}

function workingDay(date: string): string {
  const weekday = zoned(instantAt(date, '12:00')).dayOfWeek
  return datePlus(date, Math.min(0, 5 - weekday))
}
