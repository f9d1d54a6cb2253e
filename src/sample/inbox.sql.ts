import type { Insertable } from 'kysely'
import type { AboutTables } from '#about/index.ts'
import type { WritesOf } from '#platform/handle.ts'
import type { Instant } from '#platform/time.ts'
import type { Writes } from './tables.ts'

/** The office stands above: of its tables only what the sample year fills in is spelled here. */
export interface InboxRows {
  inbox_assignment: { kind: 'question'; item_id: string; person_id: string; by_person: string; at: Instant }
  inbox_closing: {
    id: string
    batch_id: string
    kind: 'question'
    item_id: string
    reason: 'advertising' | 'program' | 'sent-twice' | 'abuse'
    by_person: string
    at: Instant
    undone_at: null
    undone_by: null
  }
}

/** What was asked, and what became of it, in order. */
export interface Asked {
  questions: Insertable<AboutTables['contact_question']>[]
  answers: AboutTables['contact_answer'][]
  assignments: InboxRows['inbox_assignment'][]
  closings: InboxRows['inbox_closing'][]
}

export async function writeAsked(
  tx: Writes,
  { questions, answers, assignments, closings }: Asked,
): Promise<void> {
  await tx.insertInto('contact_question').values(questions).execute()
  await tx.insertInto('contact_answer').values(answers).execute()
  const office = tx as unknown as WritesOf<InboxRows>
  await office.insertInto('inbox_assignment').values(assignments).execute()
  await office.insertInto('inbox_closing').values(closings).execute()
}
