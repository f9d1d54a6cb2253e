import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Link, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { AnnouncementLine } from './announcements.sql.ts'
import type { FollowLink } from './tables.ts'

interface Props {
  visit: Visit
  announcements: readonly AnnouncementLine[]
  /** Where the next page begins. */
  next: string | null
  isFirstPage: boolean
  links: readonly FollowLink[]
}

export function NewsListPage({ visit, announcements, next, isFirstPage, links }: Props) {
  const { t, to, language } = visit
  return (
    <Page visit={visit} title={t('news.list.title')} lead={t('news.list.lead')} wide>
      <div class="beside">
        <div class="stack">
          {announcements.length === 0 && (
            <Empty>
              <p>{t(isFirstPage ? 'news.list.none' : 'news.list.no-more')}</p>
            </Empty>
          )}
          <ul class="lined-list">
            {announcements.map(({ slug, title, lead, published_at }) => (
              <li>
                <h2>
                  <a href={to(`/news/${slug}`)}>
                    <Text of={title} t={t} />
                  </a>
                </h2>
                <p class="quiet small">{longDate(language, published_at)}</p>
                <p>
                  <Text of={lead} t={t} />
                </p>
              </li>
            ))}
          </ul>
          {(next || !isFirstPage) && (
            <p class="row">
              {!isFirstPage && <a href={to('/news')}>{t('news.list.newest')}</a>}
              {next && <a href={to(`/news?after=${encodeURIComponent(next)}`)}>{t('news.list.older')}</a>}
            </p>
          )}
        </div>
        <Follow visit={visit} links={links} />
      </div>
    </Page>
  )
}

function Follow({ visit, links }: Pick<Props, 'visit' | 'links'>) {
  const { t, to } = visit
  return (
    <section class="stack" aria-labelledby="follow">
      <h2 id="follow">{t('news.list.follow')}</h2>
      <p>{t('news.list.follow-says')}</p>
      <p>
        <LinkButton href={to('/news/follow')}>{t('news.list.follow-mail')}</LinkButton>
      </p>
      <ul class="plain-list">
        {links.map(({ name, url }) => (
          <li>
            <Link href={url}>{name}</Link>
          </li>
        ))}
        <li>
          <a href={to('/news.atom')} type="application/atom+xml">
            {t('news.list.feed')}
          </a>
        </li>
      </ul>
    </section>
  )
}
