import type { Reads } from '../tables.ts'

/** Who acts for which organisation, is invited to, or stands in a list that was imported: by address. */
export async function whoActs(db: Reads, today: string) {
  const posts = await db
    .selectFrom('organisation_post')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['organisation_id', 'email'])
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .execute()
  const invited = await db
    .selectFrom('organisation_invitation')
    .select(['organisation_id', 'email'])
    .where('answered_at', 'is', null)
    .execute()
  const listed = await db
    .selectFrom('list_import_line')
    .select(['organisation_id', 'cells'])
    .where('done', '=', 'listed')
    .where('undone', 'is', null)
    .where('cells', 'is not', null)
    .execute()
  return [
    ...posts,
    ...invited,
    ...listed.map(({ organisation_id, cells }) => ({
      organisation_id: organisation_id ?? '',
      email: cells?.contact?.email ?? '',
    })),
  ]
}
