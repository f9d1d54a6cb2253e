import { type Hall, mustNotMeet } from './hall.ts'
import { lostAt } from './interpreting.ts'
import { at, nobody } from './numbers.ts'
import { costOfMeetings, type Weights } from './weights.ts'

/** Who sits where in every round, and what would change if two changed seats. */
export class Plan {
  readonly hall: Hall
  /** For each round, table and chair: who sits there, or `nobody`. */
  readonly seats: Int32Array
  /** For each round and person: their chair, as a place in `seats`; -1 when they do not attend. */
  readonly chairOf: Int32Array
  /** For each two people: how often they meet, with what was before. */
  readonly meets: Uint8Array
  readonly #counts: Int32Array
  readonly #sizes: Int32Array
  readonly #lost: Int32Array
  readonly #more = new Float64Array(256)
  readonly #less = new Float64Array(256)
  readonly #weights: Weights

  constructor(hall: Hall, weights: Weights) {
    this.hall = hall
    const tables = hall.rounds * hall.tables.length
    this.seats = new Int32Array(tables * hall.chairsMax).fill(nobody)
    this.chairOf = new Int32Array(hall.rounds * hall.people.length).fill(-1)
    this.meets = hall.before.slice()
    this.#counts = new Int32Array(tables * hall.sectors)
    this.#sizes = new Int32Array(tables)
    this.#lost = new Int32Array(tables)
    this.#weights = weights
    for (let times = 0; times < 255; times += 1) {
      const more = (costOfMeetings(times + 1) - costOfMeetings(times)) * weights.repeat
      this.#more[times] = times >= mustNotMeet ? weights.hard : more
      this.#less[times + 1] = -at(this.#more, times)
    }
  }

  /** The table of a chair, counted over all rounds. */
  tableOf(chair: number): number {
    return Math.trunc(chair / this.hall.chairsMax)
  }

