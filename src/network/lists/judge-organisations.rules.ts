import { searchText } from '#platform/search.ts'
import type { Texts } from '#platform/language.ts'
import { fitsSector } from '../organisations/profile.rules.ts'
import { changesIn, fieldsAfter } from './changes.rules.ts'
import type { Directory } from './directory.rules.ts'
import type { Judgement, LineProblem, ListedOrganisation, ReadLine } from './judgement.rules.ts'

/** What stood on the lines above: a list may say the same thing twice. */
interface Above {
  /** The line that speaks of an organisation there is, or of a number, or of a name with the number beside it. */
  of: Map<string, number>
  numbers: Map<string, number>
  names: Map<string, { line: number; number: string | null }>
}

export const nothingAbove = (): Above => ({ of: new Map(), numbers: new Map(), names: new Map() })

const namesOf = (name: Texts = {}): string[] =>
  Object.values(name).map((one) => searchText(one.replaceAll('|', ' ')))

/** What is going to happen with a line, given the directory and the lines above it. */
export function judgeOrganisation(read: ReadLine, directory: Directory, above: Above): Judgement {
  const said = read.cells.organisation ?? {}
  if (read.problems.length > 0) return unreadable(...read.problems)
  const found = meant(said, directory)
  if ('problem' in found) return unreadable(found)
  const double = doubleAbove(said, found.id, above)
  if (double !== null) return 'problem' in double ? unreadable(double) : doubleOf(double.line)
  writeDown(read.line, said, found.id, above)
  return found.id === null ? judgeUnknown(said, directory) : judgeKnown(said, found.id, directory)
}

const unreadable = (...problems: LineProblem[]): Judgement => ({
  outcome: 'unreadable',
  organisation_id: null,
  detail: { problems },
})

const doubleOf = (line: number): Judgement => ({
  outcome: 'double',
  organisation_id: null,
  detail: { doubleOf: line },
})

/**
 * Which organisation a line is about: the one with its address here, else with its number, else with its name. What
 * points at two of them is refused, since nobody can know which was meant.
 */
function meant(said: ListedOrganisation, directory: Directory): { id: string | null } | LineProblem {
  const bySlug = said.slug === undefined ? undefined : directory.withSlug(said.slug)
  const byNumber = said.number ? directory.withNumber(said.number) : undefined
  const byNames = new Set(
    namesOf(said.name).flatMap((name) => {
      const id = directory.named(name)
      return id === undefined ? [] : [id]
    }),
  )
  const id = bySlug ?? byNumber ?? [...byNames][0] ?? null
  if (id === null) return { id }
  const isByName = bySlug === undefined && byNumber === undefined
  return (
    whyAnother(said, id, { byNumber, byNames, number: directory.entry(id)?.number ?? null, isByName }) ?? {
      id,
    }
  )
}

interface Pointing {
  byNumber: string | undefined
  byNames: ReadonlySet<string>
  /** The number of the one that was found. */
  number: string | null
  isByName: boolean
}

/** What of a line points at another organisation than the one that was found. */
function whyAnother(
  said: ListedOrganisation,
  id: string,
  { byNumber, byNames, number, isByName }: Pointing,
): LineProblem | null {
  if (byNumber !== undefined && byNumber !== id)
    return { column: 'number', problem: 'lists.problem.number-of-another' }
  if ([...byNames].some((other) => other !== id))
    return { column: 'name', problem: 'lists.problem.name-of-another' }
  if (isByName && said.number && number !== null && number !== said.number)
    return { column: 'number', problem: 'lists.problem.name-with-other-number', found: said.number }
  return null
}

function doubleAbove(
  said: ListedOrganisation,
  id: string | null,
  above: Above,
): { line: number } | LineProblem | null {
  const sameOne = id === null ? undefined : above.of.get(id)
  if (sameOne !== undefined) return { line: sameOne }
  const sameNumber = said.number ? above.numbers.get(said.number) : undefined
  if (sameNumber !== undefined) return { line: sameNumber }
  for (const name of namesOf(said.name)) {
    const same = above.names.get(name)
    if (!same) continue
    const isOther = same.number !== null && !!said.number && same.number !== said.number
    if (!isOther && id === null) return { line: same.line }
    return { column: 'name', problem: 'lists.problem.name-above', found: String(same.line) }
  }
  return null
}

function writeDown(line: number, said: ListedOrganisation, id: string | null, above: Above): void {
  const number = said.number ?? null
  if (id !== null) above.of.set(id, line)
  if (number !== null) above.numbers.set(number, line)
  for (const name of namesOf(said.name)) above.names.set(name, { line, number })
}

function judgeKnown(said: ListedOrganisation, id: string, directory: Directory): Judgement {
  const entry = directory.entry(id)
  if (!entry) return unreadable({ column: 'name', problem: 'lists.problem.gone' })
  const after = fieldsAfter(entry, said)
  if (!fitsSector(after.sector, after.kind))
    return unreadable({ column: 'kind', problem: 'organisations.form.kind-in-sector' })
  const changes = changesIn(entry, said)
  if (changes.length === 0) return { outcome: 'same', organisation_id: id, detail: {} }
  const { changed_at, search_text, sort_sv, sort_en, sort_es } = entry
  const was = { changed_at, search_text, sort_sv, sort_en, sort_es }
  return { outcome: 'change', organisation_id: id, detail: { changes, was } }
}

function judgeUnknown(said: ListedOrganisation, directory: Directory): Judgement {
  const problems = lackOf(said)
  if (problems.length > 0) return unreadable(...problems)
  const search_text = `|${namesOf(said.name).join('|')}|`
  const like = directory.alike({ search_text, number: said.number ?? null, website: said.website ?? null })
  if (like === null) return { outcome: 'new', organisation_id: null, detail: {} }
  const known = judgeKnown(said, like.id, directory)
  return {
    outcome: 'alike',
    organisation_id: like.id,
    detail: { ...(known.outcome === 'change' && known.detail), reason: like.reason },
  }
}

/** What a new one has to say. A sector is said by a kind of which civil society has one. */
function lackOf({ name, sector, kind }: ListedOrganisation): LineProblem[] {
  const problems: LineProblem[] = []
  if (!name) problems.push({ column: 'name', problem: 'lists.problem.name-missing' })
  if (!kind) problems.push({ column: 'kind', problem: 'lists.problem.kind-missing' })
  else if (!fitsSector(sector ?? 'civil-society', kind))
    problems.push(
      sector
        ? { column: 'kind', problem: 'organisations.form.kind-in-sector' }
        : { column: 'sector', problem: 'lists.problem.sector-missing' },
    )
  return problems
}
