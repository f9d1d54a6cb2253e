import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { withinLimit } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type Double, doublesOf, type Wording } from '../opinion-map/doubles.rules.ts'
import type { Db } from '../tables.ts'
import { refusalToWrite, statementsPerNetwork, type WriteRefusal } from './dialogue.rules.ts'
import { dialogueWithId } from './dialogues.sql.ts'
import { type Comer, findVoters } from './find-voters.ts'
import { addStatement, lastNumber, type Statement, statementsBy, statementsOf } from './statements.sql.ts'

export const wordsMax = 280

const mistake = { words: 'dialogue.mistake.words', language: 'dialogue.mistake.language' }

export const StatementForm = z.object({
  words: line(wordsMax, mistake.words),
  language: z.enum(languages, mistake.language),
  /** Pressed when close statements were shown: send it all the same. */
  despite: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
})
export type StatementForm = z.output<typeof StatementForm>

export type WritingRefusal = WriteRefusal | 'too-many-people'

export type Written = { refusal: WritingRefusal } | { close: Statement[] } | { sent: true }

interface Writing extends Comer {
  dialogueId: string
}

/** All the wordings in which a statement can be read. */
export const wordingsOf = ({
  language,
  words,
  translations,
}: Pick<Statement, 'language' | 'words' | 'translations'>): Wording[] => [
  { language, text: words },
  ...languages.flatMap((other) => {
    const text = other === language ? undefined : translations[other]
    return text ? [{ language: other, text }] : []
  }),
]

/** Hands in a statement. It is shown when an organiser has read it. */
export function writeStatement(db: Db, writing: Writing, form: StatementForm): Promise<Written> {
  const { dialogueId, now, from } = writing
  return decide(db, 'dialogue', dialogueId, async (tx): Promise<Written> => {
    const dialogue = found(await dialogueWithId(tx, dialogueId), 'dialogue')
    const early = refusalToWrite(dialogue, 0, now)
    if (early) return { refusal: early }
    const network = { key: `dialogue:statements:${dialogueId}:${from}`, ...statementsPerNetwork }
    if (!(await withinLimit(tx, network, now))) return { refusal: 'too-many-people' }
    const [voter] = await findVoters(tx, dialogueId, [writing])
    if (!voter) return { refusal: 'too-many-people' }
    const own = await statementsBy(tx, voter)
    // A form that is sent twice says it once.
    if (own.some((one) => one.words === form.words)) return { sent: true }
    const refusal = refusalToWrite(dialogue, own.filter((one) => one.state !== 'turned-down').length, now)
    if (refusal) return { refusal }
    const close = form.despite ? [] : await closeTo(tx, dialogueId, form)
    if (close.length > 0) return { close }
    await add(tx, { dialogueId, now }, { ...form, written_by: voter })
    // Who it was stays out of the record.
    await record(tx, { what: 'statement-came', by: null, about: dialogueId, at: now })
    return { sent: true }
  })
}

/** Statements that are shown and say nearly the same, the likest first. What says the opposite is another statement. */
async function closeTo(tx: Db, dialogueId: string, { words, language }: StatementForm): Promise<Statement[]> {
  const shown = (await statementsOf(tx, dialogueId)).filter((one) => one.state === 'shown')
  return doublesAmong([{ language, text: words }], shown)
    .filter(({ kind }) => kind !== 'opposite')
    .slice(0, 3)
    .map(({ statement }) => statement)
}

export function doublesAmong(
  wording: readonly Wording[],
  earlier: readonly Statement[],
): (Double & { statement: Statement })[] {
  const all = new Map(earlier.map((one) => [one.id, one]))
  const doubles = doublesOf(
    wording,
    earlier.map((one) => ({ id: one.id, wording: wordingsOf(one) })),
  )
  return doubles.flatMap((double) => {
    const statement = all.get(double.id)
    return statement ? [{ ...double, statement }] : []
  })
}

type NewWords = Pick<StatementForm, 'words' | 'language'>

async function add(
  tx: Db,
  { dialogueId, now }: { dialogueId: string; now: Instant },
  { words, language, written_by, by }: NewWords & { written_by: string | null; by?: Member },
): Promise<void> {
  const decided = by
    ? { state: 'shown' as const, decided_at: now, decided_by: by.id, is_seed: 1 }
    : { state: 'waiting' as const, decided_at: null, decided_by: null, is_seed: 0 }
  const number = (await lastNumber(tx, dialogueId)) + 1
  const row = { id: newId(), dialogue_id: dialogueId, number, words, language, written_by, created_at: now }
  await addStatement(tx, { ...row, ...decided, translations: '{}', reason: null })
}

export const SeedForm = StatementForm.omit({ despite: true })

/** The organisers write a statement to begin with; it is shown at once. */
export function addSeed(
  db: Db,
  dialogueId: string,
  form: z.output<typeof SeedForm>,
  { by, now }: { by: Member; now: Instant },
) {
  return decide(db, 'dialogue', dialogueId, async (tx): Promise<'closed' | null> => {
    const dialogue = found(await dialogueWithId(tx, dialogueId), 'dialogue')
    const isOver = refusalToWrite(dialogue, 0, now) === 'closed' || dialogue.closes_at <= now
    if (isOver) return 'closed'
    const known = await statementsOf(tx, dialogueId)
    if (known.some((one) => one.is_seed === 1 && one.words === form.words)) return null
    await add(tx, { dialogueId, now }, { ...form, written_by: null, by })
    await record(tx, { what: 'statement-shown', by: by.id, about: dialogueId, at: now })
    return null
  })
}
