import { datePlus } from '#platform/time.ts'

/** Fewer answers than this could point at somebody, so nothing of them is shown. */
export const answersMin = 5

export type SurveyState = 'planned' | 'open' | 'closed'

interface Dates {
  opens_on: string
  closes_on: string
  closed_at: string | null
}

/** Open from its first day to its last; what was closed stays closed. */
export function surveyState({ opens_on, closes_on, closed_at }: Dates, today: string): SurveyState {
  if (closed_at !== null || today > closes_on) return 'closed'
  return today < opens_on ? 'planned' : 'open'
}

export type PlanRefusal = 'year-has-one' | 'opens-in-the-past' | 'closes-too-soon' | 'closes-too-late'

interface Planned {
  hasOne: boolean
  opensOn: string
  closesOn: string
  today: string
}

/** Associations meet once a fortnight or so, and need that long to answer together. */
const openDaysMin = 14
const openDaysMax = 120

/** One survey a year, that does not open in the past and gives everybody time. */
export function refusalToPlan({ hasOne, opensOn, closesOn, today }: Planned): PlanRefusal | null {
  if (hasOne) return 'year-has-one'
  if (opensOn < today) return 'opens-in-the-past'
  if (closesOn < datePlus(opensOn, openDaysMin)) return 'closes-too-soon'
  return closesOn > datePlus(opensOn, openDaysMax) ? 'closes-too-late' : null
}

export type ChangeRefusal = Exclude<PlanRefusal, 'year-has-one'> | 'sent-already'

/** What was sent to somebody stays as it is; until then dates and statements may change. */
export const refusalToChange = (dates: Omit<Planned, 'hasOne'>, asked: number): ChangeRefusal | null => {
  if (asked > 0) return 'sent-already'
  const refusal = refusalToPlan({ ...dates, hasOne: false })
  return refusal === 'year-has-one' ? null : refusal
}

export type AnswerRefusal = 'not-open-yet' | 'closed' | 'link-replaced'

/** Whoever has the link answers, and changes the answer, until the survey closes; a newer link takes over. */
export function refusalToAnswer(state: SurveyState, isReplaced: boolean): AnswerRefusal | null {
  if (state === 'planned') return 'not-open-yet'
  if (state === 'closed') return 'closed'
  return isReplaced ? 'link-replaced' : null
}

// Long enough before the end for a board that meets every week.
const remindDaysBefore = 8

/** Those who have not answered are reminded once, when the end is near. */
export const isTimeToRemind = (closesOn: string, today: string): boolean =>
  today >= datePlus(closesOn, -remindDaysBefore) && today <= closesOn

/** So long after a survey has closed, its links and addresses are of no use. */
export const keptDaysAfterClosing = 30

export type ReadRefusal = 'not-closed-yet'

/** The office reads what was written in free words when nobody can change it any longer. */
export const refusalToRead = (state: SurveyState): ReadRefusal | null =>
  state === 'closed' ? null : 'not-closed-yet'

interface Asked {
  /** Null for those who have joined the agreement and are not in the directory, which says such things. */
  sector: string | null
  kind: string | null
}

/** What each answer may know of its sender: its sector and kind, where at least five such were asked. */
export function knownOf(asked: readonly Asked[]): { sector: string | null; kind: string | null }[] {
  const many = (name: 'sector' | 'kind', value: string | null): boolean =>
    value !== null && asked.filter((one) => one[name] === value).length >= answersMin
  return asked.map(({ sector, kind }) => ({
    sector: many('sector', sector) ? sector : null,
    kind: many('kind', kind) ? kind : null,
  }))
}
