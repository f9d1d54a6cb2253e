import { searchText } from '#platform/search.ts'
import type { Directory } from './directory.rules.ts'
import type { Judgement, LineProblem, Listed, ReadLine } from './judgement.rules.ts'

interface Acting {
  organisation_id: string
  email: string
}

const keyOf = ({ organisation_id, email }: Acting): string => `${organisation_id} ${email}`

export const actingFor = (acting: readonly Acting[]): ReadonlySet<string> => new Set(acting.map(keyOf))

/** The lines above, by organisation and address. */
export const contactsAbove = (): Map<string, number> => new Map()

interface Known {
  directory: Directory
  acting: ReadonlySet<string>
  above: Map<string, number>
}

/** What is going to happen with somebody on a list: they are only ever kept to be asked, and asked once. */
export function judgeContact(read: ReadLine, { directory, acting, above }: Known): Judgement {
  const said = read.cells.contact ?? {}
  const found = organisationOf(said, directory)
  const problems = [...read.problems, ...('problem' in found ? [found] : [])]
  if (problems.length > 0 || 'problem' in found)
    return { outcome: 'unreadable', organisation_id: null, detail: { problems } }
  const key = keyOf({ organisation_id: found.id, email: said.email ?? '' })
  const line = above.get(key)
  if (line !== undefined) return { outcome: 'double', organisation_id: found.id, detail: { doubleOf: line } }
  above.set(key, read.line)
  return { outcome: acting.has(key) ? 'same' : 'new', organisation_id: found.id, detail: {} }
}

/** By its number, else by its name; somebody is never put with an organisation that only looks like theirs. */
function organisationOf(
  { organisation = '', number }: NonNullable<Listed['contact']>,
  directory: Directory,
): { id: string } | LineProblem {
  const byNumber = number === undefined ? undefined : directory.withNumber(number)
  const byName = organisation ? directory.named(searchText(organisation.replaceAll('|', ' '))) : undefined
  if (byNumber !== undefined && byName !== undefined && byNumber !== byName)
    return { column: 'number', problem: 'lists.problem.number-of-another' }
  const id = byNumber ?? byName
  if (id === undefined)
    return { column: 'organisation', problem: 'lists.problem.organisation-unknown', found: organisation }
  return { id }
}
