import { localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { marksIn, wordsOf } from './answers.sql.ts'
import { resultsOf, type StatementResult } from './results.rules.ts'
import { type SurveyState, surveyState } from './survey.rules.ts'
import { askedCounts, type Statement, statementsOf, type Survey, surveys } from './survey.sql.ts'

/** A survey as far as anybody may see it. */
export interface Results {
  survey: Survey
  state: SurveyState
  asked: number
  answered: number
  statements: readonly (Statement & { result: StatementResult | undefined })[]
  quotes: readonly string[]
}

/** Results are shown once a survey is closed; before, nothing but how many have answered. */
export async function loadResults(db: Reads, survey: Survey, now: string): Promise<Results> {
  const state = surveyState(survey, localDate(now))
  const statements = await statementsOf(db, survey.id)
  const counts = await askedCounts(db, survey.id)
  if (state !== 'closed')
    return {
      ...{ survey, state, ...counts, quotes: [] },
      statements: statements.map((one) => ({ ...one, result: undefined })),
    }
  const results = new Map(resultsOf(await marksIn(db, survey.id)).map((one) => [one.position, one]))
  const quotes = (await wordsOf(db, survey.id)).flatMap(({ quoted }) => (quoted === null ? [] : [quoted]))
  return {
    ...{ survey, state, ...counts, quotes },
    statements: statements.map((one) => ({ ...one, result: results.get(one.position) })),
  }
}

/** Every closed survey, the latest first. */
export async function closedResults(db: Reads, now: string): Promise<Results[]> {
  const closed = (await surveys(db)).filter((one) => surveyState(one, localDate(now)) === 'closed')
  return Promise.all(closed.map((survey) => loadResults(db, survey, now)))
}
