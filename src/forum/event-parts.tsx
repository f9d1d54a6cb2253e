import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { afterEvent } from './after-event.ts'
import { AfterEvent } from './after-event.page.tsx'
import type { CommitmentOf } from './commitments.ts'
import { EventDesk } from './event-desk.page.tsx'
import { eventWithNotes, noteOf } from './notes.sql.ts'
import { recommendationsOf } from './recommendations.sql.ts'
import type { Reads } from './tables.ts'

type Part = (visit: Visit, eventId: string) => Promise<Child>

/** What this slice adds to the pages that the programme draws: app.tsx hands it over. */
export const eventParts = (db: Reads, commitmentOf: CommitmentOf): { afterEvent: Part; eventDesk: Part } => ({
  async afterEvent(visit, eventId) {
    const after = await afterEvent(db, eventId, commitmentOf)
    return after && <AfterEvent visit={visit} after={after} />
  },
  async eventDesk(visit, eventId) {
    const [event, note] = await Promise.all([eventWithNotes(db, eventId), noteOf(db, eventId)])
    const recommendations = await recommendationsOf(db, eventId)
    return event ? <EventDesk visit={visit} {...{ event, note, recommendations }} /> : null
  },
})
