import { sql } from 'kysely'
import { type Database, json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import {
  answerRevision,
  type ChangeInput,
  commitmentsNow,
  type CommitmentWords,
  proposeChange,
} from '../src/plan/revisions/index.ts'
import type { Db } from '../src/plan/tables.ts'

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
export const means = (now: Instant) => ({ now, url })

export const partyOf = (member: Member): string => member.party?.id ?? ''

export const planId = async (database: Database): Promise<string> => {
  const db: Db = database.as()
  const plan = await db.selectFrom('plan').select('id').where('adopted_on', 'is not', null).executeTakeFirst()
  return plan?.id ?? ''
}

/** A proposal that waits for the others, or came into force when there are none. */
export async function proposal(
  database: Database,
  by: Member,
  changes: readonly ChangeInput[],
  { now, decideBy = '2026-12-20' }: { now: Instant; decideBy?: string },
): Promise<string> {
  const given = { plan_id: await planId(database), title: {}, reason: { sv: 'Det behövs.' } }
  const proposed = await proposeChange(database.as(), by, { ...given, decideBy, changes }, means(now))
  if (proposed.refusal !== null) throw new Error(proposed.refusal)
  return proposed.id
}

/** What the commitment says now, with some of it otherwise, as a change that can be proposed. */
export async function otherwise(
  database: Database,
  commitment: string,
  given: Partial<CommitmentWords>,
): Promise<ChangeInput> {
  const { words } = (await commitmentsNow(database.as(), [commitment])).get(commitment) ?? {}
  if (!words) throw new Error('no such commitment')
  return { kind: 'change-commitment', commitment_id: commitment, after: { ...words, ...given } }
}

export const aNewOne = (goal: string, owner: string, title: string): ChangeInput => ({
  ...{ kind: 'add-commitment', commitment_id: newId() },
  after: {
    ...{ title: { sv: title }, what: {}, measure: { sv: 'Vi räknar' }, due_on: '2026-12-20' },
    ...{ owners: [{ party: owner }], goal_id: goal, recommendation_id: null, carried_from: null },
  },
})

/** A party's answer to the version it has seen; the state that it led to, or why it did not count. */
export async function answered(
  database: Database,
  by: Member,
  revision: string,
  { now, seen = 1, answer = 'yes' }: { now: Instant; seen?: number; answer?: 'yes' | 'no' },
): Promise<string> {
  const reason = answer === 'no' ? { sv: 'Inte nu.' } : {}
  const given = { partyId: partyOf(by), seen, answer, reason }
  const { refusal, ...settled } = await answerRevision(database.as(), by, revision, given, means(now))
  return refusal ?? ('state' in settled ? settled.state : '')
}

/** What somebody with a database client could send. */
export const rawSql = (database: Database, text: string): Promise<unknown> =>
  sql.raw(text).execute(database.as())

export const stateOf = async (database: Database, revision: string): Promise<string | undefined> => {
  const db: Db = database.as()
  const row = await db.selectFrom('revision').select('state').where('id', '=', revision).executeTakeFirst()
  return row?.state
}

interface Agreed {
  plan: string
  changes: readonly ChangeInput[]
  day: string
  kind?: 'change' | 'adoption'
}

/** All have said yes to it; nothing of what it says is written in the plan. */
export async function agreedBySql(
  database: Database,
  [by, ...others]: readonly [Member, ...Member[]],
  { plan, changes, day, kind = 'change' }: Agreed,
): Promise<string> {
  const run = (text: string): Promise<unknown> => rawSql(database, text)
  const id = newId()
  const at = `${day}T11:00:00.000Z`
  await run(`insert into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by, created_at,
      changed_at, proposed_at, asked_on, decide_by)
    values ('${id}', (select coalesce(max(number), 0) + 1 from revision), '${plan}', '${kind}', '{}', '{"sv":"R"}',
      'proposed', '${partyOf(by)}', '${by.id}', '${at}', '${at}', '${at}', '${day}', '2027-05-31')`)
  for (const [index, change] of changes.entries()) {
    const given = change as { commitment_id?: string; after?: unknown; before?: unknown }
    const about = given.commitment_id ? `'${given.commitment_id}'` : 'null'
    await run(`insert into revision_change (id, revision_id, position, kind, commitment_id, before, after)
      values ('${newId()}', '${id}', ${index + 1}, '${change.kind}', ${about},
        '${json(given.before ?? {})}', '${json(given.after ?? {})}')`)
  }
  for (const member of [by, ...others])
    await run(`insert into revision_answer (revision_id, version, party_id, answer, by_person, at)
      values ('${id}', 1, '${partyOf(member)}', 'yes', '${member.id}', '${at}')`)
  await run(
    `update revision set state = 'in-force', ended_at = '${at}', ended_on = '${day}' where id = '${id}'`,
  )
  return id
}
