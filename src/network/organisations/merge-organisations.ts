import { sql } from 'kysely'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { type MergeRefusal, type Pointer, refusalToMerge } from './merge.rules.ts'
import { type Organisation, organisationWithId } from './organisations.sql.ts'

export interface Merging {
  pointers: readonly Pointer[]
  /** What has to be over first. */
  obstacle: (tx: Tx, fromId: string) => Promise<'in-open-change' | 'answers-open' | null>
  /** What moves by a rule of its own. */
  after: (tx: Tx, fromId: string, intoId: string) => Promise<void>
}

interface Two {
  fromId: string
  intoId: string
}

/** How many rows of each table point at an organisation: what a merge would move. */
export async function pointingAt(db: Db, pointers: readonly Pointer[], id: string) {
  const counts: Record<string, number> = {}
  for (const { table, column } of pointers) {
    const { rows } = await sql<{ count: number | bigint }>`
      select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db as never)
    const count = Number(rows[0]?.count ?? 0)
    if (count > 0) counts[table] = (counts[table] ?? 0) + count
  }
  return counts
}

/** The double becomes the other: whatever pointed at the one points at the other, and its address leads there. */
export const mergeOrganisations = (
  db: Db,
  by: Member,
  { fromId, intoId }: Two,
  merging: Merging,
  now: Instant,
): Promise<MergeRefusal | null> =>
  decide(db, 'organisation', intoId, async (tx) => {
    const from = found(await organisationWithId(tx, fromId), 'organisation')
    const into = found(await organisationWithId(tx, intoId), 'organisation')
    const isMerged = from.merged_into !== null || into.merged_into !== null
    const obstacle = await merging.obstacle(tx, fromId)
    const refusal = refusalToMerge({ fromId, intoId, isMerged, obstacle })
    if (refusal) return refusal
    const moved = await pointingAt(tx, merging.pointers, fromId)
    // What was joined with the double before is joined with the other now.
    await tx
      .updateTable('organisation_merge')
      .set({ into_id: intoId })
      .where('into_id', '=', fromId)
      .execute()
    await tx
      .insertInto('organisation_merge')
      .values({
        from_id: fromId,
        into_id: intoId,
        at: now,
        by_person: by.id,
        moved: json(moved),
        before: json(from),
      })
      .execute()
    for (const pointer of merging.pointers) if (!pointer.stays) await move(tx, pointer, { fromId, intoId })
    await merging.after(tx, fromId, intoId)
    await hide(tx, from, into, now)
    await record(tx, {
      what: 'organisation-merged',
      by: by.id,
      about: intoId,
      at: now,
      detail: { from: fromId },
    })
    return null
  })

async function move(tx: Tx, { table, column, once, both = 'drop' }: Pointer, { fromId, intoId }: Two) {
  const [rows, points] = [sql.table(table), sql.ref(column)]
  if (once) {
    const same = sql.join(
      once.map((one) => sql`other.${sql.ref(one)} = ${sql.table(table)}.${sql.ref(one)}`),
      sql` and `,
    )
    const clash = sql`${points} = ${fromId} and exists (
      select 1 from ${rows} other where other.${points} = ${intoId} and ${same})`
    await (
      both === 'drop'
        ? sql`delete from ${rows} where ${clash}`
        : sql`update ${rows} set ${points} = null where ${clash}`
    ).execute(tx as never)
  }
  await sql`update ${rows} set ${points} = ${intoId} where ${points} = ${fromId}`.execute(tx as never)
}

/** It is called as the other, so that what never changes speaks of the one that is there; its own words are written down. */
async function hide(tx: Tx, from: Organisation, into: Organisation, now: Instant): Promise<void> {
  await tx.deleteFrom('organisation_member').whereRef('umbrella_id', '=', 'member_id').execute()
  await tx
    .updateTable('organisation')
    .set({ merged_into: into.id })
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
    about: json({ ...from.about, ...into.about }),
    changed_at: now,
  }
  await tx.updateTable('organisation').set(told).where('id', '=', into.id).execute()
}
