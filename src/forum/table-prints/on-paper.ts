import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Forum, loadForum } from '../seating-plan/index.ts'
import type { Reads } from '../tables.ts'
import { interpretingAt, type LanguageAtTable } from './print.rules.ts'

export interface PersonOnPaper {
  id: string
  name: string
  /** In which they signed up, and in which their card is. */
  language: Language
  ownName: string
  organisation: string
  part: string
  speaks: readonly string[]
  stepFree: boolean
  hearingLoop: boolean
  /** The table in each round, in the order of the rounds; null where they have none. */
  tables: (number | null)[]
}

export interface TableOnPaper {
  number: number
  name: string
  language: Language | null
  stepFree: boolean
  hearingLoop: boolean
  /** Who sits there in each round. */
  rounds: {
    number: number
    question: Texts | null
    people: PersonOnPaper[]
    interpreting: LanguageAtTable[]
  }[]
}

export interface ForumOnPaper {
  rounds: { number: number; question: Texts | null }[]
  people: PersonOnPaper[]
  tables: TableOnPaper[]
}

/** Everybody with a seat in some round, by name as a Swede looks for it, and every table with who sits there. */
export async function forumOnPaper(db: Reads, eventId: string, t: Words): Promise<ForumOnPaper | null> {
  const forum = await loadForum(db, eventId)
  if (!forum || forum.seats.length === 0) return null
  const people = peopleOnPaper(forum, t)
  const rounds = forum.rounds.map(({ number, words }) => ({ number, question: words }))
  const tables = forum.tables.map((table): TableOnPaper => ({
    ...{ number: table.number, name: table.name ?? '', language: table.language },
    ...{ stepFree: table.step_free === 1, hearingLoop: table.hearing_loop === 1 },
    rounds: rounds.map((round, index) => {
      const here = people.filter((one) => one.tables[index] === table.number)
      return { ...round, people: here, interpreting: interpretingAt(here, table.language) }
    }),
  }))
  return { rounds, people, tables }
}

const nameIn = (t: Words, { name, named }: { name: string; named: number }): string =>
  named === 1 ? name : t('reseating.comes-with', { name })

function peopleOnPaper({ people, problem, seats, tables, rounds }: Forum, t: Words): PersonOnPaper[] {
  const asked = new Map(problem.people.map((one) => [one.id, one]))
  const numberOf = new Map(tables.map(({ id, number }) => [id, number]))
  const seatOf = new Map(
    seats.map((seat) => [`${seat.round} ${seat.sign_up_id}`, numberOf.get(seat.table_id)]),
  )
  return people
    .map((row): PersonOnPaper => {
      const one = asked.get(row.id)
      return {
        id: row.id,
        ...{ name: nameIn(t, row), ownName: nameIn(wordsFor(row.language), row), language: row.language },
        organisation: row.organisation
          ? inLanguage(row.organisation, t.language)
          : (row.organisation_name ?? ''),
        part: row.part ?? 'guest',
        ...{ speaks: one?.speaks ?? ['sv'], stepFree: one?.stepFree ?? false },
        hearingLoop: one?.hearingLoop ?? false,
        tables: rounds.map(({ number }) => seatOf.get(`${number} ${row.id}`) ?? null),
      }
    })
    .filter((one) => one.tables.some((table) => table !== null))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
}
