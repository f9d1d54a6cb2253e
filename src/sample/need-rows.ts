import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { type Instant, plus } from '#platform/time.ts'
import { answerDueOn, needAddressKey } from '#programme/index.ts'
import type { Held } from './event-rows.ts'
import type { Someone, Staff } from './people-rows.ts'
import type { NeedStep, NeedVoice, Row, Writes } from './tables.ts'
import type { Year } from './year.ts'

interface SampleStep {
  state: NeedStep['state']
  /** Where it follows a lunch, the lunch says when. */
  daysAgo: number
  words?: Texts
  into?: string
  offer?: string
  event?: string
}

interface SampleNeed {
  key: string
  language: Language
  words: Texts
  why?: string
  organisation?: string
  daysAgo: number
  /** The organisations of those who seconded; null for somebody on their own. */
  seconds: (string | null)[]
  /** Whoever asked took it back. */
  left?: true
  steps: SampleStep[]
}

interface SampleOffer {
  key: string
  need?: string
  language: Language
  topic: string
  about?: string
  organisation: string
  daysAgo: number
  state: 'new' | 'open' | 'turned-down'
  reason?: Texts
}

export interface SampleNeeds {
  needs: SampleNeed[]
  offers: SampleOffer[]
  lunches: { event: string; need: string; offer: string; partner: string }[]
}

/** What can only be written one after the other, as it happened. */
export interface NeedsToFinish {
  voices: NeedVoice[]
  steps: NeedStep[]
}

interface Known {
  year: Year
  by: string
  people: readonly Someone[]
  events: readonly Held[]
  ids: ReadonlyMap<string, string>
}

/** Needs in every state, those who stand behind them, offers to speak, and the lunches that became of them. */
export function addNeeds(
  year: Year,
  staff: Staff,
  people: readonly Someone[],
  events: readonly Held[],
): NeedsToFinish {
  const { needs, offers, lunches } = year.content.wanted
  const at = (daysAgo: number): Instant => year.moment(-daysAgo, '10:20')
  const ids = new Map([
    ...needs.map(({ key, daysAgo }): [string, string] => [`need ${key}`, year.id(at(daysAgo))]),
    ...offers.map(({ key, daysAgo }): [string, string] => [`offer ${key}`, year.id(at(daysAgo))]),
  ])
  const by = found(staff.coordinators[0], 'coordinator')
  const known = { year, by, people, events, ids }
  const inOrder = needs.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, need] of inOrder.entries()) addNeed(known, need, index + 1)
  for (const offer of offers) addOffer(known, offer)
  for (const { event, need, offer, partner } of lunches)
    year.rows.lunch.push({
      ...{ event_id: eventOf(known, event).id, need_id: idOf(known, 'need', need) },
      ...{ offer_id: idOf(known, 'offer', offer), ...partnerOf(year, partner), made_by: by },
      made_at: eventOf(known, event).created_at,
    })
  return {
    voices: needs.flatMap((need, index) => voicesOf(known, need, index * 7)),
    steps: needs.flatMap((need) => stepsOf(known, need)).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  }
}

const idOf = ({ ids }: Known, kind: 'need' | 'offer', key: string): string =>
  found(ids.get(`${kind} ${key}`), `${kind} ${key}`)

const eventOf = ({ events }: Known, key: string): Row<'event'> =>
  found(events.find(({ sample }) => sample.key === key)?.row, key)

function organisationOf(year: Year, name: string | undefined) {
  const id = name ? year.found.organisations.get(name) : undefined
  return { organisation_id: id ?? null, organisation_name: id ? null : (name ?? null) }
}

function partnerOf(year: Year, name: string) {
  const { organisation_id, organisation_name } = organisationOf(year, name)
  return { partner_id: organisation_id, partner_name: organisation_name }
}

