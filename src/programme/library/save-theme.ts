import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import type { Db } from '../tables.ts'
import { refusalToSave, type ThemeRefusal } from './theme.rules.ts'
import { addTheme, allThemes, changeTheme, setThemes, themeWithId } from './themes.sql.ts'

export const ThemeForm = z.object({
  /** Made when the form of a new one is shown, so that a form that is sent twice makes one. */
  id: z.uuid().optional(),
  name: texts(60, 'library.themes.mistake.name').transform(oneLineEach),
  about: optionalTexts(600),
  offered: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
  seen: z.string().optional(),
})
type ThemeForm = z.output<typeof ThemeForm>

interface By {
  db: Db
  by: Member
  now: Instant
}

/** Adds a theme. */
export const addNewTheme = ({ db, by, now }: By, form: ThemeForm) =>
  transact(db, async (tx): Promise<ThemeRefusal | null> => {
    const id = form.id ?? newId()
    if (await themeWithId(tx, id)) return null
    const slug = slugOf(inLanguage(form.name, 'sv')) || id
    const taken = new Set((await allThemes(tx, 'sv')).map((one) => one.slug))
    const refusal = refusalToSave({ seen: null, changedAt: null, slug, taken })
    if (refusal) return refusal
    if (!(await addTheme(tx, { ...form, id, slug, now }))) return 'name-taken'
    await record(tx, { what: 'theme-added', by: by.id, about: id, at: now, detail: { name: form.name } })
    return null
  })

/** Changes what a theme is called and whether it is offered; its address stays. */
export const saveTheme = ({ db, by, now }: By, id: string, form: ThemeForm) =>
  decide(db, 'theme', id, async (tx): Promise<ThemeRefusal | null> => {
    const before = found(await themeWithId(tx, id), 'theme')
    const seen = form.seen ?? null
    const { changed_at: changedAt, slug } = before
    const refusal = refusalToSave({ seen, changedAt, slug, taken: new Set() })
    if (refusal) return refusal
    const ended_at = form.offered ? null : (before.ended_at ?? now)
    await changeTheme(tx, id, { ...form, ended_at, now })
    await record(tx, { what: 'theme-changed', by: by.id, about: id, at: now, detail: { name: form.name } })
    return null
  })

/** What an event is about. */
export const saveEventThemes = ({ db, by, now }: By, eventId: string, themeIds: readonly string[]) =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    await setThemes(tx, eventId, themeIds)
    const detail = { themes: themeIds.length }
    await record(tx, { what: 'themes-set', by: by.id, about: eventId, at: now, detail })
  })
