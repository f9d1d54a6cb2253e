import { type Insertable, sql } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { SuccessorTables } from '../tables.ts'
import type { AskedOwner } from './carry.rules.ts'

/** Who has promised each commitment of a plan, with what is needed to ask them. */
export const ownersOfPlan = async (db: Reads, planId: string): Promise<OwnerOfPlan[]> => {
  const rows = await db
    .selectFrom('commitment_owner')
    .innerJoin('commitment', 'commitment.id', 'commitment_owner.commitment_id')
    .leftJoin('party', 'party.id', 'commitment_owner.party_id')
    .leftJoin('organisation', 'organisation.id', 'commitment_owner.organisation_id')
    .select([
      'commitment_owner.commitment_id',
      'commitment_owner.party_id',
      'commitment_owner.organisation_id',
      'party.name as party_name',
      'organisation.name as organisation_name',
      'organisation.contact_email',
    ])
    .where('commitment.plan_id', '=', planId)
    .orderBy('commitment_owner.position')
    .execute()
  return rows.map(({ commitment_id, party_id, organisation_id, party_name, organisation_name, ...row }) => ({
    commitment_id,
    id: party_id ?? organisation_id ?? '',
    kind: party_id ? ('party' as const) : ('organisation' as const),
    name: party_name ?? organisation_name ?? {},
    contact_email: row.contact_email,
  }))
}

export interface OwnerOfPlan extends AskedOwner {
  commitment_id: string
  name: Texts
  contact_email: string | null
}

/** What owners have said, as they are now: a double's answer is read as the other's, and the latest of the two stands. */
export const carryAnswersOf = async (db: Reads, successorId: string) => {
  const rows = await givenAnswersOf(db, successorId).execute()
  const latest = new Map(rows.map((row) => [`${row.commitment_id} ${row.owner_id}`, row]))
  return [...latest.values()]
}

const givenAnswersOf = (db: Reads, successorId: string) =>
  db
    .selectFrom('carry_answer')
    .leftJoin('organisation_merge', 'from_id', 'owner_id')
    .select(['successor_id', 'commitment_id', 'answer', 'reason', 'carry_answer.by_person', 'answered_at'])
    .select(sql<string>`coalesce(into_id, owner_id)`.as('owner_id'))
    .where('successor_id', '=', successorId)
    .orderBy('answered_at')
    .orderBy('from_id')
export type CarryAnswerRow = Awaited<ReturnType<typeof carryAnswersOf>>[number]

export const carryEndingsOf = (db: Reads, successorId: string) =>
  db.selectFrom('carry_ending').selectAll().where('successor_id', '=', successorId).execute()
export type CarryEndingRow = Awaited<ReturnType<typeof carryEndingsOf>>[number]

/** Commitments that a revision has taken out of a plan. */
export const takenOutOf = async (db: Reads, planId: string, today: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('commitment_version')
    .innerJoin('commitment', 'commitment.id', 'commitment_version.commitment_id')
    .select(['commitment_version.commitment_id', 'commitment_version.is_removed'])
    .where('commitment.plan_id', '=', planId)
    .where('from_day', '<=', today)
    .orderBy('from_day')
    .orderBy('commitment_version.id')
    .execute()
  const latest = new Map(rows.map((row) => [row.commitment_id, row.is_removed]))
  return new Set([...latest].flatMap(([id, isRemoved]) => (isRemoved === 1 ? [id] : [])))
}

/** The latest answer of an owner stands. */
export const putCarryAnswer = (db: Writes, row: Insertable<SuccessorTables['carry_answer']>) =>
  db
    .insertInto('carry_answer')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['successor_id', 'commitment_id', 'owner_id']).doUpdateSet((eb) => ({
        answer: eb.ref('excluded.answer'),
        reason: eb.ref('excluded.reason'),
        by_person: eb.ref('excluded.by_person'),
        answered_at: eb.ref('excluded.answered_at'),
      })),
    )
    .execute()

export const addCarryEnding = (db: Writes, row: Insertable<SuccessorTables['carry_ending']>) =>
  db.insertInto('carry_ending').values(row).execute()

/** The new link is the only one that an organisation answers by. */
export async function putCarryLink(
  db: Writes,
  row: Insertable<SuccessorTables['carry_link']>,
): Promise<void> {
  await db
    .deleteFrom('carry_link')
    .where('successor_id', '=', row.successor_id)
    .where('organisation_id', '=', row.organisation_id)
    .execute()
  await db.insertInto('carry_link').values(row).execute()
}

export const carryLinkWithHash = (db: Reads, hash: string) =>
  db
    .selectFrom('carry_link')
    .innerJoin('organisation', 'organisation.id', 'carry_link.organisation_id')
    .select(['carry_link.successor_id', 'carry_link.organisation_id', 'carry_link.language'])
    .select('organisation.name as organisation_name')
    .where('token_hash', '=', hash)
    .executeTakeFirst()
