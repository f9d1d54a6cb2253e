import { answersMin } from './survey.rules.ts'

/** One mark of one answer. Null: can't say. */
export interface Mark {
  position: number
  mark: number | null
  sector: string | null
  kind: string | null
}

export interface Mean {
  answers: number
  mean: number
}

export interface StatementResult {
  position: number
  /** Null where fewer than five gave a mark. */
  all: Mean | null
  sector: Readonly<Record<string, Mean>>
  kind: Readonly<Record<string, Mean>>
}

/** What may be shown of a closed survey, statement by statement. */
export const resultsOf = (marks: readonly Mark[]): StatementResult[] =>
  [...Map.groupBy(marks, ({ position }) => position)]
    .toSorted(([one], [other]) => one - other)
    .map(([position, own]) => {
      const given = own.filter((one): one is Mark & { mark: number } => one.mark !== null)
      const shown = given.length >= answersMin
      return {
        position,
        all: shown ? meanOf(given) : null,
        sector: shown ? groupsOf(given, 'sector') : {},
        kind: shown ? groupsOf(given, 'kind') : {},
      }
    })

type Given = Mark & { mark: number }

const meanOf = (given: readonly Given[]): Mean => ({
  answers: given.length,
  mean: given.reduce((sum, { mark }) => sum + mark, 0) / given.length,
})

/**
 * The groups of at least five marks. Whoever takes them from the whole must not be left with one to four, so the
 * smallest go unshown until nobody is left, or at least five are.
 */
function groupsOf(given: readonly Given[], by: 'sector' | 'kind'): Record<string, Mean> {
  const groups = [...Map.groupBy(given, (one) => one[by])]
    .flatMap(([key, own]) => (key === null ? [] : [[key, own] as const]))
    .toSorted(([, one], [, other]) => other.length - one.length)
  let rest = given.filter((one) => one[by] === null).length
  for (let smallest = groups.at(-1); smallest; smallest = groups.at(-1)) {
    const [, own] = smallest
    if (own.length >= answersMin && (rest === 0 || rest >= answersMin)) break
    rest += own.length
    groups.pop()
  }
  return Object.fromEntries(groups.map(([key, own]) => [key, meanOf(own)]))
}
