import type { Texts } from '#platform/language.ts'

interface Worded {
  name: Texts
  about: Texts
}

interface Clause extends Worded {
  key: string
}

export interface ChangedClause {
  /** What it is called now; what went is called what it was. */
  name: Texts
  before: Worded
  after: Worded
}

const nothing: Worded = { name: {}, about: {} }

/** Clauses that came, went or are worded otherwise, in the order in which they stand; what went comes last. */
export function changedClauses(before: readonly Clause[], after: readonly Clause[]): ChangedClause[] {
  const keys = new Set([...after, ...before].map(({ key }) => key))
  return [...keys].flatMap((key) => {
    const [was, is] = [before, after].map((list) => list.find((one) => one.key === key))
    if (was && is && wordsOf(was) === wordsOf(is)) return []
    return [{ name: (is ?? was)?.name ?? {}, before: was ?? nothing, after: is ?? nothing }]
  })
}

const wordsOf = ({ name, about }: Worded): string => JSON.stringify([sorted(name), sorted(about)])

const sorted = (words: Texts) => Object.entries(words).toSorted(([one], [other]) => one.localeCompare(other))
