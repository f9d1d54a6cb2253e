/** dealt: a slot went to whose turn it was. passed: its side let the turn pass. swapped: another side has it since. */
export type TurnKind = 'dealt' | 'passed' | 'swapped'

/**
 * Why it is somebody's turn. begins: nobody has had one yet. last-turn: the other had the latest. let-pass: the other
 * let this one pass. given-back: their own came to nothing. behind: they have had fewer.
 */
export type Because = 'begins' | 'last-turn' | 'let-pass' | 'given-back' | 'behind'

export interface Side {
  id: string
  /** Turns counted as had when it joined, so that a side that joins late is not given those of years before. */
  headStart: number
}

/** One line of the history, in the order of its numbers. */
export interface Turn {
  number: number
  kind: TurnKind
  slot: string
  side: string
}

export interface History {
  /** In the order in which they begin. */
  sides: readonly Side[]
  turns: readonly Turn[]
  /** Slots of hours that were called off, or that were taken away: their turns are not used up. */
  undone: ReadonlySet<string>
}

export interface Standing {
  side: string
  /** Turns that were used up: slots that are theirs, and those they let pass. */
  level: number
  /** The number of the latest of those; 0 for none. */
  latest: number
}

export interface NextTurn {
  side: string
  because: Because
  /** The other side that the reason is about. */
  other: string | null
}

const isLatest = (turn: Turn, turns: readonly Turn[]): boolean =>
  !turns.some(({ slot, number }) => slot === turn.slot && number > turn.number)

/** The side that has a slot; null while nobody wants it. */
export function sideOf(turns: readonly Turn[], slot: string): string | null {
  const latest = turns.findLast((turn) => turn.slot === slot)
  return latest && latest.kind !== 'passed' ? latest.side : null
}

/** How far each side has come: a slot counts for whoever has it now, and a turn that was let pass for who let it. */
export function standings({ sides, turns, undone }: History): Standing[] {
  const counted = turns.filter(
    (turn) => !undone.has(turn.slot) && (turn.kind === 'passed' || isLatest(turn, turns)),
  )
  return sides.map(({ id, headStart }) => {
    const own = counted.filter(({ side }) => side === id)
    return { side: id, level: headStart + own.length, latest: own.at(-1)?.number ?? 0 }
  })
}

/** Where a side that joins begins: one turn behind the others, so that the next one is theirs and no more. */
export const headStartOf = (levels: readonly number[]): number =>
  levels.length === 0 ? 0 : Math.max(0, Math.min(...levels) - 1)

/**
 * Whose turn it is: that of the side that has had the fewest; of several, the one that has waited longest; before
 * anybody has had one, the first in order. A slot that was let pass is offered to the others alone. Null when every
 * side has let it pass.
 */
export function whoseTurn(history: History, slot?: string): NextTurn | null {
  const passers = history.turns
    .filter((turn) => turn.kind === 'passed' && turn.slot === slot)
    .map(({ side }) => side)
  const all = standings(history)
  const next = first(all.filter(({ side }) => !passers.includes(side)))
  if (!next) return null
  const passer = passers.at(-1)
  if (passer !== undefined) return { side: next.side, because: 'let-pass', other: passer }
  return { side: next.side, ...reasonFor(next, all, history) }
}

// Sides stand in their order, and sorting keeps it where nothing else decides.
const first = (all: readonly Standing[]): Standing | undefined =>
  all.toSorted((a, b) => a.level - b.level || a.latest - b.latest)[0]

function reasonFor(next: Standing, all: readonly Standing[], history: History): Omit<NextTurn, 'side'> {
  if (history.turns.length === 0) return { because: 'begins', other: null }
  const latest = all.toSorted((a, b) => b.latest - a.latest)[0]
  const ahead = all.toSorted((a, b) => b.level - a.level)[0]?.side ?? null
  // The latest turn that they had came to nothing.
  const own = standings({ ...history, undone: new Set() }).find(({ side }) => side === next.side)
  if (own && own.latest > next.latest) return { because: 'given-back', other: null }
  if (!latest || latest.side === next.side || latest.latest === 0) return { because: 'behind', other: ahead }
  return { because: 'last-turn', other: latest.side }
}

/** A slot in the order of time: who has it, and who let it pass. */
export interface Place {
  side: string | null
  passedBy: readonly string[]
}

/** How many turns a side is ahead of another at most, from the first slot to the last in the order of time. */
export function leadMax(sides: readonly Side[], places: readonly Place[]): number {
  const levels = new Map(sides.map(({ id, headStart }) => [id, headStart]))
  return places.reduce((most, { side, passedBy }) => {
    for (const one of [...passedBy, ...(side ? [side] : [])]) levels.set(one, (levels.get(one) ?? 0) + 1)
    return Math.max(most, Math.max(...levels.values()) - Math.min(...levels.values()))
  }, 0)
}
