import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Link, SectorMark } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { PartnershipKind, Sector } from './directory.rules.ts'

interface Props {
  visit: Visit
  organisation: {
    id: string
    sector: Sector
    kind: string
    name: Texts
    about: Texts
    website: string | null
    place: string | null
    contact_email: string | null
  }
  partnerships: readonly { slug: string; name: Texts; kind: PartnershipKind }[]
}

export function OrganisationPage({ visit, organisation, partnerships }: Props) {
  const { t, language } = visit
  const { id, sector, kind, name, about, website, place, contact_email } = organisation
  return (
    <Page
      visit={visit}
      title={inLanguage(name, language)}
      heading={<Text of={name} t={t} />}
      description={inLanguage(about, language) || undefined}
      trail={[{ href: visit.to('/network'), label: t('network.title') }]}
    >
      <LongText of={about} t={t} />
      <Facts
        rows={[
          [
            t('network.fact.sector'),
            <>
              <SectorMark look={lookOf(sector)} /> {t(`network.sector.${sector}`)}
            </>,
          ],
          [t('network.fact.kind'), t(`network.kind.${kind}`)],
          [t('network.fact.place'), place],
          [t('network.fact.website'), website && <Link href={website} />],
          [
            t('network.fact.contact'),
            contact_email && <Link href={`mailto:${contact_email}`}>{contact_email}</Link>,
          ],
          [
            t('network.fact.partnerships'),
            partnerships.length > 0 && <PartOf visit={visit} list={partnerships} />,
          ],
        ]}
      />
      {visit.member?.party && (
        <p>
          <a href={visit.to(`/office/network/organisations/${id}`)}>{t('network.edit')}</a>
        </p>
      )}
    </Page>
  )
}

const PartOf = ({ visit, list }: { visit: Visit; list: Props['partnerships'] }) => (
  <ul class="plain-list">
    {list.map(({ slug, name }) => (
      <li>
        <a href={visit.to(`/network/${slug}`)}>
          <Text of={name} t={visit.t} />
        </a>
      </li>
    ))}
  </ul>
)
