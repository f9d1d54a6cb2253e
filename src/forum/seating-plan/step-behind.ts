import type { Schedule } from '../seating/problem.ts'
import { missed, type Unmet } from '../seating/unmet.ts'
import type { Forum } from './load-forum.ts'
import type { StepRow } from './seating.sql.ts'
import type { StepKind } from './tables.ts'

const byHand: readonly StepKind[] = ['moved', 'swapped']

// Whoever moved more people than this since has forgotten the first.
const stepsMax = 60

type Asked = Pick<Forum, 'problem' | 'tables' | 'rounds' | 'seats'>

const keyOf = ({ why, round, table, people }: Unmet): string => [why, round, table, ...people].join(' ')

/** By which move each thing that is not kept came about: the seats are followed back, step by step, until it was kept. */
export function stepsBehind(
  { problem, tables, rounds, seats }: Asked,
  unmet: readonly Unmet[],
  steps: readonly StepRow[],
): ReadonlyMap<Unmet, StepRow> {
  const tableOf = new Map(seats.map((seat) => [`${seat.round} ${seat.sign_up_id}`, seat.table_id]))
  const found = new Map<Unmet, StepRow>()
  let left = unmet
  for (const step of steps.slice(-stepsMax).toReversed()) {
    if (left.length === 0) break
    for (const [round, id, from] of step.seats) {
      if (from === null) tableOf.delete(`${round} ${id}`)
      else tableOf.set(`${round} ${id}`, from)
    }
    const touched = new Set(step.seats.map(([round]) => round - 1))
    const there = new Set(missed(problem, scheduleOf(tables, rounds, tableOf)).map(keyOf))
    const came = new Set(left.filter((one) => touched.has(one.round) && !there.has(keyOf(one))))
    if (byHand.includes(step.kind)) for (const one of came) found.set(one, step)
    left = left.filter((one) => !came.has(one))
  }
  return found
}

function scheduleOf(
  tables: Asked['tables'],
  rounds: Asked['rounds'],
  tableOf: ReadonlyMap<string, string>,
): Schedule {
  const at = Map.groupBy(tableOf, ([key, table]) => `${key.split(' ')[0]} ${table}`)
  return rounds.map(({ number }) =>
    tables.map(({ id }) => (at.get(`${number} ${id}`) ?? []).map(([key]) => key.split(' ')[1] ?? '')),
  )
}
