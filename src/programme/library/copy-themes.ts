import type { Copier } from '../copy/copiers.ts'
import { setThemes, themesOf } from './themes.sql.ts'

/** What it is about. */
export const copyThemes: Copier = async (tx, { from, to }) => {
  const themes = await themesOf(tx, from)
  await setThemes(
    tx,
    to,
    themes.map(({ id }) => id),
  )
}
