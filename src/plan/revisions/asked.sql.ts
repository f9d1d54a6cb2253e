import { partiesInOrder, partiesOn } from '#people/index.ts'
import type { Reads } from '../tables.ts'
import { partiesOf } from './revision.rules.ts'
import type { Revision } from './revisions.sql.ts'

type Asked = Pick<Revision, 'asked_on'>

/** The parties whose yes a revision takes, by their ids. */
export async function idsOfAsked(db: Reads, { asked_on }: Asked, today: string): Promise<string[]> {
  const [then, now] = await Promise.all([partiesOn(db, asked_on ?? today), partiesOn(db, today)])
  return partiesOf(
    then.map(({ id }) => id),
    now.map(({ id }) => id),
  )
}

/** The same with their names. */
export async function partiesAsked(db: Reads, revision: Asked, today: string) {
  const asked = await idsOfAsked(db, revision, today)
  return (await partiesInOrder(db)).filter(({ id }) => asked.includes(id))
}

/** The latest day on which the parties were asked about something that still waits for answers. */
export async function lastAskedOn(db: Reads): Promise<string | null> {
  const row = await db
    .selectFrom('revision')
    .select((eb) => eb.fn.max('asked_on').as('day'))
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row?.day ?? null
}
