import type { Insertable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import { type EventLine, eventLines } from '../events.sql.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Link } from './chain.rules.ts'
import type { ChainTables } from './tables.ts'

const linksOf = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('event_link')
    .select(['from_step', 'to_step'])
    .where((eb) => eb.or([eb('from_step', 'in', ids), eb('to_step', 'in', ids)]))
    .execute()

/** All links of the chains that these steps are in: one question for each step that the chain is deep. */
export async function linksAround(db: Reads, ...ids: readonly string[]): Promise<Link[]> {
  const asked = new Set<string>()
  const links = new Map<string, Link>()
  let edge = [...ids]
  while (edge.length > 0) {
    for (const id of edge) asked.add(id)
    const found = await linksOf(db, edge)
    for (const one of found) links.set(`${one.from_step} ${one.to_step}`, one)
    edge = [...new Set(found.flatMap((one) => [one.from_step, one.to_step]))].filter((id) => !asked.has(id))
  }
  return [...links.values()]
}

export const idsIn = (links: readonly Link[]): string[] => [
  ...new Set(links.flatMap((one) => [one.from_step, one.to_step])),
]

/** The events among these steps that everybody may see or, without that, all of them. */
export function eventsAmong(db: Reads, ids: readonly string[]): Promise<EventLine[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : eventLines(db).where('event.id', 'in', ids).orderBy('event.starts_at').execute()
}

export interface Survey {
  id: string
  title: Texts
  url: string | null
  on_date: string
}

export async function surveysAmong(db: Reads, ids: readonly string[]): Promise<Survey[]> {
  if (ids.length === 0) return []
  const query = db.selectFrom('chain_step').select(['id', 'title', 'url', 'on_date'])
  const rows = await query.where('kind', '=', 'survey').where('id', 'in', ids).orderBy('on_date').execute()
  return rows.map(({ on_date, ...row }) => ({ ...row, on_date: on_date ?? '' }))
}

/** An event is a step from when it is first linked. */
export const addStep = (db: Writes, step: Insertable<ChainTables['chain_step']>): Promise<unknown> =>
  db
    .insertInto('chain_step')
    .values(step)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export const addLink = (db: Writes, row: ChainTables['event_link']): Promise<unknown> =>
  db.insertInto('event_link').values(row).execute()

/** False when there was no such link. */
export const removeLink = async (db: Writes, { from_step, to_step }: Link): Promise<boolean> => {
  const query = db.deleteFrom('event_link').where('from_step', '=', from_step).where('to_step', '=', to_step)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/** A survey that is in no chain any more is nowhere to be seen, so it goes too. */
export const removeLooseSurveys = (db: Writes, ids: readonly string[]): Promise<unknown> =>
  db
    .deleteFrom('chain_step')
    .where('id', 'in', ids)
    .where('kind', '=', 'survey')
    .where('id', 'not in', (eb) => eb.selectFrom('event_link').select('from_step'))
    .where('id', 'not in', (eb) => eb.selectFrom('event_link').select('to_step'))
    .execute()
