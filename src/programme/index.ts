export {
  type EventLine,
  eventsOfYear,
  eventWithId,
  eventWithSlug,
  nextEvents,
  type ProgrammeEvent,
  seatsByCapacity,
} from './events.sql.ts'
export { calendarEntry } from './calendar-entry.ts'
export { EventRows, placeInBrief, StateTag } from './event-row.page.tsx'
export { type EventState, eventState, wayIn } from './event-state.rules.ts'
export { loadSeries } from './load-series.ts'
export { looksAfter, organiser } from './organiser.ts'
export { promiseState } from './promise.rules.ts'
export { PromiseLine } from './series-list.page.tsx'
export { type ProgrammeOptions, programmeRoutes } from './routes.tsx'
export { promises, seriesInOrder, type SeriesPromise, seriesWithKey } from './series.sql.ts'
export { SeatsBar } from './seats-bar.page.tsx'
export { type Letters, type LettersOf, moveUp, wipeNeeds } from './sign-up/index.ts'
export type { ProgrammeTables, Reads as ProgrammeReads, SeriesRow } from './tables.ts'
export { YearWheel } from './year-wheel.page.tsx'
