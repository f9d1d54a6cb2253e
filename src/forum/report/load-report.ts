import type { Visit } from '#platform/http.ts'
import { eventWithId, type ProgrammeEvent, resultsOf, stepsAfter, whoMetPart } from '#programme/index.ts'
import { type CommitmentOf, none } from '../commitments.ts'
import { additionsOf } from '../minutes/minutes.sql.ts'
import { noteOf } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { saidAtTables } from './load-said.ts'
import { loadSeating } from './load-seating.ts'
import { promisesOf, shownDialogues } from './report.sql.ts'

/** Everything that a forum came to, in one place; undefined when there is no such event. */
export async function loadReport(db: Db, visit: Visit, eventId: string, commitmentOf: CommitmentOf = none) {
  const event: ProgrammeEvent | undefined = await eventWithId(db, eventId)
  if (!event) return undefined
  const note = await noteOf(db, eventId)
  const recommendations = await recommendationsOf(db, eventId)
  return {
    event,
    note,
    recommendations,
    additions: note ? await additionsOf(db, note.id) : [],
    commitments: await commitmentOf(recommendations.map((one) => one.id)),
    said: await saidAtTables(db, eventId),
    met: await whoMetPart(db, visit, event),
    seating: await loadSeating(db, eventId),
    dialogues: await shownDialogues(db, eventId),
    promises: await promisesOf(db, eventId),
    results: await resultsOf(db, event, visit.now),
    after: await stepsAfter(db, eventId),
  }
}

export type Report = NonNullable<Awaited<ReturnType<typeof loadReport>>>
