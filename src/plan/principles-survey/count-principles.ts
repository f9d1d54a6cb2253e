import { localDate } from '#platform/time.ts'
import { type Counted, type Counting, whole } from '../year-report/counted.ts'
import type { Reads } from '../tables.ts'
import { marksIn } from './answers.sql.ts'
import { resultsOf } from './results.rules.ts'
import { askedCounts, statementsOf, surveyOfYear } from './survey.sql.ts'
import { surveyState } from './survey.rules.ts'

/** What organisations thought of how the principles are kept: nothing before the survey has closed. */
export async function countPrinciples(db: Reads, { year, now }: Counting): Promise<Counted> {
  const survey = await surveyOfYear(db, year)
  if (!survey || surveyState(survey, localDate(now)) !== 'closed') return { figures: [], lines: [] }
  const [counts, statements, marks] = await Promise.all([
    askedCounts(db, survey.id),
    statementsOf(db, survey.id),
    marksIn(db, survey.id),
  ])
  const results = new Map(resultsOf(marks).map((one) => [one.position, one.all]))
  return {
    figures: [
      whole('asked', counts.asked),
      whole('answered', counts.answered),
      ...statements.flatMap(({ position, principle_key: item, name }) => {
        const all = results.get(position)
        if (!all) return []
        const mean = Math.round(all.mean * 100) / 100
        return [
          { measure: 'mean', item, name, value: mean, unit: 'mean' as const },
          { measure: 'answers', item, name, value: all.answers, unit: 'count' as const },
        ]
      }),
    ],
    lines: statements.map(({ name, statement }) => ({
      ...{ title: name, path: null, state: null },
      facts: [{ what: 'statement', text: statement }],
    })),
  }
}
