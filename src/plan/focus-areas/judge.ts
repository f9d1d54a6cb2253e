import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { becameMail } from './focus.mail.ts'
import { type JudgeRefusal, type NotChosenRefusal, refusalToJudge, refusalToLeaveOut } from './focus.rules.ts'
import {
  addProposal,
  callOfYear,
  callWithId,
  changeProposal,
  changeSubmission,
  proposalWithId,
  type Submission,
  submissionWithId,
} from './focus.sql.ts'
import { wordsIn } from './take-part.ts'

export interface Acting {
  by: Member
  now: Instant
  url: (language: Language, path: string) => string
}

export const JudgeForm = z
  .object({ do: z.enum(['show', 'turn-down']).catch('show'), reason: optionalParagraphs(1000) })
  .refine((form) => form.do === 'show' || form.reason !== null, {
    error: 'focus-areas.mistake.reason',
    path: ['reason'],
  })
export type JudgeForm = z.output<typeof JudgeForm>

/** Shows to everybody what somebody sent in, or turns it down with a reason; whoever sent it is told. */
export function judgeSubmission(
  db: Db,
  id: string,
  form: JudgeForm,
  acting: Acting,
): Promise<JudgeRefusal | null> {
  return decide(db, 'focus_submission', id, async (tx) => {
    const sent = found(await submissionWithId(tx, id), 'proposal')
    const refusal = refusalToJudge(sent)
    if (refusal) return refusal
    const { year } = found(await callWithId(tx, sent.call_id), 'call')
    const { by, now } = acting
    const isShown = form.do === 'show'
    const state = isShown ? 'shown' : 'turned-down'
    await changeSubmission(tx, id, { state, reason: isShown ? null : form.reason, decided_by: by.id })
    if (isShown) {
      await addProposal(tx, {
        ...{ id, year, title: wordsIn(sent.language, sent.title), why: wordsIn(sent.language, sent.why) },
        ...{ organisation_name: sent.organisation_name, state: 'proposed', created_at: sent.sent_at },
      })
    }
    await record(tx, { what: `focus-area-${state}`, by: by.id, about: id, at: now })
    await tellSender(tx, sent, { state, reason: isShown ? null : form.reason, year }, acting)
    return null
  })
}

async function tellSender(
  tx: Writes,
  { id, email, language, title }: Submission,
  { state, reason, year }: { state: 'shown' | 'turned-down'; reason: string | null; year: number },
  { now, url }: Acting,
): Promise<void> {
  if (!email) return
  const receiver = {
    email,
    language,
    title: { [language]: title },
    link: url(language, `/focus-areas/${year}`),
  }
  const mail = becameMail(receiver, { became: state, reason, year })
  await queueMail(tx, { ...mail, about: id }, now)
}

export const ReasonForm = z.object({ reason: texts(1000, 'focus-areas.mistake.reason') })

/** Says openly why something was not chosen. Whoever proposed it is told by the clock. */
export function leaveOut(
  db: Db,
  id: string,
  form: z.output<typeof ReasonForm>,
  { by, now }: Acting,
): Promise<NotChosenRefusal | null> {
  return decide(db, 'focus_proposal', id, async (tx) => {
    const proposal = found(await proposalWithId(tx, id), 'proposal')
    const refusal = refusalToLeaveOut(proposal.state, await callOfYear(tx, proposal.year), localDate(now))
    if (refusal) return refusal
    await changeProposal(tx, id, { state: 'not-chosen', reason: json(form.reason) })
    await record(tx, { what: 'focus-area-not-chosen', by: by.id, about: id, at: now })
    return null
  })
}
