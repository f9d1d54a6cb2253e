import { dateAndTime, timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { SectorField, ThemeAndArea } from '../filter-fields.page.tsx'
import type { Theme } from '../partnerships/beside.ts'
import { addressOf, type AskedFor } from './address.ts'
import { Clusters } from './clusters.page.tsx'
import { Drawing } from './drawing.page.tsx'
import { Key } from './key.page.tsx'
import type { Picture } from './load-picture.ts'
import { Sheets } from './sheets.page.tsx'
import type { View } from './view-of.ts'

interface Props {
  visit: Visit
  asked: AskedFor
  themes: readonly Theme[]
  picture: Picture
  /** The partnership that it is drawn around, if one is named. */
  near: { name: Theme['name']; slug: string } | null
}

export function PicturePage(props: Props) {
  const { visit, asked, picture, themes, near } = props
  const { t } = visit
  const { organisations, partnerships, clusters, views } = picture
  const says = t('network.picture.count', { organisations, partnerships })
  return (
    <Page
      visit={visit}
      title={t('network.picture.title')}
      lead={t('network.picture.lead')}
      description={t('network.picture.lead')}
      trail={[{ href: visit.to('/network'), label: t('network.title') }]}
      wide
    >
      <Filter {...props} />
      <Near visit={visit} near={near} />
      <p role="status">
        {says} <a href="#table">{t('network.picture.to-table')}</a>
      </p>
      <Age visit={visit} age={picture.age} />
      {organisations === 0 && (
        <Empty>
          <p>{t('network.picture.none')}</p>
        </Empty>
      )}
      {views.length > 0 && (
        <figure class="network-figure">
          <figcaption>
            <Key visit={visit} hasHubs leavesOut={views.some(leavesNamesOut)} />
          </figcaption>
          {views.map((view) => (
            <Drawing
              visit={visit}
              view={view}
              says={picture.age ? says : `${says} ${t('network.picture.in-table')}`}
            />
          ))}
          {views.slice(0, 1).map((view) => (
            <Sheets view={view} />
          ))}
        </figure>
      )}
      {clusters && (
        <figure class="network-figure">
          <figcaption class="stack">
            <p>{t(picture.isTooLarge ? 'network.picture.too-large' : 'network.picture.being-drawn')}</p>
            <Key visit={visit} hasHubs={false} leavesOut={false} />
          </figcaption>
          <Clusters visit={visit} asked={asked} themes={themes} clusters={clusters} />
        </figure>
      )}
      <Table {...props} />
    </Page>
  )
}

function Near({ visit, near }: Pick<Props, 'visit' | 'near'>) {
  const { t } = visit
  if (!near) return null
  return (
    <p>
      {t('network.picture.near')} <Text of={near.name} t={t} />
      {'. '}
      <a href={visit.to('/network/picture')}>{t('network.picture.whole')}</a>
    </p>
  )
}

/** That the network has changed since it was drawn, and where what is new can be read. */
function Age({ visit: { t, language, now }, age }: { visit: Visit } & Pick<Picture, 'age'>) {
  if (!age) return null
  const { drawnAt, changes } = age
  const isToday = localDate(drawnAt) === localDate(now)
  const when = isToday ? timeSpan(language, drawnAt) : dateAndTime(language, drawnAt)
  return <p>{t('network.picture.drawn', { when, changes })}</p>
}

const leavesNamesOut = ({ rooms }: View): boolean =>
  rooms.some(({ marks }) => marks.some(({ label }) => !label?.hasRoom))

function Filter({ visit, asked, themes }: Props) {
  const { t } = visit
  const fields = { visit, asked, none: t('partnerships.filter.all') }
  return (
    <search>
      <Form method="get" action={visit.to('/network/picture')}>
        <div class="filter-fields">
          <ThemeAndArea {...fields} themes={themes} />
          <SectorField {...fields} />
        </div>
        <div class="actions">
          <SubmitButton variant="secondary">{t('partnerships.filter.show')}</SubmitButton>
          {Object.values(asked).some(Boolean) && (
            <a href={visit.to('/network/picture')}>{t('network.show-all')}</a>
          )}
        </div>
      </Form>
    </search>
  )
}

function Table({ visit, asked, picture: { lines } }: Props) {
  const { t } = visit
  if (lines.count === 0) return null
  return (
    <div class="section stack" id="table">
      <h2>{t('network.picture.table')}</h2>
      <DataTable
        caption={t('network.picture.table')}
        captionUnseen
        onPhone="labels"
        head={[t('network.form.name'), t('network.fact.sector'), t('network.fact.partnerships')]}
        rows={lines.rows.map(({ slug, name, sector, hubs }) => [
          <a href={visit.to(`/network/organisations/${slug}`)}>
            <Text of={name} t={t} />
          </a>,
          t(`network.sector.${sector}`),
          <ul class="plain-list">
            {hubs.map((hub) => (
              <li>
                <a href={visit.to(`/network/${hub.slug}`)}>
                  <Text of={hub.name} t={t} />
                </a>
              </li>
            ))}
          </ul>,
        ])}
      />
      <Pages visit={visit} asked={asked} page={lines.page} pages={lines.pages} />
    </div>
  )
}

function Pages({
  visit,
  asked,
  page,
  pages,
}: {
  visit: Visit
  asked: AskedFor
  page: number
  pages: number
}) {
  const { t } = visit
  if (pages === 1) return null
  return (
    <nav class="row" aria-label={t('network.pages')}>
      {page > 1 && <a href={addressOf(visit, asked, page - 1)}>{t('network.page-before')}</a>}
      <span class="quiet">{t('network.page-of', { page, pages })}</span>
      {page < pages && <a href={addressOf(visit, asked, page + 1)}>{t('network.page-after')}</a>}
    </nav>
  )
}
