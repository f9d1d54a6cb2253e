import { sql } from 'kysely'
import type { Merging } from '#network/index.ts'

/**
 * Every column that points at an organisation, and how its rows move when a double becomes another. A test compares it
 * with the database, so that a new one is not forgotten.
 */
export const organisationPointers: Merging['pointers'] = [
  { table: 'partnership_organisation', column: 'organisation_id', once: ['partnership_id'] },
  // What happened with a partnership never changes; it is read through the merge.
  { table: 'partnership_step', column: 'organisation_id', stays: true },
  { table: 'partnership_link', column: 'organisation_id' },
  { table: 'pledge', column: 'organisation_id' },
  { table: 'need_offer', column: 'organisation_id' },
  { table: 'need_offer_link', column: 'organisation_id' },
  { table: 'recommendation', column: 'receiver_organisation_id' },
  { table: 'commitment_owner', column: 'organisation_id', stays: true },
  { table: 'sign_up', column: 'organisation_id' },
  { table: 'invitation', column: 'organisation_id' },
  { table: 'lunch_need', column: 'organisation_id' },
  { table: 'lunch_offer', column: 'organisation_id' },
  { table: 'lunch', column: 'partner_id' },
  { table: 'course_application', column: 'organisation_id' },
  { table: 'event_arranger', column: 'organisation_id', once: ['event_id'] },
  // Both stand on the list of those who joined: the double lets go, and keeps the name it joined with.
  { table: 'signatory', column: 'organisation_id', once: ['state'], both: 'let-go' },
  { table: 'carry_link', column: 'organisation_id', once: ['successor_id'] },
  { table: 'partner_gift', column: 'organisation_id' },
  { table: 'survey_asked', column: 'organisation_id', once: ['survey_id'], both: 'let-go' },
  { table: 'organisation_member', column: 'member_id', once: ['umbrella_id'] },
  { table: 'organisation_member', column: 'umbrella_id', once: ['member_id'] },
  { table: 'organisation_post', column: 'organisation_id', once: ['person_id', 'kind'] },
  { table: 'organisation_invitation', column: 'organisation_id', once: ['email'] },
  { table: 'organisation_claim', column: 'organisation_id' },
  { table: 'organisation_application', column: 'organisation_id' },
]

type Tx = Parameters<Merging['obstacle']>[0]

const any = async (tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> =>
  (await query.execute(tx as never)).rows.length > 0

/** Nothing that the parties, or an owner, are just asked about is changed under their hands. */
async function obstacle(tx: Tx, fromId: string) {
  const named = `%${fromId}%`
  const change = sql`select 1 from revision_change join revision on revision.id = revision_id
    where state in ('draft', 'proposed')
    and (cast(before as text) like ${named} or cast(after as text) like ${named})`
  if (await any(tx, change)) return 'in-open-change' as const
  const answered = sql`select 1 from carry_answer join plan on plan.id = successor_id
    where owner_id = ${fromId} and adopted_on is null`
  return (await any(tx, answered)) ? ('answers-open' as const) : null
}

interface Owner {
  party?: string
  organisation?: string
}

/** The owners of a promise are those that stand in the plan, as the database reads it after the merge. */
async function after(tx: Tx, fromId: string): Promise<void> {
  const { rows } = await sql<{ commitment_id: string; owners: Owner[] | string }>`
    select commitment_id, owners from commitment_latest
    where commitment_id in (select commitment_id from commitment_owner where organisation_id = ${fromId})
  `.execute(tx as never)
  for (const { commitment_id, owners } of rows) {
    const list = typeof owners === 'string' ? (JSON.parse(owners) as Owner[]) : owners
    const before = await sql<{ position: number; party_id: string | null; organisation_id: string | null }>`
      select position, party_id, organisation_id from commitment_owner where commitment_id = ${commitment_id}
    `.execute(tx as never)
    const fits = (row: (typeof before.rows)[number]): boolean =>
      (list[row.position - 1]?.party ?? null) === row.party_id &&
      (list[row.position - 1]?.organisation ?? null) === row.organisation_id
    const kept = new Set(before.rows.filter(fits).map(({ position }) => position))
    for (const { position } of before.rows.filter((row) => !fits(row)))
      await sql`delete from commitment_owner where commitment_id = ${commitment_id} and position = ${position}`.execute(
        tx as never,
      )
    for (const [index, owner] of list.entries())
      if (!kept.has(index + 1))
        await sql`insert into commitment_owner (commitment_id, position, party_id, organisation_id)
          values (${commitment_id}, ${index + 1}, ${owner.party ?? null}, ${owner.organisation ?? null})`.execute(
          tx as never,
        )
  }
}

export const organisationMerging: Merging = { pointers: organisationPointers, obstacle, after }
