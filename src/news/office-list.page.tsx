import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { CsvLink } from '#platform/ui/csv-link.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, Facts, LinkButton, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { type AnnouncementState, announcementState } from './announcement.rules.ts'

interface Line {
  id: string
  title: Texts
  created_at: Instant
  published_at: Instant | null
  taken_down_at: Instant | null
}

interface Props {
  visit: Visit
  announcements: readonly Line[]
  /** The number of the next page. */
  nextPage: number | null
  /** How many follow what; null is the news. */
  followers: readonly { series: Texts | null; count: number }[]
}

/** Every announcement, drafts too, and how many are told. */
export function OfficeNewsPage({ visit, announcements, nextPage, followers }: Props) {
  const { t, to } = visit
  return (
    <Page visit={visit} title={t('news.office.title')} trail={deskTrail(visit)} wide>
      <Actions>
        <LinkButton href={to('/office/news/new')}>{t('news.office.new')}</LinkButton>
        <LinkButton href={to('/office/news/links')} variant="secondary">
          {t('news.links.title')}
        </LinkButton>
      </Actions>
      {announcements.length === 0 ? (
        <Empty>
          <p>{t('news.office.none')}</p>
        </Empty>
      ) : (
        <DataTable
          caption={t('news.office.title')}
          captionUnseen
          head={[t('news.office.column.title'), t('news.office.column.state'), t('news.office.column.date')]}
          rows={announcements.map((one) => rowOf(visit, one))}
        />
      )}
      {nextPage && (
        <p>
          <a href={to(`/office/news?page=${nextPage}`)}>{t('news.list.older')}</a>
        </p>
      )}
      <CsvLink visit={visit} href="/office/news.csv" />
      <h2>{t('news.office.followers')}</h2>
      <Facts
        rows={followers.map(({ series, count }) => [
          series ? inLanguage(series, t.language) : t('news.follow.all-news'),
          t('news.office.follower-count', { count }),
        ])}
      />
    </Page>
  )
}

const deskTrail = (visit: Visit) => [{ href: visit.to('/office'), label: visit.t('news.office.desk') }]

export const officeTrail = (visit: Visit) => [
  ...deskTrail(visit),
  { href: visit.to('/office/news'), label: visit.t('news.office.title') },
]

const rowOf = ({ t, to, language }: Visit, one: Line) => [
  <a href={to(`/office/news/${one.id}`)}>{inLanguage(one.title, language)}</a>,
  <StateTag visit={{ t }} state={announcementState(one)} />,
  shortDate(language, one.published_at ?? one.created_at),
]

const tagOf: Record<AnnouncementState, TagKind> = {
  draft: 'waiting',
  published: 'good',
  'taken-down': 'stopped',
}

export const StateTag = ({ visit, state }: { visit: Pick<Visit, 't'>; state: AnnouncementState }) => (
  <Tag kind={tagOf[state]}>{visit.t(`news.state.${state}`)}</Tag>
)
