import { type Line, lines, type Part, type Size } from './course.rules.ts'
import { drawn, lotOf } from './draw.rules.ts'

/** Somebody who applied, as far as the choice goes: not when, and not what they wrote. */
export interface Applicant {
  id: string
  line: Line
  /** As places are counted by; null for nobody's. */
  organisation: string | null
  size: Size
  part: Part
}

export interface Terms {
  places: number
  /** So many of one organisation at most. */
  organisationMax: number
  seed: string
}

/** What the office changed by hand: these are in, and those out. */
export interface ByHand {
  in: ReadonlySet<string>
  out: ReadonlySet<string>
}

/** How somebody stood out when the choice came to them: how many of the same kind were chosen, and who drew lots. */
interface Spread {
  sameSize: number
  samePart: number
  /** So many were equal, and the lot decided; one when nobody was. */
  drawnAmong: number
}

/**
 * hand: the office put them in. half: a place of their own side. odd: the one place that is no side's. filled: a place
 * that a side left. next: a place on the list of substitutes.
 */
export type Because =
  | { kind: 'hand' }
  | ({ kind: 'half'; line: Line; place: number; of: number } & Spread)
  | ({ kind: 'odd' } & Spread)
  | ({ kind: 'filled'; short: Line } & Spread)
  | ({ kind: 'next'; line: Line; place: number } & Spread)

/** Why somebody got nothing: put out by hand, enough from the same organisation, or others who were needed more. */
export type NotChosen =
  | { kind: 'hand-out' }
  | { kind: 'organisation'; max: number }
  | { kind: 'others-first' }

export interface Chosen {
  applicant: Applicant
  because: Because
}
export interface Left {
  applicant: Applicant
  because: NotChosen
}

export interface Proposal {
  chosen: Chosen[]
  /** Each side has a list of its own, in the order of `lines`. */
  substitutes: Chosen[]
  left: Left[]
  /** Sides with too few: so many places of theirs went to others, or stay empty. */
  short: { line: Line; missing: number }[]
  empty: number
}

/** How many places are each side's: equal halves; an odd one is no side's. */
export const halfOf = (places: number): number => Math.floor(places / 2)

/** So many substitutes each side has at most: whoever is further down would wait for nothing. */
export const substitutesMax = (places: number): number => Math.max(2, Math.ceil(places / 4))

/** The group while it grows. */
interface Group {
  terms: Terms
  chosen: Applicant[]
  /** In the order of the draw. */
  rest: Applicant[]
}

const countOf = (all: readonly Applicant[], is: (one: Applicant) => boolean): number => all.filter(is).length
const inLine = (all: readonly Applicant[], line: Line): number => countOf(all, (one) => one.line === line)
const hasRoom = ({ terms, chosen }: Group, { organisation }: Applicant): boolean =>
  organisation === null || countOf(chosen, (one) => one.organisation === organisation) < terms.organisationMax

/**
 * A balanced group, and why each is in it. First each side's half is filled, turn by turn; then what is left. Every time
 * the one is taken whose kind of organization and part of the city the group has fewest of, and of equal ones the lot
 * decides. No organization gets more than its share. When somebody applied counts for nothing.
 */
export function proposeGroup(applicants: readonly Applicant[], terms: Terms, hand: ByHand = none): Proposal {
  const all = drawn(terms.seed, applicants)
  const group: Group = {
    terms,
    chosen: [],
    rest: all.filter(({ id }) => !hand.in.has(id) && !hand.out.has(id)),
  }
  const chosen: Chosen[] = []
  for (const applicant of all.filter(({ id }) => hand.in.has(id)).slice(0, terms.places)) {
    group.chosen.push(applicant)
    chosen.push({ applicant, because: { kind: 'hand' } })
  }
  chosen.push(...fillHalves(group))
  const short = shortOf(group)
  chosen.push(...fillRest(group, short))
  const outside = all
    .filter(({ id }) => hand.out.has(id))
    .map((applicant): Left => ({ applicant, because: { kind: 'hand-out' } }))
  const enough = new Set(group.rest.filter((one) => !hasRoom(group, one)))
  const substitutes = lineUp(group)
  const left = group.rest.map((applicant): Left => {
    const because: NotChosen = enough.has(applicant)
      ? { kind: 'organisation', max: terms.organisationMax }
      : { kind: 'others-first' }
    return { applicant, because }
  })
  return { chosen, substitutes, left: [...left, ...outside], short, empty: terms.places - chosen.length }
}

