import type { Decided } from './course-rows.ts'
import type { Row, Writes } from './tables.ts'

/** Takes the last steps of the courses, which the database allows only in their order. */
export async function finishCourses(tx: Writes, decided: readonly Decided[]): Promise<void> {
  for (const one of decided) {
    const { decided_at, decided_by } = one
    await tx.updateTable('course').set({ decided_at, decided_by }).where('id', '=', one.course.id).execute()
    const until = one.decided_at
    await set(tx, one.accepted, { state: 'offered', offered_until: until })
    await set(tx, one.accepted, { state: 'accepted', offered_until: null })
    await set(tx, one.alumni, { alumni_since: one.alumni_since })
    for (const { id, line, line_place } of one.substitutes)
      await set(tx, [id], { state: 'substitute', line, line_place })
    await set(tx, one.left, { state: 'not-chosen' })
    if (one.forgotten_at === null) continue
    const nobody = {
      name: '–',
      email: null,
      motivation: null,
      organisation_id: null,
      organisation_name: null,
    }
    const others = [...one.left, ...one.substitutes.map(({ id }) => id)]
    await set(tx, others, { ...nobody, forgotten_at: one.forgotten_at })
    await set(tx, one.accepted, { motivation: null })
    const unlisted = one.accepted.filter((id) => !one.alumni.includes(id))
    if (one.participants_forgotten_at !== null)
      await set(tx, unlisted, { ...nobody, forgotten_at: one.participants_forgotten_at })
  }
}

const set = async (
  tx: Writes,
  ids: readonly string[],
  values: Partial<Row<'course_application'>>,
): Promise<void> => {
  if (ids.length > 0) await tx.updateTable('course_application').set(values).where('id', 'in', ids).execute()
}
