import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { checkForm, type Filled, optionalLine, optionalWebAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addStep } from './keep-seats.ts'
import type { RoundRow, TableRow } from './seating.sql.ts'
import { whole } from './whole.ts'

const TableForm = z.object({
  name: optionalLine(80),
  seats: whole(1, 100),
  'step-free': z.literal('yes').optional(),
  'hearing-loop': z.literal('yes').optional(),
  language: z.enum(['', ...languages]).catch(''),
  url: optionalWebAddress,
})

const RoundForm = z.object({ minutes: whole(1, 480), question: z.string().catch('') })

/** Fields of several rows, as in `seats-3`: what was sent for one of them. */
const ofRow = (filled: Filled, number: number): Filled =>
  Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]) =>
      name.endsWith(`-${number}`) ? [[name.slice(0, -`-${number}`.length), value]] : [],
    ),
  )

/** Reads rows by their numbers: all of them, or what is wrong with each, by the name of the field. */
function readRows<T extends z.ZodType>(filled: Filled, numbers: readonly number[], shape: T) {
  const mistakes: Record<string, string> = {}
  const rows = new Map<number, z.output<T>>()
  for (const number of numbers) {
    const read = checkForm(ofRow(filled, number), shape)
    if (read.ok) rows.set(number, read.value)
    else for (const [name, key] of Object.entries(read.mistakes)) mistakes[`${name}-${number}`] = key
  }
  return { mistakes: Object.keys(mistakes).length > 0 ? mistakes : null, rows }
}

export const readTables = (filled: Filled, tables: readonly TableRow[]) =>
  readRows(
    filled,
    tables.map(({ number }) => number),
    TableForm,
  )

export const readRounds = (filled: Filled, rounds: readonly RoundRow[]) =>
  readRows(
    filled,
    rounds.map(({ number }) => number),
    RoundForm,
  )

/** What is at each table. Answers with the number of one where more people sit than it would have seats. */
export function setTables(
  db: Db,
  by: Member,
  eventId: string,
  rows: ReadonlyMap<number, z.output<typeof TableForm>>,
  now: Instant,
): Promise<{ crowded: number } | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const most = await tx
      .selectFrom('table_seat')
      .innerJoin('forum_table', 'forum_table.id', 'table_seat.table_id')
      .select(['forum_table.number', ({ fn }) => fn.countAll<number>().as('seated')])
      .where('table_seat.event_id', '=', eventId)
      .groupBy(['forum_table.number', 'table_seat.round'])
      .execute()
    const crowded = most.find(({ number, seated }) => seated > (rows.get(number)?.seats ?? seated))
    if (crowded) return { crowded: crowded.number }
    for (const [number, form] of rows)
      await tx
        .updateTable('forum_table')
        .set({
          ...{ name: form.name, seats: form.seats, online_url: form.url },
          ...{ step_free: form['step-free'] ? 1 : 0, hearing_loop: form['hearing-loop'] ? 1 : 0 },
          language: form.language === '' ? null : form.language,
        })
        .where('event_id', '=', eventId)
        .where('number', '=', number)
        .execute()
    await addStep(tx, eventId, [], { kind: 'tables', by: by.id, now })
    return null
  })
}

/** How long each round is, and what is talked about in it. */
export function setRounds(
  db: Db,
  by: Member,
  eventId: string,
  rows: ReadonlyMap<number, z.output<typeof RoundForm>>,
  now: Instant,
): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const questions = await tx
      .selectFrom('forum_question')
      .select('id')
      .where('event_id', '=', eventId)
      .execute()
    const known = new Set(questions.map(({ id }) => id))
    for (const [number, { minutes, question }] of rows)
      await tx
        .updateTable('forum_round')
        .set({ minutes, question_id: known.has(question) ? question : null })
        .where('event_id', '=', eventId)
        .where('number', '=', number)
        .execute()
    await addStep(tx, eventId, [], { kind: 'rounds', by: by.id, now })
  })
}
