import { datePlus, localDate } from '#platform/time.ts'
import type { World } from '../world.ts'
import { rowOf } from './row-of.ts'

/** The rooms of the agreement, the plan, the parties and those who steer. */
export const ofThePlan =
  /^\/office\/(agreement|commitments|coordinators|focus-areas|goals|next-plan|parties|plans|revisions|steering-group|years)(\/|$)/

interface Try {
  /** The party whose it is. */
  whose: 'city' | 'civil-society'
  /** Where what stands in the address of the walk is another's. */
  path?: string
  fields?: Record<string, string | readonly string[]>
  /** The words of the refusal; null where for others there is no such address. */
  says: string | null
}
type Tries = (world: World) => Promise<Try>

const group = '/office/steering-group'
const notYourSeat = 'steering-group.refusal.not-your-seat'
const notYourCoordinator = 'people.coordinators.refusal.not-your-party'

const partyOf = async (world: World, table: string, where: string): Promise<Try['whose']> => {
  const from = `select key from party join ${table} on party.id = party_id where ${where}`
  return (await rowOf(world, from))['key'] === 'city' ? 'city' : 'civil-society'
}
const someone = { name: 'Rut', email: 'rut@example.org', language: 'sv' }
const tomorrow = (world: World): string => datePlus(localDate(world.clock.now), 1)

/** The city's alone: neither civil society's nor both. */
const citysOwn = `select commitment.number from commitment
  join commitment_owner on commitment_owner.commitment_id = commitment.id
  join party on party.id = party_id and party.key = 'city'
  where (select count(*) from commitment_owner o where o.commitment_id = commitment.id) = 1`

const ofSeats: Record<string, Tries> = Object.fromEntries(
  ['edit', 'fill', 'leave'].map((step): [string, Tries] => [
    `${group}/seats/:seat/${step}`,
    () => Promise.resolve({ whose: 'city', says: notYourSeat }),
  ]),
)

const words = { 'criteria.sv': 'Ord', 'criteria.en': 'Words', 'criteria.es': 'Palabras' }
const call = (world: World) => {
  const from = (days: number): string => datePlus(localDate(world.clock.now), days)
  const days = { opens_on: from(1), closes_on: from(9), election_on: from(20) }
  return { ...words, ...days, term_starts_on: from(30), term_ends_on: from(700) }
}
const openCall = 'elected_at is null'
const ofCalls: Record<string, Tries> = Object.fromEntries(
  ['edit', 'recommend', 'elect'].map((step): [string, Tries] => [
    `${group}/calls/:call/${step}`,
    async (world) => {
      const whose = await partyOf(world, 'nomination_call', openCall)
      const from = `select seat_id from nomination_call_seat join nomination_call on nomination_call.id = call_id`
      const seat = (await rowOf(world, `${from} where ${openCall}`))['seat_id'] ?? ''
      return { whose, fields: { ...call(world), seats: [seat] }, says: notYourSeat }
    },
  ]),
)

