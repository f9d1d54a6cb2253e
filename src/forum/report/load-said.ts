import { cardKinds } from '../harvest/harvest.rules.ts'
import { type FullGroup, loadHarvest } from '../harvest/load-harvest.ts'
import type { Reads } from '../tables.ts'
import { roundsOf } from './report.sql.ts'

type Round = Awaited<ReturnType<typeof roundsOf>>[number]

/** What was said in one round, with the question that it was about, if it had one. */
export interface SaidInRound {
  number: number
  question: Round['words'] | null
  groups: readonly FullGroup[]
}

export interface Said {
  rounds: readonly SaidInRound[]
  /** Cards that were put into no group: they are told of, not shown. */
  leftOut: number
}

/** What the tables wrote, as it was put together: round by round, in the order the office gave it. */
export async function saidAtTables(db: Reads, eventId: string): Promise<Said> {
  const [{ groups, loose }, rounds] = await Promise.all([loadHarvest(db, eventId), roundsOf(db, eventId)])
  const numbers = [...new Set(groups.map((group) => group.round))].toSorted((a, b) => a - b)
  return {
    leftOut: loose.length,
    rounds: numbers.map((number) => ({
      number,
      question: rounds.find((round) => round.number === number)?.words ?? null,
      groups: groups.filter((group) => group.round === number && group.cards.length > 0),
    })),
  }
}

/** How many groups there are of each kind. */
export const countsOfKinds = ({ rounds }: Said) =>
  cardKinds
    .map((kind) => {
      const groups = rounds.flatMap((round) => round.groups).filter((group) => group.kind === kind)
      return { kind, count: groups.length }
    })
    .filter(({ count }) => count > 0)
