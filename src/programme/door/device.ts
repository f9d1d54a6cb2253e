/*
 * What the server and the script on a device at the door tell each other. It is read on both sides, so it knows
 * nothing of either.
 */

/** What the door sees of somebody, and what a device keeps until the day after: no address, no need. */
export interface DoorPerson {
  id: string
  /** By this a device knows the person's code. */
  mark: string
  name: string
  /** Name and organisation as they are searched by. */
  find: string
  /** The organisation, and what the person takes part as, in the language of the door. */
  about: string
  /** What the person takes part as, in code. */
  sector: string
  table: string | null
  state: 'seat' | 'waiting' | 'gave-back'
  since: string | null
}

export interface DoorList {
  /** What to ask with the next time: how much has been heard, and a print of the list. */
  cursor: string
  /** Whether these are all; else those about whom something is new. */
  whole: boolean
  people: DoorPerson[]
  /** Seats that are free for everybody, and those kept for a sector. */
  free: number
  kept: Record<string, number>
  now: string
}

/** Instead of a list when the door is not open, or what was kept is to be forgotten. */
export interface DoorOver {
  over: true
}

/** What the script on the door's page is told when it begins. */
export interface DeviceSettings {
  list: string
  scans: string
  worker: string | null
  decoder: string | null
  /** From when the list may be kept. */
  opensAt: string
  forgetAt: string
  words: Record<string, string>
}

/** One thing done at the door, as a device sends it. */
export type SentScan = { nonce: string; at: string; device: string } & (
  | { kind: 'in'; signUp: string }
  | { kind: 'undo'; signUp: string; knew: number }
  | { kind: 'walk-in'; name: string; capacity: string; organisation: string }
)

export interface ScanAnswer {
  outcomes: { nonce: string; outcome: string }[]
}
