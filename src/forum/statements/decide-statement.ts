import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Language, Texts } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import type { Db } from '../tables.ts'
import { type DecideRefusal, refusalToDecide } from './dialogue.rules.ts'
import { type Dialogue, dialogueWithId } from './dialogues.sql.ts'
import { decidedMail } from './dialogue.mail.ts'
import { changeStatement, type Statement, statementWithId } from './statements.sql.ts'
import { personOf } from './voters.sql.ts'
import { wordsMax } from './write-statement.ts'

export const DecideForm = z
  .object({
    do: z.enum(['show', 'turn-down', 'save']).catch('save'),
    reason: optionalParagraphs(400),
    translations: optionalTexts(wordsMax),
    is_meta: z
      .string()
      .optional()
      .transform((text) => text === 'yes'),
    /** Which decision stood when the page was opened. */
    seen: z.string().default(''),
  })
  .refine((form) => form.do !== 'turn-down' || form.reason !== null, {
    error: 'dialogue.mistake.reason',
    path: ['reason'],
  })
export type DecideForm = z.output<typeof DecideForm>

interface Deciding {
  by: Member
  dialogueId: string
  statementId: string
  now: Instant
  url: UrlOf
}

/** Shows a statement, turns it down with a reason, or only translates it. Its author is told of a decision. */
export function decideStatement(db: Db, deciding: Deciding, form: DecideForm) {
  const { by, dialogueId, statementId, now } = deciding
  return decide(db, 'dialogue', dialogueId, async (tx): Promise<DecideRefusal | null> => {
    const dialogue = found(await dialogueWithId(tx, dialogueId), 'dialogue')
    const statement = found(await statementWithId(tx, dialogueId, statementId), 'statement')
    const words = { translations: json(othersOf(form.translations, statement.language)) }
    const editing = { ...words, is_meta: form.is_meta ? 1 : 0 }
    if (form.do === 'save') {
      await changeStatement(tx, statement.id, editing)
      await record(tx, { what: 'statement-translated', by: by.id, about: dialogueId, at: now })
      return null
    }
    const state = form.do === 'show' ? ('shown' as const) : ('turned-down' as const)
    const refusal = refusalToDecide(dialogue, statement, { state, seen: form.seen }, now)
    if (refusal) return refusal
    const reason = state === 'turned-down' ? form.reason : null
    const decided = { state, reason, decided_at: laterThan(statement.decided_at, now), decided_by: by.id }
    await changeStatement(tx, statement.id, { ...editing, ...decided })
    const what = state === 'shown' ? 'statement-shown' : 'statement-turned-down'
    const detail = { statement: statement.number, ...(reason && { reason }) }
    await record(tx, { what, by: by.id, about: dialogueId, at: now, detail })
    await tellAuthor(tx, dialogue, { ...statement, state, reason }, deciding)
    return null
  })
}

// Two decisions of one millisecond are two decisions.
const laterThan = (before: Instant | null, now: Instant): Instant =>
  before !== null && before >= now ? plus(before, { seconds: 0.001 }) : now

const othersOf = (translations: Texts, own: Language): Texts =>
  Object.fromEntries(Object.entries(translations).filter(([language]) => language !== own))

async function tellAuthor(
  tx: Db,
  dialogue: Dialogue,
  statement: Pick<Statement, 'written_by' | 'words' | 'state' | 'reason'>,
  { now, url }: Deciding,
): Promise<void> {
  const author = statement.written_by ? await personOf(tx, statement.written_by) : undefined
  if (!author?.email) return
  const link = url(author.language, `/dialogue/${dialogue.slug}/you`)
  const receiver = { email: author.email, language: author.language }
  const mail = decidedMail(receiver, { ...statement, title: dialogue.title }, link)
  await queueMail(tx, { ...mail, about: dialogue.id }, now)
}
