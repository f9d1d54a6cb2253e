import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { ArrangersSection, RecordedNotice, SideMissingNotice } from './arrangers.page.tsx'
import { sideMissing } from './arrangers.rules.ts'
import { arrangersOf, isRecorded } from './arrangers.sql.ts'

/** On an event's page: who arranges it, and that it will be recorded. */
export async function arrangersPart(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const arrangers = await arrangersOf(db, event.id)
  const willBeRecorded = event.ends_at > visit.now && !event.cancelled_at && (await isRecorded(db, event.id))
  return (
    <>
      {willBeRecorded && <RecordedNotice visit={visit} />}
      <ArrangersSection visit={visit} arrangers={arrangers} />
    </>
  )
}

/** On the desk of an event that belongs to both sides while one of them is missing. */
export async function sideMissingPart(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  if (event.ends_at <= visit.now || event.cancelled_at) return null
  const arrangers = await arrangersOf(db, event.id)
  const missing = sideMissing(
    event.series_key,
    arrangers.map(({ side }) => side),
  )
  return missing && <SideMissingNotice visit={visit} eventId={event.id} missing={missing} />
}
