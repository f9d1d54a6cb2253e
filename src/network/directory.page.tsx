import { CsvLink } from '#platform/ui/csv-link.tsx'
import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty, SectorMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import {
  type OrganisationKind,
  type PageOf,
  type PartnershipKind,
  partnershipKinds,
  type Sector,
  sectors,
} from './directory.rules.ts'
import { kindSaid } from './organisations/profile.rules.ts'
import { Pages, Search } from './search.page.tsx'
import { periodInWords } from './partnerships/part-of-date.page.tsx'

interface OrganisationLine {
  slug: string
  sector: Sector
  kind: OrganisationKind
  name: Texts
}

interface PartnershipLine {
  slug: string
  kind: PartnershipKind
  name: Texts
  lead: Texts
  began_on: string | null
  ended_on: string | null
}

interface Props {
  visit: Visit
  /** What was searched for; empty for everything. */
  words: string
  list: PageOf<OrganisationLine>
  /** Left out where organisations alone are looked for. */
  partnerships: readonly PartnershipLine[]
  /** Whether there are more of these than are shown. */
  hasMore: boolean
}

export function DirectoryPage({ visit, words, list, partnerships, hasMore }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('network.title')}
      lead={t('network.lead')}
      description={t('network.lead')}
      wide
    >
      {visit.member?.party && (
        <p>
          <a href={visit.to('/office/network')}>{t('network.office')}</a>
        </p>
      )}
      <p class="row">
        <a href={visit.to('/network/needs')}>{t('needs-offers.list.title')}</a>
        <a href={visit.to('/network/partnerships')}>{t('partnerships.title')}</a>
        <a href={visit.to('/network/picture')}>{t('network.picture.link')}</a>
        <a href={visit.to('/network/ask')}>{t('network.ask.link')}</a>
        <a href={visit.to('/network/join')}>{t('organisations.join.title')}</a>
        {visit.member && <a href={visit.to('/network/mine')}>{t('organisations.mine.title')}</a>}
      </p>
      <Search visit={visit} words={words} path="/network" count={list.count} />
      {partnershipKinds.map((kind) => (
        <Partnerships visit={visit} kind={kind} list={partnerships.filter((one) => one.kind === kind)} />
      ))}
      {hasMore && (
        <p>
          {t('network.more-partnerships', { count: partnerships.length })}{' '}
          <a href={visit.to('/network/partnerships')}>{t('partnerships.title')}</a>
        </p>
      )}
      <section class="section stack" aria-labelledby="organisations">
        <h2 id="organisations">{t('network.organisations')}</h2>
        {list.count === 0 && !words && (
          <Empty>
            <p>{t('network.none')}</p>
          </Empty>
        )}
        <div class="grid two">
          {sectors.map((sector) => (
            <Organisations
              visit={visit}
              sector={sector}
              list={list.rows.filter((one) => one.sector === sector)}
            />
          ))}
        </div>
        <Pages visit={visit} words={words} path="/network" list={list} />
        <CsvLink visit={visit} href="/network/organisations.csv" query={{ q: words }} />
      </section>
    </Page>
  )
}

interface PartnershipsProps {
  visit: Visit
  kind: PartnershipKind
  list: readonly PartnershipLine[]
}

function Partnerships({ visit, kind, list }: PartnershipsProps) {
  const { t } = visit
  if (list.length === 0) return null
  return (
    <section class="section stack" aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{t(`network.kinds.${kind}`)}</h2>
      <div class="grid">
        {list.map((one) => (
          <Card href={visit.to(`/network/${one.slug}`)} title={<Text of={one.name} t={t} />}>
            <p class="small quiet">{periodInWords(t, one)}</p>
            <p>
              <Text of={one.lead} t={t} />
            </p>
          </Card>
        ))}
      </div>
    </section>
  )
}

interface OrganisationsProps {
  visit: Visit
  sector: Sector
  list: readonly OrganisationLine[]
}

function Organisations({ visit, sector, list }: OrganisationsProps) {
  const { t } = visit
  if (list.length === 0) return null
  return (
    <section class="stack" aria-labelledby={`sector-${sector}`}>
      <h3 id={`sector-${sector}`}>
        <SectorMark look={lookOf(sector)} /> {t(`network.sector.${sector}`)}
      </h3>
      <ul class="lined-list">
        {list.map((one) => (
          <li>
            <a href={visit.to(`/network/organisations/${one.slug}`)}>
              <Text of={one.name} t={t} />
            </a>{' '}
            <span class="small quiet">{t(`organisations.kind.${kindSaid(sector, one.kind)}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
