/** What a wall knows of the time at one moment, whatever it shows. */
export interface Moment {
  /** The step of the day: a round, or an item of the programme. */
  step: string
  /** When its time is out; null where no time runs. */
  endsAt: number | null
  isPaused: boolean
}

const isRunning = ({ endsAt, isPaused }: Moment, now: number): boolean =>
  endsAt !== null && !isPaused && endsAt > now

interface Seen {
  moment: Moment
  /** By the server's clock. */
  at: number
}

/**
 * A gong is struck when time begins to run for another step, and when it is out or somebody ends it. What the wall shows does
 * not count, nor does a pause, nor a minute more.
 */
export function isStruck(before: Seen, now: Seen): boolean {
  const [ran, runs] = [isRunning(before.moment, before.at), isRunning(now.moment, now.at)]
  if (before.moment.step !== now.moment.step) return ran || runs
  return ran && !runs && !now.moment.isPaused
}