  sizeOf(table: number): number {
    return at(this.#sizes, table)
  }

  /** Puts somebody on an empty chair. */
  sit(person: number, chair: number): void {
    const { people, chairsMax, sectorOf, sectors, tables } = this.hall
    const table = this.tableOf(chair)
    for (let other = table * chairsMax; other < (table + 1) * chairsMax; other += 1)
      this.#meet(person, at(this.seats, other), 1)
    this.seats[chair] = person
    this.chairOf[Math.trunc(table / tables.length) * people.length + person] = chair
    const place = table * sectors + at(sectorOf, person)
    this.#counts[place] = at(this.#counts, place) + 1
    this.#sizes[table] = at(this.#sizes, table) + 1
    this.#lost[table] = this.#lostAt(table, nobody, nobody)
  }

  /** What it would cost if whoever sits on two chairs at two tables of one round changed places. */
  change(one: number, other: number): number {
    const { hall, seats } = this
    const [a, b] = [at(seats, one), at(seats, other)]
    const [here, there] = [this.tableOf(one), this.tableOf(other)]
    let cost = this.#pairs(here, a, b) + this.#pairs(there, b, a)
    const differ = a === nobody || b === nobody || at(hall.sectorOf, a) !== at(hall.sectorOf, b)
    if (differ) cost += this.#weights.sector * (this.#mix(here, a, b) + this.#mix(there, b, a))
    if (hall.told) cost += this.#weights.moved * (this.#moved(a, here, there) + this.#moved(b, there, here))
    if (this.#speaks(a) || this.#speaks(b)) {
      const lost = this.#lostAt(here, a, b) + this.#lostAt(there, b, a)
      cost += this.#weights.hard * (lost - at(this.#lost, here) - at(this.#lost, there))
    }
    return cost
  }

  swap(one: number, other: number): void {
    const [a, b] = [at(this.seats, one), at(this.seats, other)]
    const [here, there] = [this.tableOf(one), this.tableOf(other)]
    this.#replace(one, a, b)
    this.#replace(other, b, a)
    this.#lost[here] = this.#lostAt(here, nobody, nobody)
    this.#lost[there] = this.#lostAt(there, nobody, nobody)
  }

  /** What the plan costs as it is; 0 when nothing could be better. */
  total(): number {
    const { hall, meets } = this
    const { people, tables, rounds } = hall
    let cost = 0
    for (let a = 0; a < people.length; a += 1)
      for (let b = a + 1; b < people.length; b += 1) {
        const [first, last] = [at(hall.before, a * people.length + b), at(meets, a * people.length + b)]
        for (let times = first; times < last; times += 1) cost += at(this.#more, times)
      }
    for (let table = 0; table < rounds * tables.length; table += 1) {
      for (let sector = 0; sector < hall.sectors; sector += 1)
        cost +=
          this.#weights.sector *
          this.#off(table, this.sizeOf(table), sector, at(this.#counts, table * hall.sectors + sector))
      cost += this.#weights.hard * at(this.#lost, table)
    }
    return cost + this.#weights.moved * this.moved()
  }

  /** How many sit elsewhere than they have been told. */
  moved(): number {
    const { told } = this.hall
    let moved = 0
    for (const [place, chair] of this.chairOf.entries())
      if (told && chair >= 0 && at(told, place) >= 0 && at(told, place) !== this.tableOf(chair)) moved += 1
    return moved
  }

  #moved(person: number, from: number, to: number): number {
    const { told, tables, people } = this.hall
    if (!told || person === nobody) return 0
    const home = at(told, Math.trunc(from / tables.length) * people.length + person)
    return Number(home === from) - Number(home === to)
  }

  /** What leaving and coming change among the pairs of one table. */
  #pairs(table: number, leaves: number, comes: number): number {
    const { chairsMax, people } = this.hall
    const { seats, meets } = this
    const [more, less] = [this.#more, this.#less]
    const first = table * chairsMax
    let cost = 0
    for (let chair = first; chair < first + chairsMax; chair += 1) {
      const person = at(seats, chair)
      if (person === nobody || person === leaves) continue
      if (leaves !== nobody) cost += at(less, at(meets, leaves * people.length + person))
      if (comes !== nobody) cost += at(more, at(meets, comes * people.length + person))
    }
    return cost
  }

  /** How much further the mix of a table would be from the shares. */
  #mix(table: number, leaves: number, comes: number): number {
    const { sectors, sectorOf } = this.hall
    const size = at(this.#sizes, table)
    const after = size + Number(comes !== nobody) - Number(leaves !== nobody)
    let cost = 0
    for (let sector = 0; sector < sectors; sector += 1) {
      const count = at(this.#counts, table * sectors + sector)
      const more = Number(comes !== nobody && at(sectorOf, comes) === sector)
      const less = Number(leaves !== nobody && at(sectorOf, leaves) === sector)
      cost += this.#off(table, after, sector, count + more - less) - this.#off(table, size, sector, count)
    }
    return cost
  }

  #off(table: number, size: number, sector: number, count: number): number {
    const { tables, chairsMax, sectors, fewest, most } = this.hall
    const round = Math.trunc(table / tables.length)
    const place = (round * (chairsMax + 1) + size) * sectors + sector
    return Math.max(0, at(fewest, place) - count, count - at(most, place))
  }

  #lostAt(table: number, leaves: number, comes: number): number {
    return lostAt(this.hall, this.seats, { table, leaves, comes })
  }

  #speaks(person: number): boolean {
    return (
      person !== nobody && (at(this.hall.tongues, person) !== 0 || at(this.hall.speaksCommon, person) === 0)
    )
  }

  #replace(chair: number, leaves: number, comes: number): void {
    const { people, chairsMax, sectorOf, sectors, tables } = this.hall
    const table = this.tableOf(chair)
    this.seats[chair] = comes
    const first = table * chairsMax
    for (let other = first; other < first + chairsMax; other += 1) {
      const person = at(this.seats, other)
      if (other === chair || person === nobody) continue
      this.#meet(leaves, person, -1)
      this.#meet(comes, person, 1)
    }
    for (const [person, by] of [
      [leaves, -1],
      [comes, 1],
    ] as const) {
      if (person === nobody) continue
      const place = table * sectors + at(sectorOf, person)
      this.#counts[place] = at(this.#counts, place) + by
      this.#sizes[table] = at(this.#sizes, table) + by
    }
    if (comes !== nobody) this.chairOf[Math.trunc(table / tables.length) * people.length + comes] = chair
  }

  #meet(one: number, other: number, by: number): void {
    if (one === nobody || other === nobody) return
    const { length } = this.hall.people
    this.meets[one * length + other] = at(this.meets, one * length + other) + by
    this.meets[other * length + one] = at(this.meets, other * length + one) + by
  }
}
