import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line, optionalDate, optionalParagraphs, paragraphs } from '#platform/form.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import { answerKinds } from '../recommendation.rules.ts'
import { addAnswer, recommendationWithId } from '../recommendations.sql.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import { officeMail } from './answer.mail.ts'
import { type LinkAnswerRefusal, refusalToAnswerByLink } from './answer-link.rules.ts'
import { addGiver, endLinks, linkWithHash } from './answers.sql.ts'
import type { Letters } from './send-link.ts'
import { whoHearsOfAnswers } from './who-hears.sql.ts'

export const LinkAnswerForm = z
  .object({
    kind: z.enum(answerKinds, 'answers.mistake.kind'),
    words: paragraphs(5000, 'answers.mistake.words'),
    nextStep: optionalParagraphs(2000),
    nextBy: optionalDate,
    /** In which they wrote: not always that of the page. */
    language: z.enum(languages, 'platform.form.choose'),
    name: line(200, 'answers.mistake.name'),
    as: line(200, 'answers.mistake.as'),
    isShown: z
      .string()
      .optional()
      .transform((text) => text === 'yes'),
  })
  .refine(({ kind, nextStep }) => kind === 'declined' || nextStep !== null, {
    error: 'answers.mistake.next-step',
    path: ['nextStep'],
    when: () => true,
  })
  // Who says no promises nothing, whatever was typed before they chose.
  .transform((form) => (form.kind === 'declined' ? { ...form, nextStep: null, nextBy: null } : form))
export type LinkAnswerForm = z.output<typeof LinkAnswerForm>

/** What would be refused, so that it is said before somebody reads their answer through a last time. */
export async function refusalBehindLink(db: Reads, token: string, nextBy: string | null, now: string) {
  const link = found(await linkWithHash(db, hashOf(token)), 'link to answer by')
  const asked = found(await recommendationWithId(db, link.recommendation_id), 'recommendation')
  return refusalToAnswerByLink({
    endedBecause: link.ended_because,
    handedOverOn: asked.handed_over_on,
    isAnswered: asked.answer_kind !== null,
    nextBy,
    today: localDate(now),
  })
}

interface Answering {
  token: string
  form: LinkAnswerForm
}

/** The receiver's own answer, once and for all. Everybody can read it from now on; the office is told. */
export async function answerByLink(
  db: Db,
  { token, form }: Answering,
  { now, url }: Letters,
): Promise<LinkAnswerRefusal | null> {
  const { recommendation_id: id } = found(await linkWithHash(db, hashOf(token)), 'link to answer by')
  return decide(db, 'recommendation', id, async (tx) => {
    const refusal = await refusalBehindLink(tx, token, form.nextBy, now)
    if (refusal) return refusal
    const link = found(await linkWithHash(tx, hashOf(token)), 'link to answer by')
    const answerId = newId()
    const { kind, language } = form
    await addAnswer(tx, {
      ...{ id: answerId, recommendation_id: id, kind, words: json({ [language]: form.words }) },
      next_step: json(form.nextStep === null ? {} : { [language]: form.nextStep }),
      ...{ next_by: form.nextBy, answered_on: localDate(now), recorded_by: null, recorded_at: now },
      ...{ link_id: link.id, given_as: form.as },
    })
    const isShown = form.isShown ? 1 : 0
    await addGiver(tx, { answer_id: answerId, name: form.name, is_shown: isShown, created_at: now })
    await endLinks(tx, id, { ended_at: now, ended_because: 'answered' })
    await tellOffice(tx, id, { now, url })
    return null
  })
}

async function tellOffice(tx: Tx, id: string, { now, url }: Letters): Promise<void> {
  const asked = found(await recommendationWithId(tx, id), 'recommendation')
  const people = await whoHearsOfAnswers(tx, asked.event_id)
  await queueMails(
    tx,
    people.map((to) => officeMail({ asked, to, url })),
    now,
  )
  const detail = { number: asked.number, kind: asked.answer_kind, by: 'link' }
  await record(tx, { what: 'recommendation-answered', by: null, about: id, at: now, detail })
}
