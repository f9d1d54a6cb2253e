/** Somebody whose told seat is another now. */
export interface SeatMove {
  round: number
  signUpId: string
  from: number
  to: number
}

/** Why somebody can't sit as they should; of `forum/seating`. */
export interface NotMet {
  why: string
  round: number
  people: string[]
  table?: number
}

/** What is proposed at the door, by ids and numbers alone: names are looked up when it is shown. */
export interface ReseatingProposal {
  /** Away from now on, and seated anew. */
  away: string[]
  seated: string[]
  /** Who sits where in the rounds to come, by the numbers of the tables. */
  seats: { round: number; table: number; signUpId: string }[]
  moved: SeatMove[]
  /** How many seats in the rounds to come had been told to people who are here. */
  toldSeats: number
  notMet: NotMet[]
  /** By how many people the mix of the tables is off. */
  sectorDeviation: number
  /** Of the whole forum, with the rounds that are over. */
  repeats: number
  /** No seats that keep every rule have fewer; not kept with proposals of long ago. */
  leastRepeats?: number
  /** Tables whose host is away, and who could take over. */
  hostless: { table: number; wasHost: string; couldHost: string | null }[]
  milliseconds: number
}
