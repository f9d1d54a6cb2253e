import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { several } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { addStep } from './keep-seats.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { languagesIn } from './seated-as.rules.ts'

export const parts = ['guest', 'host', 'note-taker', 'interpreter'] as const
/** Languages to tick; others are written. */
export const spoken = ['sv', 'en', 'es'] as const

export const PersonForm = z.object({
  part: z.enum(parts),
  speaks: several(spoken),
  others: z
    .string()
    .max(60, 'platform.form.too-long')
    .optional()
    .transform((text) => languagesIn(text ?? '')),
  table: z.string().catch(''),
  needs: several(['step-free', 'hearing-loop']),
  rounds: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.coerce.number().int().min(1).max(50)),
  ),
})
export type PersonOf = z.output<typeof PersonForm>

export type PersonRefusal = 'no-language' | 'no-round' | 'table-has-no-seat'

/** What the seating is to know of somebody. Seats in rounds they no longer attend are given up. */
export function setPerson(
  db: Db,
  by: Member,
  { eventId, signUp }: { eventId: string; signUp: string },
  form: PersonOf,
  now: Instant,
): Promise<PersonRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = await loadForum(tx, eventId)
    if (!forum) return null
    const refusal = whyNot(forum, signUp, form)
    if (refusal) return refusal
    const all = forum.rounds.map(({ number }) => number)
    const there = all.filter((number) => form.rounds.includes(number))
    const row = {
      ...{ event_id: eventId, sign_up_id: signUp, part: form.part },
      speaks: [...form.speaks, ...form.others].join(','),
      fixed_table: form.table === '' ? null : form.table,
      step_free: form.needs.includes('step-free') ? 1 : 0,
      hearing_loop: form.needs.includes('hearing-loop') ? 1 : 0,
      rounds: there.length === all.length ? null : there.join(','),
    }
    await tx
      .insertInto('seated_person')
      .values(row)
      .onConflict((conflict) => conflict.columns(['event_id', 'sign_up_id']).doUpdateSet(row))
      .execute()
    const gone = await leaveRounds(tx, eventId, signUp, there)
    const seats = gone.map(({ round, table_id }) => [round, signUp, table_id, null] as const)
    await addStep(tx, eventId, seats, { kind: 'people', by: by.id, now })
    return null
  })
}

function whyNot({ tables, people, rounds }: Forum, signUp: string, form: PersonOf): PersonRefusal | null {
  if (form.speaks.length + form.others.length === 0) return 'no-language'
  if (!rounds.some(({ number }) => form.rounds.includes(number))) return 'no-round'
  if (form.table === '') return null
  const table = tables.find(({ id }) => id === form.table)
  const others = people.filter(({ id, fixed_table }) => id !== signUp && fixed_table === form.table)
  return table && others.length < table.seats ? null : 'table-has-no-seat'
}

const leaveRounds = (tx: Writes, eventId: string, signUp: string, there: readonly number[]) =>
  tx
    .deleteFrom('table_seat')
    .where('event_id', '=', eventId)
    .where('sign_up_id', '=', signUp)
    .where('round', 'not in', there)
    .returning(['round', 'table_id'])
    .execute()