const none: ByHand = { in: new Set(), out: new Set() }

/** Turn by turn, so that neither side has the first choice of organizations; who begins, the lot decides. */
function fillHalves(group: Group): Chosen[] {
  const { places, seed } = group.terms
  const half = halfOf(places)
  const sides = (['city', 'civil-society'] as const).toSorted((a, b) => lotOf(seed, a) - lotOf(seed, b))
  const chosen: Chosen[] = []
  while (group.chosen.length < places) {
    const [line] = sides
      .filter((side) => inLine(group.chosen, side) < half && group.rest.some(mayCome(group, side)))
      .toSorted((a, b) => inLine(group.chosen, a) - inLine(group.chosen, b))
    if (line === undefined) break
    const { applicant, ...spread } = take(group, group.rest.filter(mayCome(group, line)))
    const place = inLine(group.chosen, line)
    chosen.push({ applicant, because: { kind: 'half', line, place, of: half, ...spread } })
  }
  return chosen
}

const mayCome = (group: Group, line: Line) => (one: Applicant) => one.line === line && hasRoom(group, one)

function shortOf({ terms, chosen }: Group): Proposal['short'] {
  return (['city', 'civil-society'] as const)
    .map((line) => ({ line, missing: halfOf(terms.places) - inLine(chosen, line) }))
    .filter(({ missing }) => missing > 0)
}

/** What is left goes to whoever spreads the group most, whatever their side, and says whose places they were. */
function fillRest(group: Group, short: Proposal['short']): Chosen[] {
  const owners = short.flatMap(({ line, missing }) => Array.from({ length: missing }, () => line))
  const ownersMissed = group.terms.places - group.chosen.length - owners.length
  const chosen: Chosen[] = []
  for (let number = 0; group.chosen.length < group.terms.places; number += 1) {
    const may = group.rest.filter((one) => hasRoom(group, one))
    if (may.length === 0) break
    const { applicant, ...spread } = take(group, may)
    const owner = owners[number - Math.max(0, ownersMissed)]
    const because: Because = owner ? { kind: 'filled', short: owner, ...spread } : { kind: 'odd', ...spread }
    chosen.push({ applicant, because })
  }
  return chosen
}

/** Substitutes of each side by the same rule, as if the group went on; those whose organization has its share come last. */
function lineUp(group: Group): Chosen[] {
  const max = substitutesMax(group.terms.places)
  const before = group.chosen
  return lines.flatMap((line) => {
    group.chosen = [...before]
    return Array.from({ length: max }, (_, index) => {
      const own = group.rest.filter((one) => one.line === line)
      const free = own.filter((one) => hasRoom(group, one))
      if (own.length === 0) return []
      const { applicant, ...spread } = take(group, free.length > 0 ? free : own)
      return [{ applicant, because: { kind: 'next' as const, line, place: index + 1, ...spread } }]
    }).flat()
  })
}

/** Takes the one whose like the group has fewest of; they come in the order of the draw, so the first of equals. */
function take(group: Group, may: readonly Applicant[]): Spread & { applicant: Applicant } {
  const rated = may.map((applicant) => {
    const sameSize = countOf(group.chosen, ({ size }) => size === applicant.size)
    const samePart = countOf(group.chosen, ({ part }) => part === applicant.part)
    return { applicant, sameSize, samePart, crowd: sameSize + samePart }
  })
  const fewest = Math.min(...rated.map(({ crowd }) => crowd))
  const equal = rated.filter(({ crowd }) => crowd === fewest)
  const [best] = equal
  if (!best) throw new Error('nobody to take')
  group.chosen = [...group.chosen, best.applicant]
  group.rest = group.rest.filter((one) => one !== best.applicant)
  const { applicant, sameSize, samePart } = best
  return { applicant, sameSize, samePart, drawnAmong: equal.length }
}
