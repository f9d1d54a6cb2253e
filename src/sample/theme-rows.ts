import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { type Instant, instantAt, plus } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Someone, Staff } from './people-rows.ts'
import type { Year } from './year.ts'

/** A call for themes; days are counted from today, and negative ones are past. */
export interface SampleThemeCall {
  event?: string
  opens: number
  /** The day after the last. */
  closes: number
  words: Texts
  decided?: { day: number; from: number; theme: Texts; reason: Texts }
  proposals: {
    language: Language
    day: number
    author: Capacity
    /** How many second it, by what they take part as. */
    support: Partial<Record<Capacity, number>>
    title: string
    why: string
    who: string
    waiting?: true
    /** Why it is not shown. */
    turnedDown?: string
  }[]
}

type SampleProposal = SampleThemeCall['proposals'][number]

/** What people proposed that the forums be about, and which theme it became. */
export function addThemeCalls(
  year: Year,
  events: readonly Held[],
  { staff, people }: { staff: Staff; people: readonly Someone[] },
): void {
  const [by, other] = staff.coordinators.map((one) => found(one, 'coordinator'))
  for (const sample of year.content.themeCalls) {
    const call = addCall(year, events, sample, found(by, 'coordinator'))
    const supporters = new Supporters(people)
    const ids = sample.proposals.map((one) =>
      addProposal(year, { call, by: found(by, 'coordinator') }, one, supporters),
    )
    if (sample.decided) decide(year, { call, by: [by, other] }, sample.decided, { ids, supporters })
  }
}

interface Call {
  id: string
  opens_at: Instant
  closes_at: Instant
}

function addCall(year: Year, events: readonly Held[], sample: SampleThemeCall, by: string): Call {
  const at = year.moment(sample.opens - 6, '13:20')
  const call = {
    id: year.id(at),
    opens_at: instantAt(year.date(sample.opens), '00:00'),
    closes_at: instantAt(year.date(sample.closes), '00:00'),
  }
  const event = events.find((one) => one.sample.key === sample.event)
  year.rows.theme_call.push({
    ...{ ...call, series_id: found(year.found.series.get('dialogforum'), 'series') },
    ...{ event_id: event?.row.id ?? null, words: json(sample.words) },
    ...{ created_by: by, created_at: at, changed_at: at },
  })
  year.record({ what: 'theme-call-made', by, about: call.id, at })
  return call
}

/** Those who take part in one call, each once per proposal, and known to have done so. */
class Supporters {
  readonly #people: readonly Someone[]
  readonly all = new Set<string>()

  constructor(people: readonly Someone[]) {
    this.#people = people
  }

  /** So many who take part as something; further down the list with every proposal. */
  some(capacity: Capacity, count: number, skip: number): Someone[] {
    const own = this.#people.filter((one) => one.capacity === capacity)
    const chosen = Array.from({ length: Math.min(count, own.length) }, (_, n) => own[(n + skip) % own.length])
    return chosen.flatMap((one) => (one ? [one] : []))
  }
}

function addProposal(
  year: Year,
  { call, by }: { call: Call; by: string },
  sample: SampleProposal,
  supporters: Supporters,
): string {
  const { title, why, who, language, author, support, waiting, turnedDown } = sample
  const at = instantAt(year.date(sample.day), '19:20')
  const read = plus(at, { hours: 3 })
  const id = year.id(at)
  const state = waiting ? 'waiting' : turnedDown ? 'turned-down' : 'shown'
  const decided = waiting ? { decided_at: null, decided_by: null } : { decided_at: read, decided_by: by }
  year.rows.theme_proposal.push({
    ...{ id, call_id: call.id, title, why, who, language, proposed_at: at },
    ...{ state, reason: turnedDown ?? null, ...decided },
  })
  const skip = year.rows.theme_proposal.length
  const [first] = supporters.some(author, 1, skip)
  addSupport(year, supporters, { proposal_id: id, kind: 'proposed', at }, found(first, 'author'))
  const seconds = Object.entries(support).flatMap(([capacity, count]) =>
    supporters.some(capacity as Capacity, count, skip + 1),
  )
  seconds.forEach((one, index) => {
    // They come over the days since, as far as there are days.
    const last = year.now < call.closes_at ? year.now : call.closes_at
    const step = (Date.parse(last) - Date.parse(read)) / (seconds.length + 1)
    const when = plus(read, { seconds: Math.floor((step * (index + 1)) / 1000) })
    addSupport(year, supporters, { proposal_id: id, kind: 'seconded', at: when }, one)
  })
  return id
}

interface Part {
  proposal_id: string
  kind: 'proposed' | 'seconded'
  at: Instant
}

function addSupport(year: Year, supporters: Supporters, { at, ...part }: Part, one: Someone): void {
  supporters.all.add(one.email)
  year.rows.theme_support.push({
    ...{ id: year.id(at), ...part, email: one.email, capacity: one.capacity, language: one.language },
    ...{ wants_news: part.kind === 'proposed' ? 1 : 0, asked_at: at, confirmed_at: at },
    ...{ token_hash: null, forgotten_at: null },
  })
}

function decide(
  year: Year,
  { call, by }: { call: Call; by: (string | undefined)[] },
  { day, from, theme, reason }: NonNullable<SampleThemeCall['decided']>,
  { ids, supporters }: { ids: readonly string[]; supporters: Supporters },
): void {
  const at = year.moment(day, '15:10')
  year.rows.theme_decision.push({
    ...{ call_id: call.id, theme: json(theme), reason: json(reason), decided_at: at },
    ...{ proposal_id: found(ids[from], 'proposal'), people: supporters.all.size },
  })
  by.forEach((person, index) => {
    const coordinator = year.rows.coordinator.find((one) => one.person_id === person)
    if (!person || !coordinator) return
    const when = plus(at, { hours: index * 2 })
    const what = index === 0 ? 'theme-set' : 'theme-backed'
    const backing = { call_id: call.id, party_id: coordinator.party_id, person_id: person, at: when }
    year.rows.theme_backing.push(backing)
    year.record({ what, by: person, about: call.id, at: when, detail: index === 0 ? { theme } : {} })
  })
}
