/** "Partnerships, processes, and networks in which Malmöandan is involved or helped initiate." */
export const partnershipKinds = ['partnership', 'process', 'network'] as const
export type PartnershipKind = (typeof partnershipKinds)[number]

export const partnershipStates = ['planned', 'running', 'resting', 'ended'] as const
export type PartnershipState = (typeof partnershipStates)[number]

/** What was agreed in writing. An IOP is an "idéburet offentligt partnerskap". */
export const partnershipForms = ['iop', 'agreement', 'letter-of-intent'] as const
export type PartnershipForm = (typeof partnershipForms)[number]

/** What Malmöandan does in it. */
export const partKinds = ['initiated', 'takes-part', 'hosted'] as const
export type PartKind = (typeof partKinds)[number]

/** As much as is known of a day: '2021', '2021-08' or '2021-08-18'. */
export const isPartOfDate = (text: string): boolean => {
  const read = /^(?:19|20)\d\d(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!read) return false
  const [, month = '01', day = '01'] = read
  const date = new Date(`${text.slice(0, 4)}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === `${month}-${day}`
}

/** Whether one may come after the other, as far as both are known. */
export const mayFollow = (first: string, then: string): boolean => then >= first.slice(0, then.length)

export interface Course {
  state: PartnershipState
  form: PartnershipForm | null
  began_on: string | null
  agreed_until: string | null
  ended_on: string | null
  decision_body: string | null
  decision_on: string | null
  decision_paragraph: string | null
}

type Mistake =
  | 'ended-before-it-began'
  | 'agreed-before-it-began'
  | 'ended-in-the-future'
  | 'end-missing'
  | 'ended-yet-running'
  | 'decision-missing'
  | 'body-missing'

/** What does not fit together, by the field where it is mended; the first of each field. */
export function mistakesIn(course: Course, today: string): Partial<Record<keyof Course, Mistake>> {
  const { state, form, began_on, agreed_until, ended_on } = course
  const found: Partial<Record<keyof Course, Mistake>> = {}
  const mend = (field: keyof Course, mistake: Mistake, isWrong: boolean): void => {
    if (isWrong) found[field] ??= mistake
  }
  mend('ended_on', 'end-missing', state === 'ended' && ended_on === null)
  mend('ended_on', 'ended-yet-running', state !== 'ended' && ended_on !== null)
  mend('ended_on', 'ended-in-the-future', ended_on !== null && ended_on > today)
  mend(
    'ended_on',
    'ended-before-it-began',
    began_on !== null && ended_on !== null && !mayFollow(began_on, ended_on),
  )
  mend(
    'agreed_until',
    'agreed-before-it-began',
    began_on !== null && agreed_until !== null && !mayFollow(began_on, agreed_until),
  )
  const isDecided = course.decision_on !== null || course.decision_paragraph !== null
  const hasBody = course.decision_body !== null
  mend('decision_body', 'body-missing', isDecided && !hasBody)
  // What an IOP says is decided by somebody who answers for it.
  mend('decision_body', 'decision-missing', form === 'iop' && state !== 'planned' && !hasBody)
  return found
}

interface Start {
  before: PartnershipState
  after: PartnershipState
  /** How many organisations and parties it has. */
  members: number
}

/** What was planned goes on from the day that somebody sets it going, and not before anybody takes part. */
export const startsWithNobody = ({ before, after, members }: Start): boolean =>
  before === 'planned' && after === 'running' && members === 0

/** Names of pages beside the entries, which no entry's address may take. */
export const takenAddresses = [
  'alive',
  'ask',
  'join',
  'needs',
  'offers',
  'organisations',
  'partnerships',
  'picture',
] as const
