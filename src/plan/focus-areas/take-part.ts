import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalLine, paragraphs } from '#platform/form.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { type Language, languages, type Texts } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { confirmMail } from './focus.mail.ts'
import {
  mailsPerAddress,
  type ProposeRefusal,
  refusalToConfirm,
  refusalToPropose,
  refusalToSupport,
  wishesPerNetwork,
} from './focus.rules.ts'
import {
  addSubmission,
  addSupport,
  callOfYear,
  changeSubmission,
  confirmSupport,
  proposalWithId,
  renewSupport,
  submissionOfToken,
  supportOfToken,
} from './focus.sql.ts'

export const ProposeForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice makes one proposal. */
  id: z.uuid(),
  title: line(120, 'focus-areas.mistake.title'),
  why: paragraphs(2000, 'focus-areas.mistake.why'),
  language: z.enum(languages, 'focus-areas.mistake.language'),
  organisation: optionalLine(200),
  email: emailAddress,
})
export type ProposeForm = z.output<typeof ProposeForm>

export const SupportForm = z.object({ email: emailAddress })

export interface TakingPart {
  now: Instant
  url: (language: Language, path: string) => string
  /** The visitor's network, for limits alone. */
  from: string
  language: Language
}

/** Sends a proposal in. It shows when its author has confirmed the address and a coordinator has read it. */
export async function proposeArea(
  db: Db,
  year: number,
  form: ProposeForm,
  by: TakingPart,
): Promise<ProposeRefusal | 'too-many' | null> {
  const { id: callId } = found(await callOfYear(db, year), 'call')
  return decide(db, 'focus_call', callId, async (tx) => {
    const call = found(await callOfYear(tx, year), 'call')
    const refusal = refusalToPropose(call, localDate(by.now))
    if (refusal) return refusal
    if (!(await withinBounds(tx, form.email, by))) return 'too-many'
    const token = newToken()
    const { id, title, why, language, email, organisation } = form
    const isNew = await addSubmission(tx, {
      ...{ id, call_id: call.id, title, why, language, organisation_name: organisation, email },
      ...{ token_hash: hashOf(token), sent_at: by.now, confirmed_at: null, reason: null },
      ...{ decided_by: null, told_at: null, forgotten_at: null, state: 'waiting' },
    })
    if (isNew)
      await askToConfirm(tx, 'proposed', { email, title: { [language]: title }, token, about: id }, by)
    return null
  })
}

/** Stands behind a proposal, once for each address however often it asks; everybody gets the same answer. */
export function supportProposal(
  db: Db,
  proposalId: string,
  email: string,
  by: TakingPart,
): Promise<'not-proposed' | 'too-many' | null> {
  return decide(db, 'focus_proposal', proposalId, async (tx) => {
    const proposal = found(await proposalWithId(tx, proposalId), 'proposal')
    const refusal = refusalToSupport(proposal.state)
    if (refusal) return refusal
    if (!(await withinBounds(tx, email, by))) return 'too-many'
    const token = newToken()
    const row = {
      ...{ id: newId(), proposal_id: proposalId, address_key: hashOf(email), token_hash: hashOf(token) },
      ...{ asked_at: by.now, confirmed_at: null },
    }
    if (!(await addSupport(tx, row))) await renewSupport(tx, row)
    if (await supportOfToken(tx, row.token_hash)) {
      await askToConfirm(tx, 'supported', { email, title: proposal.title, token, about: proposalId }, by)
    }
    return null
  })
}

const withinBounds = (tx: Writes, email: string, { from, now }: TakingPart): Promise<boolean> =>
  withinLimits(
    tx,
    [
      { key: `focus:network:${from}`, ...wishesPerNetwork },
      { key: `focus:address:${hashOf(email)}`, ...mailsPerAddress },
    ],
    now,
  )

interface Asked {
  email: string
  title: Texts
  token: string
  about: string
}

function askToConfirm(tx: Writes, kind: 'proposed' | 'supported', asked: Asked, by: TakingPart) {
  const { token, about, ...receiver } = asked
  const link = by.url(by.language, `/focus-areas/confirm/${token}`)
  const mail = confirmMail({ ...receiver, language: by.language, kind, link })
  return queueMail(tx, { ...mail, about }, by.now)
}

/** The owner of the address says that it was them. Pressing again changes nothing. */
export function confirmByLink(db: Db, token: string, now: Instant): Promise<'too-late' | null> {
  return transact(db, async (tx) => {
    const hash = hashOf(token)
    const support = await supportOfToken(tx, hash)
    if (support) {
      if (support.confirmed_at) return null
      const refusal = refusalToConfirm(support.asked_at, now)
      if (!refusal) await confirmSupport(tx, support.id, now)
      return refusal
    }
    const sent = found(await submissionOfToken(tx, hash), 'proposal')
    if (sent.confirmed_at) return null
    const refusal = refusalToConfirm(sent.sent_at, now)
    if (refusal) return refusal
    await changeSubmission(tx, sent.id, { confirmed_at: now })
    await record(tx, { what: 'focus-area-proposed', by: null, about: sent.id, at: now })
    return null
  })
}

/** What a link is about, and whether it was confirmed. */
export async function wishOfToken(db: Db, token: string) {
  const hash = hashOf(token)
  const support = await supportOfToken(db, hash)
  if (support) {
    const { title, year, confirmed_at } = support
    return { kind: 'supported' as const, title, year, confirmed_at }
  }
  const sent = await submissionOfToken(db, hash)
  if (!sent) return undefined
  const call = await db
    .selectFrom('focus_call')
    .select('year')
    .where('id', '=', sent.call_id)
    .executeTakeFirstOrThrow()
  const title: Texts = { [sent.language]: sent.title }
  return { kind: 'proposed' as const, title, year: call.year, confirmed_at: sent.confirmed_at }
}

export const wordsIn = (language: Language, text: string) => json({ [language]: text })
