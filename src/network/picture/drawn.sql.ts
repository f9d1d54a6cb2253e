import type { DrawnHub } from '../partnerships/tables.ts'
import type { Reads } from '../tables.ts'
import type { Network } from './graph.rules.ts'

/** What was drawn, with the names that it has now; what is gone since is read too, since it is in the picture. */
export async function networkDrawn(db: Reads, drawn: readonly DrawnHub[], now: Network): Promise<Network> {
  const hubs = new Map(now.hubs.map((hub) => [hub.id, hub]))
  const members = new Map(now.members.map((member) => [member.id, member]))
  const inIt = [...new Set(drawn.flatMap((hub) => hub.members))]
  for (const hub of await hubsGone(db, without(drawn, hubs))) hubs.set(hub.id, { ...hub, ...nowhere })
  const gone = inIt.filter((id) => !members.has(id))
  for (const member of await membersGone(db, gone)) members.set(member.id, member)
  return {
    hubs: drawn.flatMap((one) => {
      const known = hubs.get(one.id)
      return known ? [{ ...known, themes: one.themes, members: one.members }] : []
    }),
    members: inIt.toSorted().flatMap((id) => members.get(id) ?? []),
  }
}

const nowhere = { themes: [], areas: [], members: [] }

const without = (drawn: readonly DrawnHub[], known: ReadonlyMap<string, unknown>): string[] =>
  drawn.map(({ id }) => id).filter((id) => !known.has(id))

const hubsGone = async (db: Reads, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db.selectFrom('partnership').select(['id', 'slug', 'name', 'kind']).where('id', 'in', ids).execute()

const membersGone = async (db: Reads, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db.selectFrom('organisation').select(['id', 'slug', 'name', 'sector']).where('id', 'in', ids).execute()
