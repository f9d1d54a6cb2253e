import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalDate, optionalParagraphs } from '#platform/form.ts'
import { hashOf } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import { type AnswerRefusal, refusalToAnswer } from './alive.rules.ts'
import { endAsking, questionOfLink } from './asking.sql.ts'
import { mayFollow } from './partnership.rules.ts'
import { addStep, wantDrawing } from './partnerships.sql.ts'

export const AliveForm = z
  .object({
    alive: z.enum(['lives', 'ended'], 'partnerships.mistake.alive'),
    ended_on: optionalDate,
    led_to: optionalParagraphs(4000),
  })
  .refine(({ alive, ended_on }) => alive === 'lives' || ended_on !== null, {
    error: 'partnerships.mistake.end-missing',
    path: ['ended_on'],
  })
export type AliveForm = z.output<typeof AliveForm>

export type Question = NonNullable<Awaited<ReturnType<typeof questionOfLink>>>

export const questionAt = async (db: Reads, token: string): Promise<Question> =>
  found(await questionOfLink(db, hashOf(token)), 'question')

interface Answering {
  now: Instant
  today: string
  language: Language
}

/** The day does not fit; or the question is closed. */
export type Refusal = AnswerRefusal | 'ended-before-it-began' | 'ended-in-the-future'

/** One of those who are part of it says that it lives, or when it ended and what it led to. */
export async function answerAlive(
  db: Db,
  token: string,
  form: AliveForm,
  answering: Answering,
): Promise<Refusal | null> {
  const { partnership_id } = await questionAt(db, token)
  return decide(db, 'partnership', partnership_id, async (tx) => {
    const question = await questionAt(tx, token)
    const refusal =
      refusalToAnswer({ askedAt: question.asked_at, endedAt: question.ended_at }, answering.now) ??
      refusalOfDay(form, question.began_on, answering.today)
    if (refusal === null) await keep(tx, question, form, answering)
    return refusal
  })
}

function refusalOfDay({ alive, ended_on }: AliveForm, began: string | null, today: string): Refusal | null {
  if (alive === 'lives' || ended_on === null) return null
  if (ended_on > today) return 'ended-in-the-future'
  return began !== null && !mayFollow(began, ended_on) ? 'ended-before-it-began' : null
}

async function keep(
  tx: Tx,
  question: Question,
  form: AliveForm,
  { now, language }: Answering,
): Promise<void> {
  const { partnership_id: id, organisation_id, party_id } = question
  const { alive } = form
  const whatItLedTo: Texts = form.led_to ? { ...question.led_to, [language]: form.led_to } : question.led_to
  const end = {
    ...{ state: 'ended' as const, ended_on: form.ended_on, ended_year: Number(form.ended_on?.slice(0, 4)) },
    ...{ led_to: json(whatItLedTo), changed_at: now },
  }
  const row = { confirmed_at: now, unconfirmed_since: null, ...(alive === 'ended' ? end : {}) }
  await tx.updateTable('partnership').set(row).where('id', '=', id).execute()
  if (alive === 'ended') await wantDrawing(tx)
  await endAsking(tx, id, { outcome: alive, at: now })
  const before = alive === 'ended' ? { state: question.state, led_to: question.led_to } : {}
  await addStep(tx, { id, kind: alive, at: now, organisationId: organisation_id, partyId: party_id, before })
  await record(tx, { what: `partnership-${alive}`, by: null, about: id, at: now })
}
