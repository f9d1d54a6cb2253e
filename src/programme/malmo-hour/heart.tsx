import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { loadAgenda } from '../agenda/load-agenda.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { SlotsOfHour } from './event-part.page.tsx'
import { loadTurns } from './load-turns.ts'
import { TurnsOfSeries } from './series-part.page.tsx'

/** What is peculiar to the Malmö Hour: whose turn it is to present. */
export const malmoHour = {
  series: async (db: Db, visit: Visit): Promise<Child> => (
    <TurnsOfSeries visit={visit} turns={await loadTurns(db)} />
  ),
  event: async (db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> => {
    const { items } = await loadAgenda(db, event)
    const turns = await loadTurns(db)
    return <SlotsOfHour visit={visit} turns={turns} event={event} hasProgramme={items.length > 0} />
  },
  seriesTasks: [['/turns', 'malmo-hour.desk.title']],
  eventTasks: [['/slots', 'malmo-hour.hour.link']],
} as const
