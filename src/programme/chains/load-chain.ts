import type { EventLine } from '../events.sql.ts'
import type { Reads } from '../tables.ts'
import { inLine, type Link, whatLedTo } from './chain.rules.ts'
import { eventsAmong, idsIn, linksAround, type Survey, surveysAmong } from './chain.sql.ts'

/** A step of a chain, as it is shown. */
export type ChainStep =
  | { id: string; at: string; event: EventLine; survey: null }
  | { id: string; at: string; event: null; survey: Survey }

export interface Chain {
  links: readonly Link[]
  /** In the order of the line. */
  steps: readonly ChainStep[]
}

type MaySee = (event: EventLine) => boolean

/** What everybody may know of. */
export const isPublic: MaySee = ({ published_at, unlisted }) => published_at !== null && unlisted === 0

/** The chain that a step is in, with those of its events that may be seen. Without a chain there are no steps. */
export async function chainOf(db: Reads, stepId: string, maySee: MaySee = isPublic): Promise<Chain> {
  const links = await linksAround(db, stepId)
  const ids = idsIn(links)
  const events = (await eventsAmong(db, ids)).filter(maySee)
  const surveys = await surveysAmong(db, ids)
  const steps: ChainStep[] = [
    ...surveys.map((survey) => ({ id: survey.id, at: survey.on_date, event: null, survey })),
    ...events.map((event) => ({ id: event.id, at: event.starts_at, event, survey: null })),
  ]
  return { links, steps: inLine(links, steps) }
}

/** What an event follows from, as far as everybody may know of it, in the order of the line. */
export async function stepsBefore(db: Reads, eventId: string): Promise<ChainStep[]> {
  const { links, steps } = await chainOf(db, eventId)
  const before = whatLedTo(links, eventId)
  return steps.filter(({ id }) => before.has(id))
}

/** The events that an event was linked to as the very next, as far as everybody may know of them. */
export async function eventsRightBefore(db: Reads, eventId: string): Promise<EventLine[]> {
  const { links, steps } = await chainOf(db, eventId)
  const before = new Set(links.flatMap((one) => (one.to_step === eventId ? one.from_step : [])))
  return steps.flatMap(({ id, event }) => (event && before.has(id) ? [event] : []))
}

/** What follows from an event, directly or on a way, as far as everybody may know of it. */
export async function stepsAfter(db: Reads, eventId: string): Promise<ChainStep[]> {
  const { links, steps } = await chainOf(db, eventId)
  return steps.filter(({ id }) => id !== eventId && whatLedTo(links, id).has(eventId))
}

/** The first event to come that follows from this one, if everybody may know of it: for the letter of thanks. */
export async function nextAfter(db: Reads, eventId: string, now: string): Promise<EventLine | undefined> {
  const { links, steps } = await chainOf(db, eventId)
  return steps.flatMap(({ event }) => event ?? []).find((event) => isToCome(event, now) && follows(event.id))

  function follows(id: string): boolean {
    return whatLedTo(links, id).has(eventId)
  }
}

const isToCome = (event: EventLine, now: string): boolean => !event.cancelled_at && event.starts_at > now
