import { transact } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import type { Db, MeetingWrites } from '../tables.ts'
import { inAllLanguages, textsToFind } from './library.rules.ts'

interface Found {
  title: Texts
  made_by: string | null
}

/** What a material is found by. */
export const searchTextOf = ({ title, made_by }: Found, eventTitle: Texts | null): string =>
  searchText(textsToFind([inAllLanguages(title), made_by, inAllLanguages(eventTitle ?? {})]))

/** When an event is called something else, its materials are found by that. */
export async function retitleMaterials(tx: MeetingWrites, eventId: string, title: Texts): Promise<void> {
  const query = tx.selectFrom('material').select(['id', 'title', 'made_by']).where('event_id', '=', eventId)
  for (const one of await query.execute())
    await tx
      .updateTable('material')
      .set({ search_text: searchTextOf(one, title) })
      .where('id', '=', one.id)
      .execute()
}

const atOnce = 500

/** Materials from before there was a library learn, night by night, what they are found by. */
export const fillSearchTexts = (db: Db): Promise<void> =>
  transact(db, async (tx) => {
    const rows = await tx
      .selectFrom('material')
      .leftJoin('event', 'event.id', 'material.event_id')
      .select(['material.id', 'material.title', 'material.made_by', 'event.title as event_title'])
      .where('material.search_text', '=', '')
      .limit(atOnce)
      .execute()
    for (const { id, event_title, ...one } of rows)
      await tx
        .updateTable('material')
        .set({ search_text: searchTextOf(one, event_title) })
        .where('id', '=', id)
        .execute()
  })
