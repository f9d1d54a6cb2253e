import { reseat } from '../../../src/forum/seating/reseat.ts'
import { seat } from '../../../src/forum/seating/seat.ts'
import { golfers } from '../../seating-cast.ts'
import { likeDoor, likeForum } from './like-forums.ts'

type Row = [what: string, measured: string, pass: string]

const forums = [
  { name: 'like forum48', tables: 6, seats: 8, rounds: 3 },
  { name: 'like forum84', tables: 12, seats: 7, rounds: 4 },
  { name: 'like forum160', tables: 20, seats: 8, rounds: 4 },
]
const seeds = [1, 2, 3]

/** Forums of the kinds that others were measured on, seated, and seated again after the door. */
export const forumFigures = (seconds: number): Row[] =>
  forums.flatMap(({ name, ...size }) => seeds.map((seed) => rowOf({ name, seed, ...size }, seconds)))

function rowOf(size: Parameters<typeof likeForum>[0], seconds: number): Row {
  const problem = likeForum(size)
  const { rounds, report } = seat(problem, { seconds })
  const { report: again } = reseat(problem, rounds, likeDoor(problem, size.seed), { seconds: 3 })
  const hard = (of: typeof report | typeof again.coming): number =>
    of.missing + of.overSeats + of.sameOrganisation + of.withoutInterpreter + of.wrongTable
  const most = report.pairSlots - report.leastRepeats
  return [
    `${size.name}, seed ${size.seed}`,
    `hard ${hard(report)}, sectors off ${report.sectorDeviation}, repeats ${report.repeats} (≥ ${report.leastRepeats}), ` +
      `earlier ${report.earlierEncounters}, new ${report.newEncounters} of ${most} (${Math.round((1000 * report.newEncounters) / most) / 10} %); ` +
      `door: ${again.changedSeats} of ${again.toldSeats} seats, hard ${hard(again.coming)}, sectors off ${again.coming.sectorDeviation}`,
    'hard 0, sectors 0',
  ]
}

const cells: [tables: number, seats: number, rounds: number, most: number][] = [
  [8, 4, 8, 2],
  [8, 4, 9, 10],
  [8, 4, 10, 24],
  [10, 8, 5, 3],
  [8, 8, 5, 26],
]

/** The cells of the golfers' table that are hard. */
export const cellFigures = (seconds: number): Row[] =>
  cells.map(([tables, seats, rounds, most]) => {
    const { report } = seat(golfers(tables, seats, rounds), { seconds })
    return [`${tables}-${seats}-${rounds}`, `${report.repeats} repeats`, `≤ ${most}`]
  })
