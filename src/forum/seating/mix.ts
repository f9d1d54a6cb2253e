import { at } from './numbers.ts'
import type { Person } from './problem.ts'

/** The language of the forum: whoever does not speak it needs somebody at the table who speaks both. */
export const commonLanguage = 'sv'

export function sectorsOf(people: readonly Person[]) {
  const names = [...new Set(people.map(({ sector }) => sector))].sort()
  return { sectorOf: Int32Array.from(people, ({ sector }) => names.indexOf(sector)), sectors: names.length }
}

interface Mix {
  people: readonly Person[]
  rounds: number
  attends: Uint8Array
  sectorOf: Int32Array
  sectors: number
  chairsMax: number
}

/** Each sector's share of everybody in the round, at a table of each size, rounded down and up. */
export function sectorBounds({ people, rounds, attends, sectorOf, sectors, chairsMax }: Mix) {
  const sizes = chairsMax + 1
  const fewest = new Int32Array(rounds * sizes * sectors)
  const most = new Int32Array(rounds * sizes * sectors)
  for (let round = 0; round < rounds; round += 1) {
    const totals = new Int32Array(sectors)
    let all = 0
    for (let person = 0; person < people.length; person += 1) {
      if (at(attends, round * people.length + person) === 0) continue
      totals[at(sectorOf, person)] = at(totals, at(sectorOf, person)) + 1
      all += 1
    }
    for (let size = 0; size < sizes; size += 1)
      for (let sector = 0; sector < sectors; sector += 1) {
        const share = all === 0 ? 0 : (at(totals, sector) * size) / all
        const place = (round * sizes + size) * sectors + sector
        fewest[place] = Math.floor(share + 1e-9)
        most[place] = Math.ceil(share - 1e-9)
      }
  }
  return { fewest, most }
}

export function languagesOf(people: readonly Person[]) {
  const others = [...new Set(people.flatMap(({ speaks }) => speaks))]
    .filter((one) => one !== commonLanguage)
    .sort()
  const maskOf = (speaks: readonly string[]): number =>
    // One bit for each of 31 languages; all that come after share the last one.
    speaks.reduce(
      (mask, one) => (one === commonLanguage ? mask : mask | (1 << Math.min(30, others.indexOf(one)))),
      0,
    )
  return {
    tongues: Int32Array.from(people, ({ speaks }) => maskOf(speaks)),
    speaksCommon: Uint8Array.from(people, ({ speaks }) => Number(speaks.includes(commonLanguage))),
  }
}
