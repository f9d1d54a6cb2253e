/*
 * What the server and the script on a table's phone tell each other. It is read on both sides, so it knows nothing of
 * either.
 */

export const cardKinds = ['insight', 'disagreement', 'proposal', 'open-question'] as const
export type CardKind = (typeof cardKinds)[number]

export const wordsMax = 2000
export const whoCouldMax = 200

/** What can be changed on a card. */
export interface CardFields {
  round: number
  kind: CardKind
  words: string
  /** Of a proposal: who could do it. */
  whoCould: string | null
  takenAway: boolean
}

/** Words that were written apart from a card's own, by the edit that brought them. */
export interface Beside {
  nonce: string
  words: string
  whoCould: string | null
}

/** A card as its table sees it. */
export interface TableCard extends CardFields {
  id: string
  /** The edit after which it reads like this; null on a card that nobody edited here. */
  head: string | null
  language: string
  /** When it arrived. */
  since: string
  /** An organizer has taken it away. */
  hidden: boolean
  beside: Beside[]
}

/** Something written on a card, as a device sends it: how the writer saw the card, and how it was left. */
export interface SentEdit {
  nonce: string
  card: string
  base: string | null
  was: CardFields | null
  now: CardFields
  /** The words beside the card among which the writer has chosen. */
  settles: string[]
  language: string
  device: string
  at: string
}

/** too-late, full, wrong: nothing was kept of it, so the device shows it to be saved in another way. */
export type SentOutcome =
  | 'done'
  | 'merged'
  | 'beside'
  | 'same'
  | 'kept'
  | 'held'
  | 'too-late'
  | 'full'
  | 'wrong'

/** open: written and read. reading: the event has been over for a while. ended: this link is, another may not be. */
export type LinkState = 'open' | 'reading' | 'ended' | 'over'

export interface TableAnswer {
  outcomes: { nonce: string; outcome: SentOutcome }[]
  /** Those that are new since the cursor that was sent. */
  cards: TableCard[]
  cursor: number
  state: LinkState
  /** The round that runs. */
  running: number | null
}

/** What the script on a table's page is told when it begins. */
export interface TableSettings {
  /** Under which a device keeps what it knows: the table itself, so that a new link finds it again. */
  table: string
  edits: string
  worker: string | null
  state: LinkState
  /** After that a device forgets what it has been told. */
  forgetAt: string
  language: string
  cards: TableCard[]
  cursor: number
  round: number
  words: Record<string, string>
}
