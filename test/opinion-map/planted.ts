import type { Conversation, Opinion, Statement, Vote } from '../../src/forum/opinion-map/conversation.ts'
import { seededChance } from '../../src/forum/opinion-map/seeded-chance.ts'

export interface Plan {
  /** How many people are in each group. */
  groups: readonly number[]
  statements: number
  /** How likely somebody votes on a statement. */
  density?: number
  /** How likely somebody votes as their group does; else as anybody might. */
  loyalty?: number
  /** How many of the statements all groups agree to. */
  common?: number
  seed?: number
}

export const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  ...{ id, text: `Statement ${id}`, author: '', at: 0, moderation: 'in', isMeta: false, isSeed: false },
  ...more,
})

/** A conversation of people who really are in groups, and the group of each: 'g0-12' is in the first. */
export function planted(plan: Plan): Conversation {
  const { groups, statements, density = 0.7, loyalty = 0.8, common = 2, seed = 1 } = plan
  const chance = seededChance(seed)
  const any = (): Opinion => ([1, -1, 0] as const)[Math.floor(chance() * 3)] ?? 0
  const ids = Array.from({ length: statements }, (_, index) => String(index))
  const lines = groups.map(() => ids.map((_, index): Opinion => (index < common || chance() < 0.5 ? 1 : -1)))
  const votes: Vote[] = []
  const people = groups.flatMap((size, group) =>
    Array.from({ length: size }, (_, person) => ({ group, person })),
  )
  for (const { group, person } of people)
    for (const [index, id] of ids.entries()) {
      if (chance() >= density) continue
      const opinion = chance() < loyalty ? (lines[group]?.[index] ?? 0) : any()
      votes.push({ person: `g${group}-${person}`, statement: id, opinion, at: votes.length })
    }
  return conversationOf(votes, ids)
}

export const conversationOf = (votes: readonly Vote[], ids: readonly string[]): Conversation => ({
  ...{ topic: '', description: '', votes, sectors: new Map() },
  statements: ids.map((id) => statement(id)),
})

/** The same votes on each statement, but who cast which is chance. */
export function shuffledWithin(conversation: Conversation, seed: number): Conversation {
  const chance = seededChance(seed)
  const byStatement = Map.groupBy(conversation.votes, (vote) => vote.statement)
  const votes = [...byStatement.values()].flatMap((all) => {
    const opinions = shuffled(
      all.map(({ opinion }) => opinion),
      chance,
    )
    return all.map((vote, index) => ({ ...vote, opinion: opinions[index] ?? 0 }))
  })
  return { ...conversation, votes }
}

export const shuffled = <T>(all: readonly T[], chance: () => number): T[] =>
  all
    .map((one) => ({ one, order: chance() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one)

/** How far two partings of the same people are one: 1 if they are, about 0 by chance (adjusted Rand index). */
export function likeness(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const both = [...one].flatMap(([id, a]) => (other.has(id) ? [[a, other.get(id) ?? ''] as const] : []))
  const pairs = (keys: string[]): number =>
    Object.values(Object.groupBy(keys, (key) => key)).reduce(
      (sum, all) => sum + ((all?.length ?? 0) * ((all?.length ?? 0) - 1)) / 2,
      0,
    )
  const together = pairs(both.map(([a, b]) => `${a}|${b}`))
  const [ofOne, ofOther] = [pairs(both.map(([a]) => a)), pairs(both.map(([, b]) => b))]
  const expected = (ofOne * ofOther) / ((both.length * (both.length - 1)) / 2)
  return (together - expected) / ((ofOne + ofOther) / 2 - expected)
}

export const groupOfEach = (
  groups: readonly { name: string; people: readonly string[] }[],
): Map<string, string> =>
  new Map(groups.flatMap(({ name, people }) => people.map((id): [string, string] => [id, name])))

export const plantedGroups = ({ votes }: Conversation): Map<string, string> =>
  new Map(votes.map(({ person }) => [person, person.split('-')[0] ?? '']))
