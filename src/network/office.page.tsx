import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { OrganisationKind, PageOf, PartnershipKind, Sector } from './directory.rules.ts'
import { kindSaid } from './organisations/profile.rules.ts'
import { Pages, Search } from './search.page.tsx'

interface Props {
  visit: Visit
  /** What was searched for; empty for everything. */
  words: string
  list: PageOf<{ id: string; name: Texts; sector: Sector; kind: OrganisationKind }>
  /** Left out where organisations alone are looked for. */
  partnerships: readonly { id: string; name: Texts; kind: PartnershipKind }[]
}

/** Where coordinators look after the directory. */
export function OfficeNetworkPage({ visit, words, list, partnerships }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('network.office')}
      trail={[{ href: visit.to('/office'), label: t('network.to-office') }]}
    >
      <Actions>
        <LinkButton href={visit.to('/office/network/organisations/new')}>
          {t('network.new-organisation')}
        </LinkButton>
        <LinkButton href={visit.to('/office/network/partnerships/new')} variant="secondary">
          {t('network.new-partnership')}
        </LinkButton>
        <LinkButton href={visit.to('/office/network/queue')} variant="secondary">
          {t('organisations.queue.title')}
        </LinkButton>
        <LinkButton href={visit.to('/office/lists')} variant="secondary">
          {t('lists.title')}
        </LinkButton>
        <LinkButton href={visit.to('/office/needs-offers')} variant="secondary">
          {t('needs-offers.list.title')}
        </LinkButton>
      </Actions>
      {partnerships.length > 0 && (
        <DataTable
          caption={t('network.office-partnerships')}
          head={[t('network.form.partnership-name'), t('network.fact.kind')]}
          rows={partnerships.map(({ id, name, kind }) => [
            <a href={visit.to(`/office/network/partnerships/${id}`)}>
              <Text of={name} t={t} />
            </a>,
            t(`network.kinds-one.${kind}`),
          ])}
        />
      )}
      <Search visit={visit} words={words} path="/office/network" count={list.count} />
      <DataTable
        caption={t('network.organisations')}
        head={[t('network.form.name'), t('network.fact.sector'), t('network.fact.kind')]}
        rows={list.rows.map(({ id, name, sector, kind }) => [
          <a href={visit.to(`/office/network/organisations/${id}`)}>
            <Text of={name} t={t} />
          </a>,
          t(`network.sector.${sector}`),
          t(`organisations.kind.${kindSaid(sector, kind)}`),
        ])}
      />
      <Pages visit={visit} words={words} path="/office/network" list={list} />
    </Page>
  )
}
