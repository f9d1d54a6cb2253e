import type { Insertable } from 'kysely'
import type { AboutTables } from '#about/index.ts'
import type { InboxTables } from '#office/tables.ts'
import type { Writes } from './tables.ts'

/** What was asked, and what became of it, in order. */
export interface Asked {
  questions: Insertable<AboutTables['contact_question']>[]
  answers: AboutTables['contact_answer'][]
  assignments: InboxTables['inbox_assignment'][]
  closings: InboxTables['inbox_closing'][]
}

export async function writeAsked(
  tx: Writes,
  { questions, answers, assignments, closings }: Asked,
): Promise<void> {
  await tx.insertInto('contact_question').values(questions).execute()
  await tx.insertInto('contact_answer').values(answers).execute()
  await tx.insertInto('inbox_assignment').values(assignments).execute()
  await tx.insertInto('inbox_closing').values(closings).execute()
}
