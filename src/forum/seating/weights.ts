/** What each thing that should not be costs, in repeated meetings. */
export interface Weights {
  /** Two of one organisation at a table, or somebody whom nobody there can interpret for. */
  hard: number
  /** One person of a sector too many or too few at a table. */
  sector: number
  /** A meeting of two who have met; below 1 where other things matter more. */
  repeat: number
  /** Somebody who has been told another table. */
  moved: number
}

// A third meeting is worse than two second ones.
const again = 0.25

/** What it costs that two people meet so often; the first time is what everybody came for. */
export const costOfMeetings = (times: number): number =>
  times < 2 ? 0 : times - 1 + again * (times - 1) * (times - 2)
