import { createHash } from 'node:crypto'

/** What a wall shows: a frame, and cards in it that come and go. */
export interface Board {
  /** Changes with everything that is not a card. */
  frame: string
  cards: readonly BoardCard[]
  /** The whole of it, as it is now. */
  whole: () => string
}

export interface BoardCard {
  id: string
  /** Changes with the card. */
  stamp: string
  html: string
}

/** Something to tell those who look: all of it anew, or one card that came, changed or went. */
export type Telling =
  | { event: 'whole'; html: string }
  | { event: 'card'; id: string; html: string; after: string | null }
  | { event: 'gone'; id: string }

/** Says which state of a board somebody has seen, also to another process and after a restart. */
export const digestOf = ({ frame, cards }: Pick<Board, 'frame' | 'cards'>): string =>
  createHash('sha256')
    .update([frame, ...cards.map(({ id, stamp }) => `${id} ${stamp}`)].join('\n'))
    .digest('base64url')
    .slice(0, 16)

/** From here on all of it is sent anew, which is less than so many single cards. */
const singlyMax = 20

/** What to tell somebody who has seen one state, so that they see the other. */
export function tellings(before: Board, now: Board): Telling[] {
  const whole = (): Telling[] => [{ event: 'whole', html: now.whole() }]
  if (before.frame !== now.frame) return whole()
  const had = new Map(before.cards.map(({ id, stamp }) => [id, stamp]))
  const has = new Set(now.cards.map(({ id }) => id))
  const gone = before.cards.filter(({ id }) => !has.has(id)).map(({ id }): Telling => ({ event: 'gone', id }))
  const come = now.cards.flatMap(({ id, stamp, html }, index): Telling[] =>
    had.get(id) === stamp ? [] : [{ event: 'card', id, html, after: now.cards[index - 1]?.id ?? null }],
  )
  // Cards that changed places would have to be told too: then all of it is.
  const stayed = now.cards.filter(({ id }) => had.has(id)).map(({ id }) => id)
  const order = before.cards.filter(({ id }) => has.has(id)).map(({ id }) => id)
  if (gone.length + come.length > singlyMax || stayed.join() !== order.join()) return whole()
  return [...gone, ...come]
}

/** As it goes over the wire; only the last of several carries the state that they lead to. */
export function wireOf(tellings: readonly Telling[], digest: string): string {
  return tellings
    .map((one, index) => {
      const { event, ...data } = one
      const id = index === tellings.length - 1 ? `id: ${digest}\n` : ''
      return `event: ${event}\n${id}data: ${JSON.stringify(data)}\n\n`
    })
    .join('')
}
