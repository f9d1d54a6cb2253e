import { statementsIn, tallyOf } from './across-parts.ts'
import { votesToShowMin } from './bridging.rules.ts'
import { type Agreed, consensusOf } from './consensus.rules.ts'
import type { OpinionMap, RepresentativeStatement } from './map-shape.ts'
import { representativeStatements } from './representative.rules.ts'
import { countsOfAll, countsOfOthers, type VoteCounts } from './vote-counts.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** What stands for one of the groups. */
export function representativeOf(
  matrix: VoteMatrix,
  groups: readonly VoteCounts[],
  group: number,
): RepresentativeStatement[] {
  const own = groups[group]
  if (!own) return []
  const others = countsOfOthers(groups, group)
  const tallies = statementsIn(matrix).map((statement) => ({
    statement,
    group: tallyOf(own, statement),
    others: tallyOf(others, statement),
  }))
  return representativeStatements(tallies).map((one) => ({
    ...one,
    statement: matrix.statements[one.statement] ?? '',
    // The formula can name a side that most of the group does not take; nobody is told that.
    isShown: one.votes >= votesToShowMin && one.count * 2 > one.votes,
  }))
}

/** What all together agree to and are against. */
export function consensusIn(matrix: VoteMatrix, isEnough: readonly boolean[]): OpinionMap['consensus'] {
  const counts = countsOfAll(matrix)
  const all = statementsIn(matrix).map((statement) => ({ statement, all: tallyOf(counts, statement) }))
  const named = (one: Agreed): OpinionMap['consensus']['agree'][number] => ({
    ...one,
    statement: matrix.statements[one.statement] ?? '',
    isShown: isEnough[one.statement] ?? false,
  })
  return {
    agree: consensusOf('agree', all).map(named),
    disagree: consensusOf('disagree', all).map(named),
  }
}
