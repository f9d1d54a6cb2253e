import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import { hashOf } from '#platform/ids.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import {
  addAnswer,
  answerExists,
  linkBehind,
  markAnswered,
  marksOf,
  setMarks,
  setWords,
  wordsWithKey,
} from './answers.sql.ts'
import { type AnswerRefusal, refusalToAnswer, surveyState } from './survey.rules.ts'
import { type Statement, statementsOf, surveyWithId } from './survey.sql.ts'

/** What can be chosen: from 1 to 5, or that one can't say. */
export const choices = ['1', '2', '3', '4', '5', 'none'] as const

/** One mark for each statement, and a few words, or none. */
export const answerForm = (statements: readonly Statement[]) => {
  const marks = Object.fromEntries(
    statements.map(({ position }) => [`mark-${position}`, z.enum(choices, 'survey.mistake.mark')]),
  )
  return z.object({ words: optionalParagraphs(2000), ...marks }).transform((form) => {
    const given = form as unknown as Record<string, string>
    const markAt = (position: number): number | null => {
      const chosen = given[`mark-${position}`]
      return chosen === undefined || chosen === 'none' ? null : Number(chosen)
    }
    return {
      words: form.words,
      marks: statements.map(({ position }) => ({ position, mark: markAt(position) })),
    }
  })
}
type AnswerForm = z.output<ReturnType<typeof answerForm>>

/**
 * Where the answer to a link is kept. It comes out of the secret, as the link's checksum does, but by another way:
 * whoever has the link finds the answer, and whoever has the database can't tell which link it belongs to.
 */
const answerKey = (token: string): string => hashOf(`answer ${token}`)
const wordsKey = (token: string): string => hashOf(`words ${token}`)

/** The survey behind a link, and what was answered so far. */
export async function surveyBehind(db: Reads, token: string) {
  const link = found(await linkBehind(db, hashOf(token)), 'link to a survey')
  const survey = found(await surveyWithId(db, link.survey_id), 'survey')
  const statements = await statementsOf(db, survey.id)
  const isAnswered = await answerExists(db, answerKey(token))
  const marks = isAnswered ? await marksOf(db, answerKey(token)) : []
  const words = (await wordsWithKey(db, wordsKey(token)))?.words ?? null
  return { link, survey, statements, isAnswered, marks, words }
}
export type SurveyBehind = Awaited<ReturnType<typeof surveyBehind>>

/** An organisation answers, or answers anew. When it did is nowhere: the hour could tell who. */
export async function answerSurvey(
  db: Db,
  token: string,
  { marks, words }: AnswerForm,
  now: Instant,
): Promise<AnswerRefusal | null> {
  const { asked_id, survey_id } = found(await linkBehind(db, hashOf(token)), 'link to a survey')
  return decide(db, 'survey_asked', asked_id, async (tx) => {
    const link = found(await linkBehind(tx, hashOf(token)), 'link to a survey')
    const survey = found(await surveyWithId(tx, survey_id), 'survey')
    const refusal = refusalToAnswer(surveyState(survey, localDate(now)), link.replaced_at !== null)
    if (refusal) return refusal
    const key = answerKey(token)
    if (!(await answerExists(tx, key))) {
      await markAnswered(tx, asked_id)
      await addAnswer(tx, { key, survey_id, sector: link.sector, kind: link.kind })
    }
    await setMarks(tx, key, marks)
    await setWords(tx, { key: wordsKey(token), survey_id, words })
    return null
  })
}
