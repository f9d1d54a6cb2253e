import { setImmediate as nextRound } from 'node:timers/promises'
import type { Language, Texts } from '#platform/language.ts'
import type { Conversation, Statement, Vote } from '../opinion-map/conversation.ts'
import type { Reads } from '../tables.ts'
import { sectorsToCompare } from './singled-out.rules.ts'

/** A statement as it is shown on the map, beside what the algorithm wants to know of it. */
export interface Worded {
  id: string
  number: number
  language: Language
  words: string
  translations: Texts
}

export interface ReadVotes {
  conversation: Conversation
  worded: Worded[]
}

const voters = (db: Reads, dialogueId: string) =>
  db.selectFrom('voter').select(['id', 'capacity']).where('dialogue_id', '=', dialogueId).execute()

/**
 * Everything a map is made of. Votes are read one statement after the other, and others get their turn in between: half a
 * million in one go would hold up every page.
 */
export async function readVotes(db: Reads, dialogueId: string): Promise<ReadVotes> {
  const [people, rows] = await Promise.all([voters(db, dialogueId), statementRows(db, dialogueId)])
  const counts = new Set(people.map(({ id }) => id))
  const votes: Vote[] = []
  for (const { id, number } of rows) {
    const found = await db
      .selectFrom('vote')
      .select(['voter_id', 'vote', 'at'])
      .where('statement_id', '=', id)
      .execute()
    for (const { voter_id, vote, at } of found)
      if (counts.has(voter_id))
        votes.push({
          person: voter_id,
          statement: String(number),
          opinion: vote,
          at: Date.parse(at),
        })
    await nextRound()
  }
  const conversation = {
    ...{ topic: '', description: '', votes, statements: rows.map(statementOf) },
    sectors: sectorsOf(people, votes),
  }
  return { conversation, worded: rows }
}

const statementRows = (db: Reads, dialogueId: string) =>
  db
    .selectFrom('statement')
    .select(['id', 'number', 'language', 'words', 'translations', 'state'])
    .select(['is_seed', 'is_meta', 'written_by', 'created_at'])
    .where('dialogue_id', '=', dialogueId)
    .orderBy('number')
    .execute()

type StatementRow = Awaited<ReturnType<typeof statementRows>>[number]

const statementOf = (row: StatementRow): Statement => ({
  ...{ id: String(row.number), text: row.words, author: row.written_by ?? '' },
  ...{ at: Date.parse(row.created_at), moderation: row.state === 'shown' ? 'in' : 'out' },
  ...{ isMeta: row.is_meta === 1, isSeed: row.is_seed === 1 },
})

/** What people take part as, where that may be compared. */
function sectorsOf(
  people: readonly { id: string; capacity: string | null }[],
  votes: readonly Vote[],
): ReadonlyMap<string, string> {
  const voted = new Set(votes.map(({ person }) => person))
  const who = people.filter(({ id }) => voted.has(id))
  const counts = new Map<string, number>()
  for (const { capacity } of who) if (capacity) counts.set(capacity, (counts.get(capacity) ?? 0) + 1)
  const compared = new Set(sectorsToCompare(counts, who.length))
  return new Map(
    who.flatMap(({ id, capacity }): [string, string][] =>
      capacity && compared.has(capacity) ? [[id, capacity]] : [],
    ),
  )
}
