import type { Beside, CardFields, SentEdit } from './device.ts'
import { wordsMax } from './device.ts'
import { mergeWords } from './merge-words.ts'

/** A card between two edits: how it reads, and what stands beside that. */
export interface CardNow {
  fields: CardFields
  beside: Beside[]
}

export type Edit = Pick<SentEdit, 'nonce' | 'base' | 'was' | 'now' | 'settles'>

type Outcome = 'done' | 'merged' | 'beside' | 'same' | 'kept'

/**
 * "Nothing that was written is lost": a card after one more edit, whenever it arrives. What the writer changed is put on
 * the card as it has become meanwhile. Where others changed the same words, those of the writer go beside them. Whoever
 * takes a card away does so only with the card that they saw: what others have written on it since stays.
 */
export function cardAfter(card: CardNow | null, edit: Edit): { card: CardNow; outcome: Outcome } {
  const { now, nonce } = edit
  if (!card) return { card: { fields: now, beside: [] }, outcome: 'done' }
  const was = edit.was ?? { ...card.fields, words: '', whoCould: null }
  const written: Beside = { nonce, words: now.words, whoCould: now.whoCould }
  const beside = card.beside.filter((one) => !edit.settles.includes(one.nonce) && one.nonce !== edit.base)
  const text = textAfter(card, edit, was)
  const isBeside = text === null && !isAmong([card.fields, ...beside], written)
  const after: CardNow = {
    fields: {
      round: changed(was.round, card.fields.round, now.round),
      kind: changed(was.kind, card.fields.kind, now.kind),
      words: text?.words ?? card.fields.words,
      whoCould: text ? text.whoCould : card.fields.whoCould,
      takenAway: false,
    },
    beside: isBeside ? [...beside, written] : beside,
  }
  after.fields.takenAway = isTakenAway({ was, before: card.fields, now, isMore: after.beside.length > 0 })
  return { card: after, outcome: outcomeOf(card, was, { edit, after, isBeside, isMerged: text !== null }) }
}

interface Text {
  words: string
  whoCould: string | null
}

/** How the card reads; null when the writer's words go beside it. */
function textAfter({ fields, beside }: CardNow, { base, now }: Edit, was: CardFields): Text | null {
  // Whoever wrote apart from the others goes on doing so until somebody has chosen.
  if (beside.some(({ nonce }) => nonce === base)) return null
  const words = mergeWords(was.words, fields.words, now.words)
  if (words === null || words.length > wordsMax) return null
  const bothSayWho = fields.whoCould !== was.whoCould && now.whoCould !== was.whoCould
  if (bothSayWho && fields.whoCould !== now.whoCould) return null
  return { words, whoCould: changed(was.whoCould, fields.whoCould, now.whoCould) }
}

const isAmong = (all: readonly Text[], { words, whoCould }: Text): boolean =>
  all.some((one) => one.words === words && one.whoCould === whoCould)

/** What the writer changed is so; the rest is as others left it. Of two who change the same, the later one stands. */
const changed = <T>(was: T, before: T, now: T): T => (now === was ? before : now)

interface Taking {
  was: CardFields
  before: CardFields
  now: CardFields
  /** Other words stand beside it. */
  isMore: boolean
}

function isTakenAway({ was, before, now, isMore }: Taking): boolean {
  if (isMore) return false
  if (now.takenAway) return before.takenAway || !isWrittenOn(was, before)
  // It is there again when somebody fetched it back, or went on writing without having heard.
  return was.takenAway || isWrittenOn(was, now) ? false : before.takenAway
}

const isWrittenOn = (was: CardFields, now: CardFields): boolean =>
  was.words !== now.words || was.whoCould !== now.whoCould || was.kind !== now.kind || was.round !== now.round

interface Happened {
  edit: Edit
  after: CardNow
  isBeside: boolean
  isMerged: boolean
}

function outcomeOf(card: CardNow, was: CardFields, { edit, after, isBeside, isMerged }: Happened): Outcome {
  if (isBeside) return 'beside'
  if (edit.now.takenAway && !after.fields.takenAway) return 'kept'
  if (!isMerged || !isWrittenOn(card.fields, after.fields)) {
    const isOther = card.fields.takenAway !== after.fields.takenAway || edit.settles.length > 0
    return isOther ? 'done' : 'same'
  }
  return isWrittenOn(was, card.fields) ? 'merged' : 'done'
}
