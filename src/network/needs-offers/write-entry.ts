import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalLine, optionalTexts, texts } from '#platform/form.ts'
import { withinLimit } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { otherSide, kinds, refusalToWrite, sides, type WriteRefusal, writtenPerDay } from './entry.rules.ts'
import { addEntry, changeEntry, countOpen, type Entry, entryWithId } from './entries.sql.ts'
import { matchWithId, setAnswer, suggestedTo } from './matches.sql.ts'
import { suggestFor } from './suggest.ts'
import { tell, type Telling } from './tell.ts'

const wordsMax = 150
const aboutMax = 2000

/** What an organisation needs or can give, as the form says it. */
export const EntryForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice makes one entry. */
  id: z.uuid(),
  organisation: z
    .string('needs-offers.mistake.organisation')
    .min(1, 'needs-offers.mistake.organisation')
    .max(200),
  side: z.enum(sides, 'needs-offers.mistake.side'),
  kind: z.enum(kinds, 'needs-offers.mistake.kind'),
  words: texts(wordsMax, 'needs-offers.mistake.words'),
  about: optionalTexts(aboutMax),
  place: optionalLine(100),
  theme: optionalLine(60),
  from: date,
  until: date,
  ask_for: optionalLine(200),
  /** When it last changed, as whoever edits it saw it. */
  seen: z.string().default(''),
})
export type EntryForm = z.output<typeof EntryForm>

const wordsOf = ({ kind, words, about, place, theme, from, until, ask_for }: EntryForm) => ({
  ...{ kind, words, about, place, theme_id: theme, from_day: from, until_day: until, ask_for },
})

export interface Writer {
  by: string | null
  isOffice: boolean
  key: string
}

type Organisation = { id: string; contact_email: string | null }

/** Lists what an organisation needs or can give, and suggests at once what may fit. */
export function writeEntry(
  db: Db,
  writer: Writer,
  organisation: Organisation,
  form: EntryForm,
  telling: Telling,
): Promise<WriteRefusal | null> {
  const { now } = telling
  return decide(db, 'organisation', organisation.id, async (tx) => {
    if (await entryWithId(tx, form.id)) return null
    const open = await countOpen(tx, organisation.id)
    const isWithinLimit = await withinLimit(tx, { key: `need-offer:${writer.key}`, ...writtenPerDay }, now)
    const refusal = refusalToWrite({ address: organisation.contact_email, open, isWithinLimit })
    if (refusal) return refusal
    const { id, side } = form
    const own = { id, side, organisation_id: organisation.id, written_by: writer.by, at: now }
    await addEntry(tx, { ...own, ...wordsOf(form) })
    await record(tx, { what: 'need-offer-listed', by: writer.by, about: id, at: now, detail: { side } })
    const entry = found(await entryWithId(tx, id), 'entry')
    if (writer.isOffice) await tell(tx, entry, { kind: 'written' }, telling)
    await suggestAndTell(tx, entry, telling)
    return null
  })
}

/** Suggests, and tells both sides that there is something to look at; not what it is. */
export async function suggestAndTell(tx: Tx, entry: Entry, telling: Telling): Promise<void> {
  const added = await suggestFor(tx, entry, telling.now)
  if (added.length === 0) return
  await tellOnceADay(tx, entry, added.length, telling)
  for (const id of added) {
    const match = found(await matchWithId(tx, id), 'suggestion')
    const other = await entryWithId(tx, entry.side === 'need' ? match.offer_id : match.need_id)
    if (other) await tellOnceADay(tx, other, 1, telling)
  }
}

const oneMailADay = { max: 1, windowSeconds: 24 * 60 * 60 }

/** However many suggestions there are, an organisation gets one mail about them in a day: its page has them all. */
async function tellOnceADay(tx: Tx, entry: Entry, count: number, telling: Telling): Promise<void> {
  const key = `need-offer:told:${entry.organisation_id}`
  if (await withinLimit(tx, { key, ...oneMailADay }, telling.now))
    await tell(tx, entry, { kind: 'suggested', count }, telling)
}

export type ChangeRefusal = 'has-ended' | 'changed-meanwhile'

/**
 * Words an entry anew. Whoever said yes to the old words is asked again: a yes is a yes to what was read. A no stays,
 * and nobody learns of it.
 */
export function rewriteEntry(
  db: Db,
  by: string | null,
  id: string,
  form: EntryForm,
  telling: Telling,
): Promise<ChangeRefusal | null> {
  const { now } = telling
  return decide(db, 'need_offer', id, async (tx) => {
    const entry = found(await entryWithId(tx, id), 'entry')
    if (entry.ended_at) return 'has-ended'
    if (entry.changed_at !== form.seen) return 'changed-meanwhile'
    // Another kind would make another thing of it, for which nobody was asked.
    await changeEntry(tx, id, { ...wordsOf(form), kind: entry.kind }, now)
    for (const match of await suggestedTo(tx, id)) {
      const other = otherSide(entry.side)
      const said = other === 'need' ? match.need_said : match.offer_said
      if (match.introduced_at === null && said === 'yes') await setAnswer(tx, match.id, other, null)
    }
    await record(tx, { what: 'need-offer-changed', by, about: id, at: now })
    const fresh = found(await entryWithId(tx, id), 'entry')
    if (fresh.until_day >= localDate(now)) await suggestAndTell(tx, fresh, telling)
    return null
  })
}
