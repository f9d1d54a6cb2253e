import { type Insertable, sql } from 'kysely'
import { json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, NetworkTables, Tx } from '../tables.ts'
import type { Pointer } from './merge.rules.ts'
import type { Organisation } from './organisations.sql.ts'

interface Two {
  fromId: string
  intoId: string
}

/** How many rows of each table point at an organisation: what a merge would move. */
export async function pointingAt(db: Db, pointers: readonly Pointer[], id: string) {
  const counts: Record<string, number> = {}
  for (const { table, column } of pointers) {
    const { rows } = await sql<{ count: number | bigint }>`
      select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db)
    const count = Number(rows[0]?.count ?? 0)
    if (count > 0) counts[table] = (counts[table] ?? 0) + count
  }
  return counts
}

/** Writes down that one became the other; what was joined with the double before is joined with the other now. */
export async function addMerge(tx: Tx, row: Insertable<NetworkTables['organisation_merge']>): Promise<void> {
  await tx
    .updateTable('organisation_merge')
    .set({ into_id: row.into_id })
    .where('into_id', '=', row.from_id)
    .execute()
  await tx.insertInto('organisation_merge').values(row).execute()
}

/** A double is no member of itself: whichever of the two gathered the other. */
export const partFromEachOther = (tx: Tx, { fromId, intoId }: Two) =>
  tx
    .deleteFrom('organisation_member')
    .where('umbrella_id', 'in', [fromId, intoId])
    .where('member_id', 'in', [fromId, intoId])
    .execute()

/** What pointed at the double points at the other; where both did, one row goes, lets go or ends. */
export async function movePointer(tx: Tx, pointer: Pointer, { fromId, intoId }: Two, now: Instant) {
  const { table, column, once } = pointer
  const [rows, points] = [sql.table(table), sql.ref(column)]
  if (once) await partWithTwice(tx, pointer, sameOf(pointer, once, { fromId, intoId }), now)
  await sql`update ${rows} set ${points} = ${intoId} where ${points} = ${fromId}`.execute(tx)
}

/** The double's rows of which the other has the same. */
function sameOf({ table, column, while: open }: Pointer, once: readonly string[], { fromId, intoId }: Two) {
  const [rows, points] = [sql.table(table), sql.ref(column)]
  const same = sql.join(
    [
      ...once.map((one) => sql`other.${sql.ref(one)} = ${rows}.${sql.ref(one)}`),
      ...(open ? [sql`other.${sql.ref(open)} is null and ${rows}.${sql.ref(open)} is null`] : []),
    ],
    sql` and `,
  )
  return sql`${points} = ${fromId} and exists (
    select 1 from ${rows} other where other.${points} = ${intoId} and ${same})`
}

async function partWithTwice(tx: Tx, pointer: Pointer, twice: ReturnType<typeof sameOf>, now: Instant) {
  const { table, column, both = 'drop', while: open } = pointer
  const rows = sql.table(table)
  if (both === 'drop') await sql`delete from ${rows} where ${twice}`.execute(tx)
  else if (both === 'let-go')
    await sql`update ${rows} set ${sql.ref(column)} = null where ${twice}`.execute(tx)
  else {
    const said = Object.entries({ ...(open && { [open]: now }), ...both.ended })
    const set = sql.join(said.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
    await sql`update ${rows} set ${set} where ${twice}`.execute(tx)
  }
}

/** It is called as the other, so that what never changes speaks of the one that is there; its own words are written down. */
export async function hideDouble(
  tx: Tx,
  from: Organisation,
  into: Organisation,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ merged_into: into.id, party_id: null })
    .where((eb) => eb.or([eb('id', '=', from.id), eb('merged_into', '=', from.id)]))
    .execute()
  await tx
    .updateTable('organisation')
    .set({ name: json(into.name), contact_email: null, changed_at: now })
    .where('merged_into', '=', into.id)
    .execute()
  // What the other does not say of itself, it is told by its double.
  const told = {
    website: into.website ?? from.website,
    place: into.place ?? from.place,
    contact_email: into.contact_email ?? from.contact_email,
    number: into.number ?? from.number,
    party_id: into.party_id ?? from.party_id,
    about: json({ ...from.about, ...into.about }),
    for_whom: json({ ...from.for_whom, ...into.for_whom }),
    areas: json(into.areas.length > 0 ? into.areas : from.areas),
    languages: json(into.languages.length > 0 ? into.languages : from.languages),
    changed_at: now,
  }
  await tx.updateTable('organisation').set(told).where('id', '=', into.id).execute()
}
