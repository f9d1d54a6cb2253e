import type { DbOf } from '#platform/handle.ts'
import type { ForumTables } from '#forum/index.ts'
import { type Database, insertRows, json, transact } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { plus } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'
import type { Conversation } from '../src/forum/opinion-map/conversation.ts'
import { type Plan, planted } from './opinion-map/planted.ts'

export interface Opened {
  id: string
  slug: string
  /** By number. */
  statements: string[]
  voters: string[]
}

interface Given {
  eventId: string
  by: string
  now: Instant
  votes?: Conversation
  /** What the people take part as, one after the other and again. */
  capacities?: readonly (Capacity | null)[]
  dialogue?: Partial<{ opened_at: Instant | null; closes_at: Instant; closed_at: Instant; shown_at: Instant }>
}

/** Two clear groups of people, who share a few opinions. */
export const twoGroups = (more: Partial<Plan> = {}): Conversation =>
  planted({ groups: [30, 22], statements: 20, loyalty: 0.9, common: 4, ...more })

/** A dialogue that is open, with statements and votes on them. */
export async function aDialogue(database: Database, given: Given): Promise<Opened> {
  const { eventId, by, now, votes = twoGroups(), capacities = [null], dialogue = {} } = given
  const id = newId()
  const people = [...new Set(votes.votes.map(({ person }) => person))]
  const voters = people.map((_, at) => ({
    ...{ id: newId(), dialogue_id: id, token_hash: hashOf(newToken()), language: 'sv' as const },
    ...{ capacity: capacities[at % capacities.length] ?? null, created_at: plus(now, { days: -3 }) },
  }))
  const statements = votes.statements.map((_, at) => ({
    ...{
      id: newId(),
      dialogue_id: id,
      number: at + 1,
      language: 'sv' as const,
      words: `Påstående ${at + 1}`,
    },
    ...{ translations: json({ en: `Statement ${at + 1}` }), created_at: plus(now, { days: -4 }) },
    ...{ state: 'shown' as const, decided_at: plus(now, { days: -4 }), decided_by: by, reason: null },
  }))
  const place = new Map(people.map((person, at) => [person, voters[at]?.id ?? '']))
  const rows = votes.votes.map(({ person, statement, opinion }) => ({
    ...{ statement_id: statements[Number(statement)]?.id ?? '', voter_id: place.get(person) ?? '' },
    ...{ vote: opinion, at: plus(now, { days: -2 }) },
  }))
  await transact(database.as<ForumTables>(), async (tx) => {
    await tx
      .insertInto('dialogue')
      .values({
        ...{ id, event_id: eventId, slug: id, title: json({ sv: 'Kvällsbibliotek', en: 'Late libraries' }) },
        ...{ lead: '{}', made_by: by, created_at: plus(now, { days: -5 }) },
        ...{ opened_at: plus(now, { days: -4 }), closes_at: plus(now, { days: 4 }), closed_at: null },
        ...{ shown_at: null, ...dialogue },
      })
      .execute()
    if (voters.length > 0) await tx.insertInto('voter').values(voters).execute()
    await tx.insertInto('statement').values(statements).execute()
    await insertRows<ForumTables['vote']>(tx, 'vote', rows)
  })
  const ids = (some: readonly { id: string }[]): string[] => some.map((one) => one.id)
  return { id, slug: id, statements: ids(statements), voters: ids(voters) }
}

/** A vote as it comes in, given or changed. */
export const aVote = (
  db: DbOf<ForumTables>,
  vote: { statement_id: string; voter_id: string; vote: 1 | 0 | -1; at: Instant },
): Promise<unknown> =>
  db
    .insertInto('vote')
    .values(vote)
    .onConflict((conflict) =>
      conflict.columns(['statement_id', 'voter_id']).doUpdateSet({ vote: vote.vote, at: vote.at }),
    )
    .execute()

/** Somebody new who takes part. */
export async function aVoter(db: DbOf<ForumTables>, dialogueId: string, now: Instant): Promise<string> {
  const id = newId()
  const row = { id, dialogue_id: dialogueId, token_hash: hashOf(newToken()), language: 'sv' as const }
  await db
    .insertInto('voter')
    .values({ ...row, capacity: null, created_at: now })
    .execute()
  return id
}
