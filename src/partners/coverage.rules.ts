import { coversNeed, type PledgeState, type Unit } from './pledge.rules.ts'

interface Needed {
  amount: number
  unit: Unit
  elsewhere: number
}

interface Pledged {
  state: PledgeState
  amount: number | null
  unit: Unit | null
}

export interface Coverage {
  /** Agreed or given, with what is there from elsewhere. */
  covered: number
  /** Talked about, and not agreed yet. */
  talked: number
  /** What is still missing; never less than nothing. */
  missing: number
  /** Of a hundred, at most a hundred; rounded down, so that "covered" is not said too early. */
  percent: number
}

/** How much of what is needed is there. What is counted in something else is talked about with the office, and not counted. */
export function coverageOf({ amount, unit, elsewhere }: Needed, pledges: readonly Pledged[]): Coverage {
  const own = pledges.filter((one) => one.unit === unit)
  const sum = (isOne: (state: PledgeState) => boolean): number =>
    own.reduce((all, one) => all + (isOne(one.state) ? (one.amount ?? 0) : 0), 0)
  const covered = elsewhere + sum(coversNeed)
  return {
    covered,
    talked: sum((state) => state === 'received' || state === 'talk'),
    missing: Math.max(0, amount - covered),
    percent: Math.min(100, Math.floor((covered * 100) / amount)),
  }
}
