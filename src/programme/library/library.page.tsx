import type { Child } from 'hono/jsx'
import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, SeriesMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { languagesInWords, whatItIs } from '../materials/materials.page.tsx'
import type { SeriesRow } from '../tables.ts'
import { ThemeLinks } from './event-parts.tsx'
import { Filter } from './filter.page.tsx'
import { asQuery, isEverything, type Wanted } from './library.rules.ts'
import type { LibraryItem } from './library.sql.ts'
import type { Theme } from './themes.sql.ts'

export type Used = LibraryItem & { opened: number }

interface Props {
  visit: Visit
  wanted: Wanted
  items: readonly LibraryItem[]
  /** Where the next page begins, or null on the last. */
  next: string | null
  isFirstPage: boolean
  themes: readonly Theme[]
  allSeries: readonly SeriesRow[]
  years: readonly number[]
  used: readonly Used[]
  /** What events led to, by their ids. */
  ledTo: ReadonlyMap<string, Child>
}

/** Everything that is left of all events. */
export function LibraryPage(props: Props) {
  const { visit, wanted, items, next, isFirstPage, themes, used } = props
  const { t } = visit
  const isWhole = isEverything(wanted) && isFirstPage
  return (
    <Page
      visit={visit}
      title={t('library.title')}
      lead={t('library.lead')}
      description={t('library.lead')}
      feed={{ href: visit.to('/library.atom'), title: t('library.title'), type: 'application/atom+xml' }}
      wide
    >
      <Filter {...props} />
      {isWhole && themes.length > 0 && (
        <section class="stack-tight" aria-labelledby="themes">
          <h2 id="themes">{t('library.themes.title')}</h2>
          <ThemeLinks visit={visit} themes={themes.filter((one) => one.ended_at === null)} />
        </section>
      )}
      {isWhole && <MostUsed visit={visit} used={used} />}
      <section class="stack" aria-labelledby="found">
        <h2 id="found">{t(isEverything(wanted) ? 'library.latest' : 'library.found')}</h2>
        {items.length === 0 ? (
          <Empty>
            <p role="status">{t('library.nothing')}</p>
          </Empty>
        ) : (
          <Items visit={visit} items={items} ledTo={props.ledTo} />
        )}
      </section>
      <p class="row">
        {!isFirstPage && (
          <a href={visit.to(`/library${asQuery(wanted)}`)}>{t('programme.calendar.first-page')}</a>
        )}
        {next && <a href={visit.to(`/library${asQuery(wanted, next)}`)}>{t('library.more')}</a>}
      </p>
      <p>
        <a href={visit.to('/library.atom')}>{t('library.feed')}</a>
        {' · '}
        <a href={visit.to('/who-met')}>{t('who-met.link')}</a>
      </p>
    </Page>
  )
}

function MostUsed({ visit, used }: Pick<Props, 'visit' | 'used'>) {
  const { t } = visit
  if (used.length === 0) return null
  return (
    <section class="stack-tight" aria-labelledby="used">
      <h2 id="used">{t('library.used.title')}</h2>
      <ol>
        {used.map((one) => (
          <li>
            <a href={`/materials/${one.id}`}>
              <Text of={one.title} t={t} />
            </a>{' '}
            <span class="small quiet">{t('library.used.times', { count: one.opened })}</span>
          </li>
        ))}
      </ol>
      <p class="small quiet">{t('library.used.how')}</p>
    </section>
  )
}

type ItemsProps = Pick<Props, 'visit' | 'items' | 'ledTo'>

/** A list of the library: each with its event, and with what that led to. */
export const Items = ({ visit, items, ledTo }: ItemsProps) => (
  <ul class="lined-list">
    {items.map((item) => (
      <li>
        <Item visit={visit} item={item} ledTo={ledTo.get(item.event_id ?? '') ?? null} />
      </li>
    ))}
  </ul>
)

function Item({ visit, item, ledTo }: { visit: Visit; item: LibraryItem; ledTo: Child }) {
  const { t, language } = visit
  const { event_slug, event_title, series_key, series_name, series_mark } = item
  const of = event_slug
    ? { href: visit.to(`/events/${event_slug}`), name: event_title ?? {} }
    : { href: visit.to(`/series/${series_key}`), name: series_name }
  return (
    <div class={`stack-tight in-${series_mark}`}>
      <h3>
        <a href={`/materials/${item.id}`}>
          <Text of={item.title} t={t} />
        </a>
      </h3>
      <p class="small quiet">
        {[whatItIs(t, item), languagesInWords(t, item), item.made_by].filter(Boolean).join(' · ')}
      </p>
      <p>
        <SeriesMark mark={series_mark} /> {event_slug && `${inLanguage(series_name, language)}: `}
        <a href={of.href}>
          <Text of={of.name} t={t} />
        </a>
        , {shortDate(language, item.happened_at)}
      </p>
      {ledTo && <p>{ledTo}</p>}
    </div>
  )
}
