import type { Problem, Schedule } from '../seating/problem.ts'
import type { Forum } from './load-forum.ts'

/** What is asked of the seating without those who are away, from the round on from which they are. */
export function withoutAway({ problem, schedule, away }: Forum): { problem: Problem; base: Schedule } {
  const people = problem.people.flatMap((person) => {
    const after = away.get(person.id)
    if (after === undefined) return [person]
    const all = person.rounds ?? Array.from({ length: problem.rounds }, (_, round) => round)
    const rounds = all.filter((round) => round < after)
    return rounds.length > 0 ? [{ ...person, rounds }] : []
  })
  const known = new Set(people.map(({ id }) => id))
  return {
    problem: {
      ...problem,
      people,
      priorEncounters: problem.priorEncounters.filter(([one, other]) => known.has(one) && known.has(other)),
    },
    base: schedule.map((tables) => tables.map((ids) => ids.filter((id) => known.has(id)))),
  }
}
