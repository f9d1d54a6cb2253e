import type { PartAtTable } from './tables.ts'

interface Known {
  /** What organisers have written; null where they have written nothing. */
  part: PartAtTable | null
  speaks: string | null
  step_free: number | null
  hearing_loop: number | null
  rounds: string | null
  /** The boxes that somebody ticked when they signed up. */
  needs: readonly string[]
}

export interface SeatedAs {
  part: PartAtTable
  speaks: string[]
  stepFree: boolean
  hearingLoop: boolean
  /** The rounds attended, counted from 1; null for all. */
  rounds: number[] | null
}

/**
 * How somebody takes part: what organisers have written stands; what they have not is taken from what the person
 * asked for. Whoever asked for an interpreter is taken to speak that language and no Swedish: better an interpreter
 * too many than somebody who understands nothing.
 */
export function seatedAs({ part, speaks, step_free, hearing_loop, rounds, needs }: Known): SeatedAs {
  const asked = ['en', 'es'].filter((language) => needs.includes(`interpreter-${language}`))
  const written = speaks === null ? [] : languagesIn(speaks)
  return {
    part: part ?? 'guest',
    speaks: written.length > 0 ? written : asked.length > 0 ? asked : ['sv'],
    stepFree: step_free === null ? needs.includes('step-free') : step_free === 1,
    hearingLoop: hearing_loop === null ? needs.includes('hearing-loop') : hearing_loop === 1,
    rounds: rounds === null ? null : numbersIn(rounds),
  }
}

/** 'sv, ES,sv' as ['sv', 'es']. */
export const languagesIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;/]+/)
      .filter((one) => one !== ''),
  ),
]

const numbersIn = (text: string): number[] =>
  text
    .split(',')
    .map(Number)
    .filter((one) => Number.isInteger(one) && one > 0)