function addNeed(known: Known, need: SampleNeed, number: number): void {
  const { year } = known
  const { language, words, why = null, daysAgo } = need
  const handed_in_at = year.moment(-daysAgo, '10:20')
  const id = idOf(known, 'need', need.key)
  const organisation = need.left ? organisationOf(year, undefined) : organisationOf(year, need.organisation)
  const due = { handed_in_at, answer_due_on: answerDueOn(handed_in_at) }
  year.rows.lunch_need.push({ id, number, language, words: json(words), why, ...organisation, ...due })
  year.record({ what: 'need-handed-in', by: null, about: id, at: handed_in_at })
}

function addOffer(known: Known, offer: SampleOffer): void {
  const { year, by } = known
  const { language, topic, about = null, state, reason } = offer
  const handed_in_at = year.moment(-offer.daysAgo, '10:20')
  const decided_at = state === 'new' ? null : plus(handed_in_at, { days: 1 })
  year.rows.lunch_offer.push({
    ...{ id: idOf(known, 'offer', offer.key), need_id: offer.need ? idOf(known, 'need', offer.need) : null },
    ...{ language, topic, about, ...organisationOf(year, offer.organisation), state },
    ...{ email: `${offer.key}@example.org`, handed_in_at, confirmed_at: handed_in_at },
    ...{ decided_at, decided_by: decided_at && by, reason: reason ? json(reason) : null, forgotten_at: null },
  })
}

function voicesOf(known: Known, need: SampleNeed, from: number): NeedVoice[] {
  const { year, people } = known
  const asked = need.organisation ?? null
  return [asked, ...need.seconds].map((organisation, index) => {
    const someone = found(people[(from + index) % people.length], 'somebody')
    const said_at = year.moment(-Math.max(0, need.daysAgo - index * 3), '10:20')
    const left_at = need.left ? year.moment(-found(need.steps.at(-1)?.daysAgo, 'last step'), '10:20') : null
    return {
      ...{ id: year.id(said_at), need_id: idOf(known, 'need', need.key) },
      kind: index === 0 ? ('asked' as const) : ('seconded' as const),
      ...{ address_key: needAddressKey(someone.email), email: left_at ? null : someone.email },
      language: index === 0 ? need.language : someone.language,
      organisation_key: organisation === null ? null : hashOf(organisation),
      ...{ said_at, confirmed_at: plus(said_at, { minutes: 4 }), left_at, forgotten_at: null },
    }
  })
}

function stepsOf(known: Known, need: SampleNeed): NeedStep[] {
  const { year, by } = known
  return need.steps.map((step, index) => {
    const event = step.event ? eventOf(known, step.event) : null
    const at = event ? atOf(event, step.state) : plus(year.moment(-step.daysAgo, '10:20'), { hours: 3 })
    const isByClock = event !== null || step.state === 'withdrawn'
    return {
      ...{ need_id: idOf(known, 'need', need.key), number: index + 1, state: step.state, at },
      ...{ by_person: isByClock ? null : by, words: step.words ? json(step.words) : null },
      into_id: step.into ? idOf(known, 'need', step.into) : null,
      offer_id: step.offer ? idOf(known, 'offer', step.offer) : null,
      event_id: event?.id ?? null,
    }
  })
}

/** A need is planned when its lunch is published, and met a week after it was held. */
const atOf = (event: Row<'event'>, state: string): Instant =>
  state === 'planned' ? found(event.published_at, 'published') : plus(event.ends_at, { days: 7 })

/** Writes what happened in its order, since the database asks of each step whether it can be. */
export async function finishNeeds(tx: Writes, { voices, steps }: NeedsToFinish): Promise<void> {
  const asked = voices.filter(({ kind }) => kind === 'asked')
  await tx.insertInto('lunch_voice').values(asked).execute()
  const opened = steps.filter(({ state, number }) => state === 'open' && number === 1)
  for (const step of opened) await tx.insertInto('lunch_need_step').values(step).execute()
  await tx
    .insertInto('lunch_voice')
    .values(voices.filter(({ kind }) => kind === 'seconded'))
    .execute()
  for (const step of steps.filter((one) => !opened.includes(one)))
    await tx.insertInto('lunch_need_step').values(step).execute()
}
