import { standings } from '#people/index.ts'
import { type Absence, absencesOfParty } from './keeping.rules.ts'
import type { Reads } from './tables.ts'

/** When each of these parties and organisations is not there to keep what it has promised, by its id; the others are. */
export async function absencesOf(db: Reads, ids: readonly string[]): Promise<Map<string, Absence[]>> {
  if (ids.length === 0) return new Map()
  const [ended, steps] = await Promise.all([
    db
      .selectFrom('organisation')
      .select(['id', 'ended_on'])
      .where('id', 'in', ids)
      .where('ended_on', 'is not', null)
      // What was merged is the other organisation from then on.
      .where('merged_into', 'is', null)
      .$narrowType<{ ended_on: string }>()
      .execute(),
    standings(db),
  ])
  const parties = [...Map.groupBy(steps, ({ party_id }) => party_id)].filter(([id]) => ids.includes(id))
  return new Map<string, Absence[]>([
    ...parties.map(([id, own]): [string, Absence[]] => [id, absencesOfParty(own)]),
    ...ended.map(({ id, ended_on }): [string, Absence[]] => [
      id,
      [{ because: 'ended', from: ended_on, until: null }],
    ]),
  ])
}
