import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages, type Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, OwnTextPart } from '../tables.ts'
import { keepOwnText, ownTexts } from './own-texts.sql.ts'

// As much as people read before they look for the place and the time.
const ownTextMax = 1000

export const OwnTextsForm = z.object({
  confirmation: optionalTexts(ownTextMax),
  reminder: optionalTexts(ownTextMax),
})
export type OwnTextsForm = z.output<typeof OwnTextsForm>

const parts: readonly OwnTextPart[] = ['confirmation', 'reminder']

/** Keeps what the organisers add to the mails about their event, and writes down which of it changed. */
export function setOwnTexts(
  db: Db,
  by: Member,
  eventId: string,
  form: OwnTextsForm,
  now: Instant,
): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const before = await ownTexts(tx, eventId)
    const changed = parts.filter((part) => !sameTexts(before[part], form[part]))
    for (const part of changed) await keepOwnText(tx, { eventId, part, text: form[part], at: now, by: by.id })
    if (changed.length === 0) return
    const detail = { parts: changed }
    await record(tx, { what: 'own-texts-changed', by: by.id, about: eventId, at: now, detail })
  })
}

const sameTexts = (one: Texts, other: Texts): boolean =>
  languages.every((language) => (one[language] ?? '') === (other[language] ?? ''))
