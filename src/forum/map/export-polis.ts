import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { hashOf } from '#platform/ids.ts'
import type { Conversation } from '../opinion-map/conversation.ts'
import { writePolis } from '../opinion-map/write-polis.ts'
import type { Reads } from '../tables.ts'
import { readVotes } from './conversation.sql.ts'
import { mapBefore } from './drawings.sql.ts'
import { peopleToPictureMin } from './singled-out.rules.ts'

interface Asked {
  id: string
  title: Texts
  shown_at: string | null
}

/** One of the files that Polis would write, for research; none before everybody sees the map, or of so few people. */
export async function polisFile(
  db: Reads,
  { id, title, shown_at }: Asked,
  name: string,
  language: Language,
): Promise<string | null> {
  if (shown_at === null) return null
  const [{ conversation }, before] = await Promise.all([readVotes(db, id), mapBefore(db, id)])
  const named = withoutPeople({ ...conversation, topic: inLanguage(title, language) })
  if (named.people.size < peopleToPictureMin) return null
  const groups = (before?.map?.groups ?? []).map((group) => ({
    name: group.name,
    people: group.people.flatMap((person) => named.people.get(person) ?? []),
  }))
  const files: Record<string, string> = writePolis(named.conversation, groups)
  return Object.hasOwn(files, name) ? (files[name] ?? null) : null
}

const dayMs = 24 * 60 * 60 * 1000
const wholeDay = (at: number): number => Math.floor(at / dayMs) * dayMs

/**
 * The same with numbers for people, in an order that tells nothing of when they came, with the day of each vote for its moment,
 * and without what people take part as: who pressed when is known to those who stood beside.
 */
function withoutPeople(conversation: Conversation): {
  conversation: Conversation
  people: ReadonlyMap<string, string>
} {
  const ids = [...new Set(conversation.votes.map(({ person }) => person))]
  const order = ids.map((id) => ({ id, at: hashOf(id) })).sort((a, b) => (a.at < b.at ? -1 : 1))
  const people = new Map(order.map(({ id }, number) => [id, String(number)]))
  return {
    people,
    conversation: {
      ...conversation,
      sectors: new Map(),
      votes: conversation.votes.map((vote) => ({
        ...vote,
        person: people.get(vote.person) ?? '',
        at: wholeDay(vote.at),
      })),
      statements: conversation.statements.map((one) => ({ ...one, author: '', at: wholeDay(one.at) })),
    },
  }
}
