import type { Words } from '#platform/words.ts'
import type { Miss, Unmet } from '../seating/unmet.ts'
import type { Forum } from './load-forum.ts'
import { seatedAs } from './seated-as.rules.ts'
import { languagesNamed, listed, nameOf } from './seating-words.ts'

/** What cannot be, or is not, kept: each once, with the rounds it is about. */
export interface Said {
  why: Unmet['why']
  text: string
  rounds: number[]
  /** What the sentence is about, one for each round. */
  of: readonly Unmet[]
}

/** In sentences that name the people; the same about the same people in several rounds is said once. */
export function unmetInWords(t: Words, forum: Forum, all: readonly Unmet[]): Said[] {
  const people = new Map(forum.people.map((person) => [person.id, person]))
  const groups = Map.groupBy(joined(all, forum), (one) => [one.why, one.table, ...one.people].join(' '))
  return [...groups.values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const who = first.people.flatMap((id) => people.get(id) ?? [])
    const names = listed(
      t,
      who.map((person) => nameOf(t, person)),
    )
    const languages = languagesNamed(t, who[0] ? seatedAs(who[0]).speaks : [])
    const stays = staysElsewhere(t, forum, first, names)
    const values = { names, count: who.length, languages, table: first.table ?? 0 }
    const text = stays ?? t(`seating.unmet.${first.why}`, values)
    return [{ why: first.why, text, rounds: some.map(({ round }) => round + 1), of: some }]
  })
}

/** What a move would put right, in a sentence that names it; impossible things no move can. */
export function mendedInWords(t: Words, { people }: Forum, { why, people: ids, table = 0 }: Unmet): string {
  const who = people.filter(({ id }) => ids.includes(id))
  const names = listed(
    t,
    who.map((person) => nameOf(t, person)),
  )
  const languages = languagesNamed(t, who[0] ? seatedAs(who[0]).speaks : [])
  return t(`seating.mended.${why as Miss}`, { names, languages, table })
}

/** Whoever keeps one table does not sit at a wrong one: they are to stay at theirs. */
function staysElsewhere(t: Words, forum: Forum, { why, people, table }: Unmet, names: string): string | null {
  if (why !== 'wrong-table') return null
  const person = forum.people.find(({ id }) => id === people[0])
  const home = forum.problem.people.find(({ id }) => id === people[0])?.fixedTable ?? null
  if (!person || home === null || home === table) return null
  return t(`seating.unmet-stays.${seatedAs(person).part}`, { names, table: home })
}

/** Those of one language for whom nobody interprets are named together. */
function joined(all: readonly Unmet[], forum: Forum): Unmet[] {
  const speaks = new Map(
    forum.people.map((person) => [person.id, seatedAs(person).speaks.toSorted().join(' ')]),
  )
  const alone = all.filter(({ why }) => why === 'nobody-interprets')
  const groups = Map.groupBy(alone, ({ round, people: [id = ''] }) => `${round} ${speaks.get(id)}`)
  const together = [...groups.values()].flatMap((some): Unmet[] => {
    const [first] = some
    return first ? [{ ...first, people: some.flatMap(({ people }) => people) }] : []
  })
  return [...together, ...all.filter(({ why }) => why !== 'nobody-interprets')]
}
