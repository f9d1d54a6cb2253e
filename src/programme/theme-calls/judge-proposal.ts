import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { callWithId } from './calls.sql.ts'
import { authorOf, changeProposal, type Proposal, proposalWithId } from './proposals.sql.ts'
import { judgedMail } from './theme-calls.mail.ts'

export const JudgeForm = z
  .object({ do: z.enum(['show', 'turn-down']).catch('show'), reason: optionalParagraphs(1000) })
  .refine((form) => form.do === 'show' || form.reason !== null, {
    error: 'theme-calls.mistake.reason',
    path: ['reason'],
  })
export type JudgeForm = z.output<typeof JudgeForm>

import { isSet } from './theme-call.rules.ts'

interface Judging extends Pick<Letters, 'now' | 'url'> {
  by: Member
  callId: string
  proposalId: string
}

/** Shows a proposal to everybody, or turns it down with a reason; its author is told. Either can be undone. */
export function judgeProposal(db: Db, judging: Judging, form: JudgeForm) {
  const { by, callId, proposalId, now } = judging
  return decide(db, 'theme_call', callId, async (tx): Promise<'theme-set' | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const proposal = found(await proposalWithId(tx, callId, proposalId), 'proposal')
    if (isSet(call)) return 'theme-set'
    const state = form.do === 'show' ? 'shown' : 'turned-down'
    const reason = state === 'turned-down' ? form.reason : null
    if (proposal.state === state && proposal.reason === reason) return null
    await changeProposal(tx, proposalId, { state, reason, decided_at: now, decided_by: by.id })
    const what = state === 'shown' ? 'theme-proposal-shown' : 'theme-proposal-turned-down'
    await record(tx, { what, by: by.id, about: callId, at: now, detail: { proposal: proposalId } })
    await tellAuthor(tx, { ...proposal, state, reason }, judging)
    return null
  })
}

async function tellAuthor(tx: Writes, proposal: Proposal, { callId, now, url }: Judging): Promise<void> {
  const author = await authorOf(tx, proposal.id)
  if (!author?.email) return
  const link = url(author.language, `/themes/${callId}`)
  const mail = judgedMail({ email: author.email, language: author.language }, proposal, link)
  await queueMail(tx, { ...mail, about: callId }, now)
}
