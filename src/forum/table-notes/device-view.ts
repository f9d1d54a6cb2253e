import type { SentEdit, TableCard } from './device.ts'

/** A card on a device, with what has not been sent yet. */
export interface SeenCard extends TableCard {
  /** The server has not said yet that it has everything of this. */
  isWaiting: boolean
}

/** What a device shows: what it has been told, and upon that what was written here since, in the order it was written. */
export function cardsSeen(told: readonly TableCard[], waiting: readonly SentEdit[]): SeenCard[] {
  const seen = new Map(told.map((card): [string, SeenCard] => [card.id, { ...card, isWaiting: false }]))
  for (const edit of waiting) {
    const card = seen.get(edit.card)
    seen.set(edit.card, {
      ...edit.now,
      ...{ id: edit.card, head: edit.nonce, language: card?.language ?? edit.language },
      ...{ since: card?.since ?? edit.at, hidden: card?.hidden ?? false, isWaiting: true },
      beside: card?.beside.filter(({ nonce }) => !edit.settles.includes(nonce) && nonce !== edit.base) ?? [],
    })
  }
  return [...seen.values()]
}

/** What a device has been told, after it has been told more. */
export function toldAfter(told: readonly TableCard[], more: readonly TableCard[]): TableCard[] {
  const all = new Map(told.map((card) => [card.id, card]))
  for (const card of more) all.set(card.id, card)
  return [...all.values()].toSorted((a, b) =>
    a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1,
  )
}
