import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { EventRows } from '../event-row.page.tsx'
import type { EventLine } from '../events.sql.ts'
import { Items } from './library.page.tsx'
import type { LibraryItem } from './library.sql.ts'
import type { Theme } from './themes.sql.ts'

interface Props {
  visit: Visit
  theme: Theme
  coming: readonly EventLine[]
  past: readonly EventLine[]
  items: readonly LibraryItem[]
  ledTo: ReadonlyMap<string, Child>
}

/** Everything about one theme: what is to come, what is left of what was, and what was. */
export function ThemePage({ visit, theme, coming, past, items, ledTo }: Props) {
  const { t, language } = visit
  const all = visit.to(`/library?theme=${theme.slug}`)
  return (
    <Page
      visit={visit}
      title={inLanguage(theme.name, language)}
      heading={<Text of={theme.name} t={t} />}
      trail={[{ href: visit.to('/library'), label: t('library.title') }]}
      wide
    >
      <LongText of={theme.about} t={t} />
      {coming.length > 0 && (
        <section class="stack" aria-labelledby="coming">
          <h2 id="coming">{t('library.theme.coming')}</h2>
          <EventRows visit={visit} events={coming} />
        </section>
      )}
      <section class="stack" aria-labelledby="items">
        <h2 id="items">{t('library.theme.items')}</h2>
        {items.length === 0 ? (
          <Empty>{t('library.theme.no-items')}</Empty>
        ) : (
          <Items visit={visit} items={items} ledTo={ledTo} />
        )}
        <p>
          <a href={all}>{t('library.theme.all-items')}</a>
        </p>
      </section>
      {past.length > 0 && (
        <section class="stack" aria-labelledby="past">
          <h2 id="past">{t('library.theme.past')}</h2>
          <EventRows visit={visit} events={past} />
        </section>
      )}
    </Page>
  )
}
