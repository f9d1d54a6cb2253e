import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Facts } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { inOrder, type PartnershipKind, type Sector } from './directory.rules.ts'
import { Years } from './years.page.tsx'

interface Props {
  visit: Visit
  partnership: {
    id: string
    kind: PartnershipKind
    name: Texts
    lead: Texts
    about: Texts
    part: Texts
    began_year: number | null
    ended_year: number | null
  }
  organisations: readonly { slug: string; sector: Sector; name: Texts }[]
}

export function PartnershipPage({ visit, partnership, organisations }: Props) {
  const { t, language } = visit
  const { id, kind, name, lead, about, part, began_year, ended_year } = partnership
  const hasYears = began_year !== null || ended_year !== null
  return (
    <Page
      visit={visit}
      title={inLanguage(name, language)}
      heading={<Text of={name} t={t} />}
      lead={<Text of={lead} t={t} />}
      description={inLanguage(lead, language)}
      trail={[{ href: visit.to('/network'), label: t('network.title') }]}
    >
      <Facts
        rows={[
          [t('network.fact.kind'), t(`network.kinds-one.${kind}`)],
          [t('network.fact.years'), hasYears && <Years t={t} began={began_year} ended={ended_year} />],
          [t('network.fact.part'), inLanguage(part, language) && <Text of={part} t={t} />],
          [
            t('network.fact.organisations'),
            organisations.length > 0 && <With visit={visit} list={organisations} />,
          ],
        ]}
      />
      <LongText of={about} t={t} />
      {visit.member?.party && (
        <p>
          <a href={visit.to(`/office/network/partnerships/${id}`)}>{t('network.edit')}</a>
        </p>
      )}
    </Page>
  )
}

const With = ({ visit, list }: { visit: Visit; list: Props['organisations'] }) => (
  <ul class="plain-list">
    {inOrder(list, visit.language).map(({ slug, name }) => (
      <li>
        <a href={visit.to(`/network/organisations/${slug}`)}>
          <Text of={name} t={visit.t} />
        </a>
      </li>
    ))}
  </ul>
)
