import { type Instant, datePlus, localDate, plus } from '#platform/time.ts'

interface Call {
  opens_on: string
  closes_on: string
  election_on: string
  elected_at: Instant | null
}

/** planned: not open yet. open: anybody nominates. closed: until the election meeting has decided. elected: it has. */
export type CallState = 'planned' | 'open' | 'closed' | 'elected'

export function callState({ opens_on, closes_on, elected_at }: Call, day: string): CallState {
  if (elected_at !== null) return 'elected'
  if (day < opens_on) return 'planned'
  return day <= closes_on ? 'open' : 'closed'
}

export type NominateRefusal = 'not-open-yet' | 'call-closed' | 'elected-already'

const whenNotOpen: Record<CallState, NominateRefusal | null> = {
  planned: 'not-open-yet',
  open: null,
  closed: 'call-closed',
  elected: 'elected-already',
}

/** Somebody is nominated while the call is open, its last day included. */
export const refusalToNominate = (call: Call, day: string): NominateRefusal | null =>
  whenNotOpen[callState(call, day)]

/** Days in which whoever nominates can say that the address is theirs. */
export const confirmDays = 7

export type ConfirmRefusal = 'too-late' | 'elected-already'

/** What was sent in time counts when it is confirmed within a week, until the election. */
export function refusalToConfirm(askedAt: Instant, call: Call, now: Instant): ConfirmRefusal | null {
  if (call.elected_at !== null || localDate(now) > call.election_on) return 'elected-already'
  return plus(askedAt, { days: confirmDays }) < now ? 'too-late' : null
}

export type AnswerRefusal = 'elected-already' | 'declined-already'

interface Nominee {
  consented_at: Instant | null
  declined_at: Instant | null
}

/** Whoever is nominated says yes or no until the election has decided; a no is a no, and everything is wiped. */
export function refusalToAnswer(nominee: Nominee, call: Call): AnswerRefusal | null {
  if (call.elected_at !== null) return 'elected-already'
  return nominee.declined_at === null ? null : 'declined-already'
}

/** Only who has said yes is shown or counted. */
export const isCandidate = ({ consented_at, declined_at }: Nominee): boolean =>
  consented_at !== null && declined_at === null

export type SaveRefusal = 'not-your-seat' | 'elected-already' | 'began-already' | 'closes-in-the-past'

interface Saving {
  party: string | null
  callParty: string
  before: Call | null
  after: Pick<Call, 'opens_on' | 'closes_on'>
  day: string
}

/** Each side calls for its own; a call that people have answered keeps its first day. */
export function refusalToSave({ party, callParty, before, after, day }: Saving): SaveRefusal | null {
  if (party !== callParty) return 'not-your-seat'
  if (before && before.elected_at !== null) return 'elected-already'
  if (before && before.opens_on <= day && after.opens_on > before.opens_on) return 'began-already'
  const isMoved = before?.closes_on !== after.closes_on
  return isMoved && after.closes_on < day ? 'closes-in-the-past' : null
}

export type RecommendRefusal = 'not-your-seat' | 'still-open' | 'elected-already'

/** What the nomination committee recommends is written down by its own side, when nobody can be nominated any more. */
export function refusalToRecommend(
  party: string | null,
  callParty: string,
  call: Call,
  day: string,
): RecommendRefusal | null {
  if (party !== callParty) return 'not-your-seat'
  const state = callState(call, day)
  if (state === 'elected') return 'elected-already'
  return state === 'closed' ? null : 'still-open'
}

export type ElectRefusal = RecommendRefusal | 'before-the-meeting' | 'not-a-candidate' | 'elected-twice'

interface Candidate extends Nominee {
  id: string
  body: string
  seat_id: string | null
}

interface Electing {
  party: string | null
  callParty: string
  call: Call
  day: string
  candidates: readonly Candidate[]
  /** Who was elected into which seat of the call. */
  chosen: readonly { nomination: string; seat: { id: string; body: string } }[]
}

/**
 * The result of the election meeting is written down by its own side, from the day of the meeting. Only who has said
 * yes to be nominated for such a seat can be elected, and to one seat.
 */
export function refusalToElect({ party, callParty, call, day, candidates, chosen }: Electing) {
  const refusal = refusalToRecommend(party, callParty, call, day)
  if (refusal) return refusal
  if (day < call.election_on) return 'before-the-meeting' satisfies ElectRefusal
  const fits = ({ nomination, seat }: Electing['chosen'][number]): boolean =>
    candidates.some(
      (one) =>
        one.id === nomination &&
        isCandidate(one) &&
        one.body === seat.body &&
        (one.seat_id === null || one.seat_id === seat.id),
    )
  if (!chosen.every(fits)) return 'not-a-candidate' satisfies ElectRefusal
  const different = new Set(chosen.map(({ nomination }) => nomination)).size
  return different < chosen.length ? ('elected-twice' satisfies ElectRefusal) : null
}

/** Names of who was not elected are kept for a while, should the election be questioned. */
const keptDaysAfterElection = 30
/** A call that nobody decides about keeps nobody's name for ever. */
const keptDaysAfterCall = 180

/** From these days back everything of those who were not elected is wiped. */
export const wipeBefore = (now: Instant) => ({
  electedBefore: plus(now, { days: -keptDaysAfterElection }),
  closedBefore: datePlus(localDate(now), -keptDaysAfterCall),
  askedBefore: plus(now, { days: -confirmDays }),
})

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 5, windowSeconds: day }
/** An association may nominate from one network together. */
export const nominationsPerNetwork = { max: 30, windowSeconds: 60 * 60 }
