import { json } from '#platform/db.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

export interface Theme {
  id: string
  slug: string
  name: Texts
  about: Texts
  changed_at: Instant
  ended_at: Instant | null
}

const themes = (db: Reads) =>
  db.selectFrom('theme').select(['id', 'slug', 'name', 'about', 'changed_at', 'ended_at'])

/** Every theme, also those that are not offered any more, in the order of the reader's alphabet. */
export async function allThemes(db: Reads, language: Language): Promise<Theme[]> {
  const { compare } = new Intl.Collator(language)
  const rows = await themes(db).execute()
  return rows.sort((one, other) => compare(inLanguage(one.name, language), inLanguage(other.name, language)))
}

export const themeWithSlug = (db: Reads, slug: string): Promise<Theme | undefined> =>
  themes(db).where('slug', '=', slug).executeTakeFirst()

export const themeWithId = (db: Reads, id: string): Promise<Theme | undefined> =>
  themes(db).where('id', '=', id).executeTakeFirst()

export const themesOf = (db: Reads, eventId: string): Promise<Theme[]> =>
  themes(db)
    .where('id', 'in', (eb) =>
      eb.selectFrom('event_theme').select('theme_id').where('event_id', '=', eventId),
    )
    .orderBy('slug')
    .execute()

interface ThemeTexts {
  name: Texts
  about: Texts
}

/** False when the same form was sent a moment ago, or somebody else took the address. */
export async function addTheme(
  tx: Writes,
  row: ThemeTexts & { id: string; slug: string; now: Instant },
): Promise<boolean> {
  const { id, slug, now, name, about } = row
  const insert = tx.insertInto('theme').values({
    ...{ id, slug, name: json(name), about: json(about) },
    ...{ created_at: now, changed_at: now, ended_at: null },
  })
  const added = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeTheme = (
  tx: Writes,
  id: string,
  { name, about, ended_at, now }: ThemeTexts & { ended_at: Instant | null; now: Instant },
) =>
  tx
    .updateTable('theme')
    .set({ name: json(name), about: json(about), ended_at, changed_at: now })
    .where('id', '=', id)
    .execute()

/** Puts these themes in the place of those the event had. */
export async function setThemes(tx: Writes, eventId: string, themeIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('event_theme').where('event_id', '=', eventId).execute()
  if (themeIds.length === 0) return
  const rows = themeIds.map((theme_id) => ({ event_id: eventId, theme_id }))
  await tx.insertInto('event_theme').values(rows).execute()
}
