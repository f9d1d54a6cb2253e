import type { Texts } from '#platform/language.ts'

export const commissionKinds = ['recommendation', 'domain', 'objective', 'action'] as const
export type CommissionKind = (typeof commissionKinds)[number]

/** What may stand under what. A recommendation stands at the top; a domain may stand under one, or by itself. */
const parentsOf: Record<CommissionKind, readonly CommissionKind[]> = {
  recommendation: [],
  domain: ['recommendation'],
  objective: ['domain'],
  action: ['objective'],
}
const needsParent: ReadonlySet<CommissionKind> = new Set(['objective', 'action'])

/** A line of the file as it was read, before anything is known about it. */
export interface CommissionLine {
  /** The number of the line in the file, the header being the first. */
  line: number
  kind: string
  code: string
  parent: string
  title: Texts
  source: string
}

export interface KnownItem {
  kind: CommissionKind
  code: string
}

export type LineProblem =
  | 'kind-unknown'
  | 'code-missing'
  | 'code-twice'
  | 'code-there-already'
  | 'title-missing'
  | 'source-missing'
  | 'too-long'
  | 'parent-missing'
  | 'parent-unknown'
  | 'parent-of-wrong-kind'

export interface Problem {
  line: number
  problem: LineProblem
  /** What stood there, for the reader to find it. */
  said: string
}

const titleMax = 500
const codeMax = 30

const isKind = (kind: string): kind is CommissionKind => (commissionKinds as readonly string[]).includes(kind)

/** Every problem of every line: a file is imported whole, or not at all. */
export function problemsOfLines(lines: readonly CommissionLine[], known: readonly KnownItem[]): Problem[] {
  const kinds = new Map<string, string>([...known, ...lines].map(({ code, kind }) => [code, kind]))
  const before = new Set<string>()
  return lines.flatMap((one) => {
    const found = problemsOfLine(one, { kinds, known, isTwice: before.has(one.code) })
    before.add(one.code)
    return found.map(([problem, said]) => ({ line: one.line, problem, said }))
  })
}

interface Around {
  kinds: ReadonlyMap<string, string>
  known: readonly KnownItem[]
  isTwice: boolean
}

function problemsOfLine(one: CommissionLine, { kinds, known, isTwice }: Around): [LineProblem, string][] {
  const { kind, code, title, source } = one
  const found: [LineProblem, string][] = []
  if (!isKind(kind)) found.push(['kind-unknown', kind])
  if (!code) found.push(['code-missing', ''])
  else if (isTwice) found.push(['code-twice', code])
  else if (known.some((item) => item.code === code)) found.push(['code-there-already', code])
  if (Object.keys(title).length === 0) found.push(['title-missing', code])
  if (!source) found.push(['source-missing', code])
  const tooLong =
    code.length > codeMax || [...Object.values(title), source].some((text) => text.length > titleMax)
  if (tooLong) found.push(['too-long', code.slice(0, codeMax)])
  return isKind(kind) ? [...found, ...problemsOfParent(one, kind, kinds)] : found
}

function problemsOfParent(
  { parent }: CommissionLine,
  kind: CommissionKind,
  kinds: ReadonlyMap<string, string>,
): [LineProblem, string][] {
  if (!parent) return needsParent.has(kind) ? [['parent-missing', '']] : []
  const above = kinds.get(parent)
  if (above === undefined) return [['parent-unknown', parent]]
  return parentsOf[kind].some((one) => one === above) ? [] : [['parent-of-wrong-kind', parent]]
}
