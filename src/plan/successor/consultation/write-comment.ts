import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, optionalLine, paragraphs } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { inLanguage, type Language, languages } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads } from '../../tables.ts'
import { draftCommitmentWithId, paragraphWithId } from '../draft/draft.sql.ts'
import type { Letters } from '../letters.ts'
import { successorWithId } from '../successor.sql.ts'
import { addComment, changeComment, commentOfLink, removeComment } from './comments.sql.ts'
import {
  type CommentRefusal,
  commentsPerNetwork,
  type ConfirmRefusal,
  confirmDays,
  mailsPerAddress,
  refusalToComment,
  refusalToConfirm,
} from './consultation.rules.ts'
import { confirmMail } from './consultation.mail.ts'
import { noticedIn } from './noticed.rules.ts'

export const CommentForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one comment. */
    id: z.uuid(),
    words: paragraphs(4000, 'successor.mistake.words'),
    language: z.enum(languages, 'platform.form.choose'),
    name: optionalLine(120),
    shows_name: z
      .string()
      .optional()
      .transform((text) => text === 'yes'),
    organisation: optionalLine(200),
    email: emailAddress,
  })
  .refine(({ name, shows_name }) => !shows_name || name !== null, {
    error: 'successor.mistake.name',
    path: ['name'],
  })
export type CommentForm = z.output<typeof CommentForm>

/** Which part of the draft something is said of. */
export type Part = { kind: 'whole' } | { kind: 'paragraph' | 'commitment'; id: string }

/** 'whole', 'paragraph.0190…' or 'commitment.0190…', as addresses spell it. */
export function partFrom(key: string): Part | null {
  if (key === 'whole') return { kind: 'whole' }
  const [kind, id] = key.split('.')
  return (kind === 'paragraph' || kind === 'commitment') && id ? { kind, id } : null
}

export async function isPartThere(db: Reads, successorId: string, part: Part): Promise<boolean> {
  if (part.kind === 'whole') return true
  const find = part.kind === 'paragraph' ? paragraphWithId : draftCommitmentWithId
  return (await find(db, successorId, part.id))?.removed_at === null
}

interface Commenting extends Letters {
  successorId: string
  part: Part
  /** The language the page was read in, for the mails. */
  language: Language
  /** The visitor's network, for limits alone. */
  from: string
}

/** Says something of the draft. It shows when its author has confirmed the address and somebody of the office has read it. */
export function writeComment(
  db: Db,
  { successorId, part, language, from, now, url }: Commenting,
  form: CommentForm,
): Promise<CommentRefusal | 'too-many' | null> {
  return decide(db, 'successor', successorId, async (tx) => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const refusal = refusalToComment(successor, await isPartThere(tx, successorId, part), now)
    if (refusal) return refusal
    if (!(await isWithinLimits(tx, form.email, from, now))) return 'too-many'
    const token = newToken()
    const isNew = await addComment(tx, {
      ...{ id: form.id, successor_id: successorId, words: form.words, language: form.language },
      paragraph_id: part.kind === 'paragraph' ? part.id : null,
      commitment_id: part.kind === 'commitment' ? part.id : null,
      ...{ name: form.name, shows_name: form.shows_name ? 1 : 0, organisation: form.organisation },
      ...{ email: form.email, token_hash: hashOf(token), asked_at: now, confirmed_at: null },
      noticed: noticedIn(`${form.words}\n${form.name ?? ''}\n${form.organisation ?? ''}`),
    })
    if (!isNew) return null
    const mail = confirmMail({
      ...{ email: form.email, language, plan: inLanguage(successor.title, language), days: confirmDays },
      link: url(language, `/plan/next/mine/${token}`),
    })
    await queueMail(tx, { ...mail, about: successorId }, now)
    return null
  })
}

const isWithinLimits = (tx: Db, email: string, from: string, now: Instant): Promise<boolean> =>
  withinLimits(
    tx,
    [
      { key: `plan-comments:network:${from}`, ...commentsPerNetwork },
      { key: `plan-comments:address:${hashOf(email)}`, ...mailsPerAddress },
    ],
    now,
  )

/** The owner of the address says that it was them. Pressing again changes nothing. */
export const confirmComment = (db: Db, token: string, now: Instant): Promise<ConfirmRefusal | null> =>
  withComment(db, token, async (tx, comment) => {
    if (comment.confirmed_at !== null) return null
    const successor = found(await successorWithId(tx, comment.successor_id), 'plan in the making')
    const refusal = refusalToConfirm(comment.asked_at, successor.adopted_on !== null, now)
    if (refusal) return refusal
    await changeComment(tx, comment.id, { confirmed_at: now })
    // Who it was stays out of the record.
    await record(tx, { what: 'plan-comment-came', by: null, about: comment.successor_id, at: now })
    return null
  })

/** Takes back what the office has not answered yet. */
export const takeBackComment = (db: Db, token: string, now: Instant): Promise<'answered-already' | null> =>
  withComment(db, token, async (tx, comment) => {
    if (comment.answer_id !== null) return 'answered-already'
    await removeComment(tx, comment.id)
    await record(tx, { what: 'plan-comment-taken-back', by: null, about: comment.successor_id, at: now })
    return null
  })

async function withComment<R>(
  db: Db,
  token: string,
  work: (tx: Db, comment: NonNullable<Awaited<ReturnType<typeof commentOfLink>>>) => Promise<R>,
): Promise<R> {
  const { successor_id } = found(await commentOfLink(db, hashOf(token)), 'comment')
  return decide(db, 'successor', successor_id, async (tx) =>
    work(tx, found(await commentOfLink(tx, hashOf(token)), 'comment')),
  )
}
