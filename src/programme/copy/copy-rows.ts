import { json } from '#platform/db.ts'
import { addOrganiser, organisersOf } from '../office-events.sql.ts'
import type { Copier } from './copiers.ts'

export const copyOrganisers: Copier = async (tx, { from, to }) => {
  for (const { id } of await organisersOf(tx, from)) await addOrganiser(tx, to, id)
}

/** How many seats are kept for whom; not who has taken them. */
export const copyKeptSeats: Copier = async (tx, { from, to }) => {
  const sectors = await tx
    .selectFrom('event_sector')
    .select(['capacity', 'kept'])
    .where('event_id', '=', from)
    .where('kept', '>', 0)
    .execute()
  for (const one of sectors)
    await tx
      .insertInto('event_sector')
      .values({ event_id: to, ...one })
      .execute()
}

/** Whom it is for; not who was invited. */
export const copyAudience: Copier = async (tx, { from, to }) => {
  const query = tx.selectFrom('event_audience').selectAll().where('event_id', '=', from)
  const row = await query.executeTakeFirst()
  if (row)
    await tx
      .insertInto('event_audience')
      .values({ ...row, event_id: to })
      .execute()
}

/** What its organisers say in its letters, in their own words. */
export const copyLetterTexts: Copier = async (tx, { from, to, by, now }) => {
  const texts = await tx
    .selectFrom('event_letter_text')
    .select(['part', 'text'])
    .where('event_id', '=', from)
    .execute()
  for (const { part, text } of texts) {
    const row = { event_id: to, part, text: json(text), changed_at: now, changed_by: by }
    await tx.insertInto('event_letter_text').values(row).execute()
  }
}
