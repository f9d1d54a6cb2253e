import * as z from 'zod'
import { json, transact } from '#platform/db.ts'
import { date, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { amount, optionalAmount } from './amount.ts'
import { addNeed, changeNeed, meanings, needWithId, putMeaning } from './needs.sql.ts'
import { partnerKinds, pledgeUnits } from './pledge.rules.ts'
import type { Db } from './tables.ts'

export const NeedForm = z.object({
  id: z.uuid(),
  /** The version that was read; 0 for one that is new. */
  seen: z.coerce.number().int().min(0).catch(-1),
  kind: z.enum(partnerKinds, 'partners.mistake.kind'),
  title: texts(120, 'partners.mistake.title'),
  says: optionalTexts(1000),
  amount: amount('partners.mistake.amount'),
  unit: z.enum(pledgeUnits, 'partners.mistake.unit'),
  elsewhere: optionalAmount('partners.mistake.amount'),
  needed_on: date,
  ended: z.string().optional(),
})
type NeedForm = z.output<typeof NeedForm>

/** Writes down what is needed, in each language; whoever was second is told, with the words kept. */
export function saveNeed(
  db: Db,
  by: Member,
  form: NeedForm,
  now: Instant,
): Promise<'edited-meanwhile' | null> {
  return transact(db, async (tx) => {
    const { id, seen, kind, title, says, amount: wanted, unit, elsewhere, needed_on, ended } = form
    const row = {
      ...{ kind, title: json(title), says: json(says), amount: wanted, unit, elsewhere: elsewhere ?? 0 },
      ...{ needed_on, changed_by: by.id, changed_at: now, ended_at: ended === 'yes' ? now : null },
    }
    const known = await needWithId(tx, id)
    if (!known) await addNeed(tx, { id, ...row })
    else if (!(await changeNeed(tx, { id, version: seen }, row))) return 'edited-meanwhile'
    await record(tx, { what: 'partner-need-saved', by: by.id, about: id, at: now })
    return null
  })
}

export const MeaningForm = z.object({
  kind: z.enum(partnerKinds, 'partners.mistake.kind'),
  words: texts(1000, 'partners.mistake.meaning'),
  seen: z.coerce.number().int().min(0).catch(-1),
})

/** What a kind of partnership can mean, in the office's own words. */
export function saveMeaning(
  db: Db,
  by: Member,
  { kind, words, seen }: z.output<typeof MeaningForm>,
  now: Instant,
): Promise<'edited-meanwhile' | null> {
  return transact(db, async (tx) => {
    const known = (await meanings(tx)).find((one) => one.kind === kind)
    const version = known?.version ?? 0
    if (version !== seen) return 'edited-meanwhile'
    const changed = { changed_by: by.id, changed_at: now }
    await putMeaning(tx, { kind, words: json(words), version: version + 1, ...changed })
    await record(tx, { what: 'partner-meaning-saved', by: by.id, about: kind, at: now })
    return null
  })
}
