import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { agreementInForce, type Principle, principlesOf } from '../agreement/agreement.sql.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import { inAll } from '../year-report/names.ts'
import { type ChangeRefusal, type PlanRefusal, refusalToChange, refusalToPlan } from './survey.rules.ts'
import {
  addSurvey,
  askedCounts,
  changeSurvey,
  setStatements,
  surveyOfYear,
  surveyWithId,
} from './survey.sql.ts'

/** One statement for each principle of the agreement, besides the dates. */
export const surveyForm = (principles: readonly Principle[]) => {
  const statements = Object.fromEntries(
    principles.map(({ key }) => [key, texts(300, 'survey.mistake.statement')]),
  )
  return z.object({ opensOn: date, closesOn: date, ...statements }).transform((form) => {
    const given = form as unknown as Record<string, Texts>
    const { opensOn, closesOn } = form
    return { opensOn, closesOn, statements: principles.map(({ key }) => given[key] ?? {}) }
  })
}
type SurveyForm = z.output<ReturnType<typeof surveyForm>>

/** What each principle is asked by, until the office writes something else. */
const known = [
  'independence',
  'dialog',
  'quality-and-participation',
  'long-term-perspective',
  'openness-and-transparency',
  'diversity',
]

export async function principlesToAskBy(db: Reads): Promise<(Principle & { usual: Texts })[]> {
  const agreement = found(await agreementInForce(db), 'agreement')
  const principles = await principlesOf(db, agreement.id)
  return principles.map((one) => ({
    ...one,
    usual: known.includes(one.key) ? inAll(`survey.usual.${one.key}`) : one.about,
  }))
}

/** A survey for a year, to be sent on its first day. */
export function planSurvey(
  db: Db,
  by: Member,
  { year, form }: { year: number; form: SurveyForm },
  now: Instant,
): Promise<PlanRefusal | null> {
  const { opensOn, closesOn } = form
  return transact(db, async (tx) => {
    const hasOne = (await surveyOfYear(tx, year)) !== undefined
    const refusal = refusalToPlan({ hasOne, opensOn, closesOn, today: localDate(now) })
    if (refusal) return refusal
    const id = newId()
    const dates = { opens_on: opensOn, closes_on: closesOn }
    await addSurvey(tx, {
      ...{ id, year, ...dates, made_by: by.id, made_at: now, closed_at: null, wiped_at: null },
    })
    await writeStatements(tx, id, form)
    await record(tx, { what: 'survey-planned', by: by.id, about: id, at: now, detail: { year, ...dates } })
    return null
  })
}

/** Until it is sent, dates and statements may change. */
export function changePlannedSurvey(
  db: Db,
  by: Member,
  { id, form }: { id: string; form: SurveyForm },
  now: Instant,
): Promise<ChangeRefusal | null> {
  const { opensOn, closesOn } = form
  return decide(db, 'survey', id, async (tx) => {
    const { year } = found(await surveyWithId(tx, id), 'survey')
    const { asked } = await askedCounts(tx, id)
    const refusal = refusalToChange({ opensOn, closesOn, today: localDate(now) }, asked)
    if (refusal) return refusal
    await changeSurvey(tx, id, { opens_on: opensOn, closes_on: closesOn })
    await writeStatements(tx, id, form)
    await record(tx, { what: 'survey-changed', by: by.id, about: id, at: now, detail: { year } })
    return null
  })
}

async function writeStatements(tx: Reads & Writes, id: string, { statements }: SurveyForm): Promise<void> {
  const principles = await principlesToAskBy(tx)
  await setStatements(
    tx,
    id,
    principles.map(({ key, name }, index) => ({
      ...{ survey_id: id, position: index + 1, principle_key: key, name: json(name) },
      statement: json(statements[index] ?? {}),
    })),
  )
}
