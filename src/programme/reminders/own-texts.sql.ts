import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { OwnTextPart, Reads, Writes } from '../tables.ts'

export type OwnTexts = Record<OwnTextPart, Texts>

/** What the organisers add to the mails about an event; empty where they add nothing. */
export async function ownTexts(db: Reads, eventId: string): Promise<OwnTexts> {
  const rows = await db
    .selectFrom('event_letter_text')
    .select(['part', 'text'])
    .where('event_id', '=', eventId)
    .execute()
  const of = (part: OwnTextPart): Texts => rows.find((row) => row.part === part)?.text ?? {}
  return { confirmation: of('confirmation'), reminder: of('reminder') }
}

interface Change {
  eventId: string
  part: OwnTextPart
  text: Texts
  at: Instant
  by: string
}

export async function keepOwnText(tx: Writes, { eventId, part, text, at, by }: Change): Promise<void> {
  const row = { event_id: eventId, part, text: json(text), changed_at: at, changed_by: by }
  await tx
    .insertInto('event_letter_text')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['event_id', 'part']).doUpdateSet({ text: row.text, changed_at: at, changed_by: by }),
    )
    .execute()
}
