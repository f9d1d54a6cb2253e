import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { type Theme, themesOf } from './themes.sql.ts'

/** On an event's page: what it is about, and the way to everything else about that. */
export async function themesPart(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const themes = await themesOf(db, event.id)
  return themes.length > 0 && <ThemeLinks visit={visit} themes={themes} />
}

export const ThemeLinks = ({ visit, themes }: { visit: Visit; themes: readonly Theme[] }) => (
  <nav class="tabs" aria-label={visit.t('library.themes.title')}>
    <ul>
      {themes.map(({ slug, name }) => (
        <li>
          <a href={visit.to(`/library/themes/${slug}`)}>{inLanguage(name, visit.language)}</a>
        </li>
      ))}
    </ul>
  </nav>
)