/** What one party does for itself, and the other never does for it. */
export const ofOneParty: Record<string, Tries> = {
  '/office/revisions/:number': () => Promise.resolve({ whose: 'city', says: null }),
  '/office/revisions/:number/withdraw': () => Promise.resolve({ whose: 'city', says: null }),
  '/office/revisions/:number/answer': async (world) => {
    const { id = '' } = await rowOf(world, `select id from party where key = 'city'`)
    return { whose: 'city', fields: { party: id, seen: '1', answer: 'yes' }, says: null }
  },
  '/office/commitments/:number/update': async (world) => {
    const path = `/sv/office/commitments/${(await rowOf(world, citysOwn))['number']}/update`
    const fields = { state: 'under-way', 'said.sv': 'Vi håller på.' }
    return { whose: 'city', path, fields, says: 'plan.refusal.other-partys-commitment' }
  },
  '/office/next-plan/commitments/:number': async (world) => {
    const last = `${citysOwn} and plan_id = (select after_plan_id from successor)`
    const path = `/sv/office/next-plan/commitments/${(await rowOf(world, last))['number']}`
    return { whose: 'city', path, fields: { answer: 'continue' }, says: 'successor.refusal.not-yours' }
  },
  '/office/parties': (world) => {
    const fields = { party: 'city', to: 'paused', from_day: tomorrow(world), 'reason.sv': 'Vi vilar.' }
    return Promise.resolve({ whose: 'city', fields, says: 'people.parties.refusal.not-your-party' })
  },
  '/office/parties/new/:id': async (world) => {
    const whose = await partyOf(world, 'joint_decision', `kind = 'take-in-party'`)
    return { whose, fields: { answer: 'withdraw' }, says: 'people.joint.refusal.not-your-question' }
  },
  '/office/parties/substitutes': (world) => {
    const days = { from_day: tomorrow(world), until_day: tomorrow(world) }
    const fields = { ...someone, ...days, party: 'city' }
    return Promise.resolve({ whose: 'city', fields, says: 'people.substitutes.refusal.not-your-party' })
  },
  '/office/parties/substitutes/:id/end': async (world) => {
    const whose = await partyOf(world, 'substitute', 'ended_at is null')
    return { whose, says: 'people.substitutes.refusal.not-your-party' }
  },
  '/office/coordinators': () =>
    Promise.resolve({ whose: 'city', fields: { ...someone, party: 'city' }, says: notYourCoordinator }),
  '/office/coordinators/:id/end': async (world) => {
    const from = `select coordinator.id from coordinator join party on party.id = party_id`
    const { id } = await rowOf(world, `${from} where key = 'city' and until is null`)
    return { whose: 'city', path: `/sv/office/coordinators/${id}/end`, says: notYourCoordinator }
  },
  ...ofSeats,
  [`${group}/calls/new`]: async (world) => {
    const from = `select steering_seat.id from steering_seat join party on party.id = party_id`
    const { id = '' } = await rowOf(world, `${from} where key = 'city'`)
    return { whose: 'city', fields: { ...call(world), seats: [id] }, says: notYourSeat }
  },
  ...ofCalls,
}

/** What each does for their own party alone: the form names no party, and a change of the plan awaits the others. */
export const forOneself: readonly string[] = [
  ...['/office/commitments/new', '/office/commitments/:number/change', '/office/commitments/:number/owners'],
  ...['/office/commitments/:number/remove', '/office/plans/:slug', '/office/focus-areas/:year/choose'],
  ...['/office/goals/:number/adopt', '/office/goals/:number/close', '/office/agreement/versions/:number'],
  ...['/office/parties/new', '/office/next-plan/approvals', '/office/years/:year/approval'],
  ...[`${group}/seats/new`, `${group}/meetings/:meeting/step`],
]

/** What either coordinator prepares or writes down for both. */
export const eitherDoes: readonly string[] = [
  ...['', '/signatories/:id'].map((one) => `/office/agreement${one}`),
  ...['decisions', 'edit', 'originals'].map((one) => `/office/agreement/versions/:number/${one}`),
  ...['', '/:year/new', '/proposals/:id', '/submissions/:id'].map((one) => `/office/focus-areas${one}`),
  ...[':number/edit', 'commission', 'new'].map((one) => `/office/goals/${one}`),
  ...['answer', 'begin', 'comments/:comment', 'commitments/ask'].map((one) => `/office/next-plan/${one}`),
  ...['consultation', 'draft/:commitment', 'gather/:source'].map((one) => `/office/next-plan/${one}`),
  ...['paragraphs/:paragraph', 'words'].map((one) => `/office/next-plan/${one}`),
  ...['cancel', 'corrections/:correction', 'decisions', 'edit', 'items', 'items/:item', 'minutes'].map(
    (one) => `${group}/meetings/:meeting/${one}`,
  ),
  `${group}/meetings/new`,
  ...['', '/:year', '/:year/given', '/:year/parts/:part'].map((one) => `/office/years${one}`),
  ...['', '/try', '/words'].map((one) => `/office/years/:year/survey${one}`),
]

/** What a party may have answered by whoever it has named beforehand. */
export const substitutesDo: readonly string[] = [
  ...['/office/revisions/:number/answer', '/office/parties/new/:id', '/office/goals/:number/adopt'],
  ...['/office/goals/:number/close', '/office/agreement/versions/:number', '/office/years/:year/approval'],
]
