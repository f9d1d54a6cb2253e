import { languages, type Texts } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import type { Reads } from '../../tables.ts'
import { changesOfAll, revisionTitle } from '../../revisions/index.ts'

const revisionsOf = (db: Reads) =>
  db
    .selectFrom('revision')
    .innerJoin('plan', 'plan.id', 'revision.plan_id')
    .select(['revision.id', 'revision.title', 'revision.number', 'revision.kind'])
    .select('plan.title as plan_title')
    .where('revision.state', '<>', 'draft')
    .orderBy('revision.number', 'desc')

interface Named {
  id: string
  number: number
  title: Texts
}

/** Changes of the plan by the names that they have on their own pages: those without a title after what they change. */
export async function namedRevisions(
  db: Reads,
  among: (all: ReturnType<typeof revisionsOf>) => ReturnType<typeof revisionsOf>,
): Promise<Named[]> {
  const rows = await among(revisionsOf(db)).execute()
  const changes = await changesOfAll(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number },
    title: Object.fromEntries(
      languages.map((one) => [one, revisionTitle(wordsFor(one), row, changes.get(row.id) ?? [])]),
    ),
  }))
}
