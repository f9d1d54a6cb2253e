import { insertRows, transact } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import type { Db, MeetingWrites } from '../tables.ts'
import { inAllLanguages, languageMark, textsToFind, wordsIn } from './library.rules.ts'
import type { LibraryTables } from './tables.ts'

interface Found {
  title: Texts
  made_by: string | null
}

/** What a material is found by. */
export const searchTextOf = ({ title, made_by }: Found, eventTitle: Texts | null): string =>
  searchText(textsToFind([inAllLanguages(title), made_by, inAllLanguages(eventTitle ?? {})]))

/** Puts the words that a material is found by in the place of those there were. */
export async function putSearchText(
  tx: MeetingWrites,
  { id, languages, search_text }: { id: string; languages: string; search_text: string },
): Promise<void> {
  await tx.updateTable('material').set({ search_text }).where('id', '=', id).execute()
  await tx.deleteFrom('material_word').where('material_id', '=', id).execute()
  await insertRows<LibraryTables['material_word']>(
    tx,
    'material_word',
    wordRowsOf({ id, languages, search_text }),
  )
}

/** The rows of its words and languages. */
export const wordRowsOf = (material: { id: string; languages: string; search_text: string }) =>
  [...wordsIn(material.search_text), ...material.languages.split(',').map(languageMark)].map((word) => ({
    word,
    material_id: material.id,
  }))

/** When an event is called something else, its materials are found by that. */
export async function retitleMaterials(tx: MeetingWrites, eventId: string, title: Texts): Promise<void> {
  const query = tx
    .selectFrom('material')
    .select(['id', 'title', 'made_by', 'languages'])
    .where('event_id', '=', eventId)
  for (const one of await query.execute())
    await putSearchText(tx, { ...one, search_text: searchTextOf(one, title) })
}

const atOnce = 500

/** Materials from before there was a library learn, night by night, what they are found by. */
export const fillSearchTexts = (db: Db): Promise<void> =>
  transact(db, async (tx) => {
    const rows = await tx
      .selectFrom('material')
      .leftJoin('event', 'event.id', 'material.event_id')
      .select(['material.id', 'material.title', 'material.made_by', 'material.languages'])
      .select('event.title as event_title')
      .where('material.search_text', '=', '')
      .limit(atOnce)
      .execute()
    for (const { event_title, ...one } of rows)
      await putSearchText(tx, { ...one, search_text: searchTextOf(one, event_title) })
  })
