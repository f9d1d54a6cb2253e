import type { Insertable, Selectable } from 'kysely'
import { insertRows, type NewRow } from '#platform/db.ts'
import type { Reads, Writes } from '../tables.ts'
import type { CourseTables } from './tables.ts'

/** Everything that was changed by hand in a group, the first change first, with who made it. */
export const picksOf = (db: Reads, courseId: string) =>
  db
    .selectFrom('course_pick')
    .innerJoin('person', 'person.id', 'course_pick.by_person')
    .innerJoin('course_application', 'course_application.id', 'course_pick.application_id')
    .select(['course_pick.id', 'course_pick.application_id', 'course_pick.kind', 'reason', 'at'])
    .select(['person.name as by', 'course_application.name'])
    .where('course_pick.course_id', '=', courseId)
    .orderBy('course_pick.id')
    .execute()

export type PickRow = Awaited<ReturnType<typeof picksOf>>[number]

export const addPick = (tx: Writes, row: Insertable<CourseTables['course_pick']>) =>
  tx.insertInto('course_pick').values(row).execute()

export type ChoiceRow = Selectable<CourseTables['course_choice']>

/** The group as it was decided; nothing before that. */
export const choicesOf = (db: Reads, courseId: string): Promise<ChoiceRow[]> =>
  db.selectFrom('course_choice').selectAll().where('course_id', '=', courseId).orderBy('position').execute()

export const addChoices = (tx: Writes, rows: readonly NewRow<CourseTables['course_choice']>[]) =>
  insertRows<CourseTables['course_choice']>(tx, 'course_choice', rows)
