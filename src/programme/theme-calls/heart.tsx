import type { Visit } from '#platform/http.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { missingPart } from '../invitations/missing-part.tsx'
import type { Db } from '../tables.ts'
import { callsPart, themePart } from './theme-parts.tsx'

/** A Dialogforum: its theme comes from those it concerns, all three groups are invited, and a workshop follows it. */
export const dialogforum = {
  series: callsPart,
  event: async (db: Db, visit: Visit, event: ProgrammeEvent) => (
    <>
      {await themePart(db, visit, event)}
      {await missingPart(db, visit, event)}
    </>
  ),
  seriesTasks: [['/theme-calls', 'theme-calls.office.link']] as const,
  eventTasks: [['/invitations/missing', 'invitations.missing.link']] as const,
  coordinatorTasks: [['/workshop', 'chains.workshop.link']] as const,
}
