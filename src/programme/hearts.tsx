import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { chainPart } from './chains/chain-part.tsx'
import { arrangersPart, sideMissingPart } from './arrangers/event-parts.tsx'
import { coCreatingChange } from './co-creating-change/heart.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import { themesPart } from './library/event-parts.tsx'
import { malmoHour } from './malmo-hour/heart.tsx'
import { lunchAndLearn } from './lunch-and-learn/index.ts'
import { promisePart } from './promises/desk-part.tsx'
import type { Db, SeriesRow } from './tables.ts'
import { whoIsMissingPart, whoMetPart } from './who-met/event-parts.tsx'
import { dialogforum } from './theme-calls/heart.tsx'

/** An address, after that of the series or of the event's desk, and the key of its words. */
export type Task = readonly [path: string, words: string]

/** What is peculiar to one series: each has a rule of its own, in a room of its own. */
export interface Heart {
  /** On the page of the series. */
  series?: (db: Db, visit: Visit, series: SeriesRow) => Promise<Child>
  /** On the page of each of its events. */
  event?: (db: Db, visit: Visit, event: ProgrammeEvent) => Promise<Child>
  /** What coordinators do with the series, below /office/series/KEY. */
  seriesTasks?: readonly Task[]
  /** What is done with one of its events, below /office/events/ID. */
  eventTasks?: readonly Task[]
  /** The same for coordinators alone. */
  coordinatorTasks?: readonly Task[]
}

/** By the key of the series. */
const hearts: Readonly<Record<string, Heart>> = {
  dialogforum,
  'inspirational-lectures': { seriesTasks: [['/light', 'arrangers.light.link']] },
  'information-sessions': { seriesTasks: [['/light', 'arrangers.light.link']] },
  'malmo-hour': malmoHour,
  'co-creating-change': coCreatingChange,
  'lunch-and-learn': lunchAndLearn,
}

export const heartOf = (seriesKey: string): Heart => hearts[seriesKey] ?? {}

type EventPart = (db: Db, visit: Visit, event: ProgrammeEvent) => Promise<Child>

/** What is shown on the page of every event, whatever its series, in this order. */
const partsOfEveryEvent: readonly EventPart[] = [arrangersPart, themesPart, chainPart, whoMetPart]

/** What the desk of every event says beside how it stands, in this order. */
const partsOfEveryDesk: readonly EventPart[] = [promisePart, sideMissingPart, whoIsMissingPart]

/** What an event's page shows beside what it is about. */
export async function eventParts(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child[]> {
  const own = heartOf(event.series_key).event
  return Promise.all([...(own ? [own] : []), ...partsOfEveryEvent].map((part) => part(db, visit, event)))
}

/** The same on the event's desk, for those who look after it. */
export const deskParts = (db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child[]> =>
  Promise.all(partsOfEveryDesk.map((part) => part(db, visit, event)))
