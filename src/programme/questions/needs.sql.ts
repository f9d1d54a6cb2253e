import { insertRows } from '#platform/db.ts'
import type { ProgrammeTables, Reads, SignUpState, Writes } from '../tables.ts'
import type { NeedsOfOne } from './needs.rules.ts'
import type { Need, QuestionTables } from './tables.ts'

/** What one person needs, and until when it is kept. */
export async function needsOfSignUp(db: Reads, signUpId: string): Promise<NeedsOfOne | null> {
  const row = await db
    .selectFrom('sign_up_need')
    .select(['access', 'interpretation', 'diet'])
    .where('sign_up_id', '=', signUpId)
    .executeTakeFirst()
  if (!row) return null
  const boxes = await db
    .selectFrom('sign_up_need_box')
    .select('need')
    .where('sign_up_id', '=', signUpId)
    .execute()
  return { ...row, boxes: boxes.map(({ need }) => need) }
}

/** Writes what people need; of somebody who needs nothing, nothing is kept. */
export async function addNeeds(
  tx: Writes,
  all: readonly { signUpId: string; needs: NeedsOfOne }[],
  wipe_on: string,
): Promise<void> {
  const some = all.filter(
    ({ needs: { boxes, access, interpretation, diet } }) =>
      boxes.length > 0 || access !== null || interpretation !== null || diet !== null,
  )
  await insertRows<ProgrammeTables['sign_up_need']>(
    tx,
    'sign_up_need',
    some.map(({ signUpId, needs: { access, interpretation, diet } }) => ({
      ...{ sign_up_id: signUpId, access, interpretation, diet, wipe_on },
    })),
  )
  await insertRows<QuestionTables['sign_up_need_box']>(
    tx,
    'sign_up_need_box',
    some.flatMap(({ signUpId, needs }) => needs.boxes.map((need) => ({ sign_up_id: signUpId, need }))),
  )
}

/** The same in place of what was written before. */
export async function putNeeds(
  tx: Writes,
  signUpId: string,
  needs: NeedsOfOne,
  wipeOn: string,
): Promise<void> {
  await tx.deleteFrom('sign_up_need').where('sign_up_id', '=', signUpId).execute()
  await addNeeds(tx, [{ signUpId, needs }], wipeOn)
}

/** The needs of one person, with the name that only the second view shows. */
export interface NeedsLine extends NeedsOfOne {
  id: string
  name: string
  state: SignUpState
  wipe_on: string
}

/** What those need who have or had a seat held for them; of those who wait, nothing is ordered yet. */
export async function needsAtEvent(db: Reads, eventId: string): Promise<NeedsLine[]> {
  const rows = await db
    .selectFrom('sign_up_need')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_need.sign_up_id')
    .select(['sign_up.id', 'name', 'state', 'access', 'interpretation', 'diet', 'wipe_on'])
    .where('event_id', '=', eventId)
    .where('state', 'in', ['held', 'seat', 'offered'])
    .orderBy('search_text')
    .orderBy('sign_up.id')
    .execute()
  const boxes = await db
    .selectFrom('sign_up_need_box')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_need_box.sign_up_id')
    .select(['sign_up_id', 'need'])
    .where('event_id', '=', eventId)
    .execute()
  const bySignUp = new Map<string, Need[]>()
  for (const { sign_up_id, need } of boxes)
    bySignUp.set(sign_up_id, [...(bySignUp.get(sign_up_id) ?? []), need])
  return rows.map((row) => ({ ...row, boxes: bySignUp.get(row.id) ?? [] }))
}
