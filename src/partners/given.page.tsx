import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Facts } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { shownAs, sumsOf } from './gift.rules.ts'
import type { Gift } from './gifts.sql.ts'
import { Independence } from './partners.page.tsx'
import { amountSaid, giftSaid, partnerSaid } from './said.ts'
import { partnersTrail } from './trails.ts'

/** Who counts as one giver. */
export const giverOf = ({ organisation_id, partner_name, pledge_id, id }: Gift): string =>
  organisation_id ?? partner_name ?? pledge_id ?? id

interface Props {
  visit: Visit
  gifts: readonly Gift[]
}

/** Everybody who gave, what they gave and what it went to: as far as each of them wants it read. */
export function GivenPage({ visit, gifts }: Props) {
  const { t, to } = visit
  const years = [...Map.groupBy(gifts, ({ year }) => year)]
  return (
    <Page
      visit={visit}
      wide
      title={t('partners.given.title')}
      lead={t('partners.given.lead')}
      trail={partnersTrail(visit)}
    >
      {gifts.length === 0 ? (
        <Empty>{t('partners.given.none')}</Empty>
      ) : (
        <p>
          <a href={to('/partners/given.csv')}>{t('partners.given.as-csv')}</a>
        </p>
      )}
      {years.map(([year, own]) => (
        <OneYear visit={visit} year={String(year)} gifts={own} />
      ))}
      <Independence visit={visit} />
    </Page>
  )
}

function OneYear({ visit, year, gifts }: Props & { year: string }) {
  const { t } = visit
  const listed = gifts.filter(({ publish }) => shownAs(publish).inList)
  const unlisted = gifts.length - listed.length
  return (
    <section class="stack given-year" aria-labelledby={`given-${year}`}>
      <h2 id={`given-${year}`}>{year}</h2>
      <Sums visit={visit} gifts={gifts} />
      {listed.length > 0 && (
        <DataTable
          caption={t('partners.given.caption', { year })}
          captionUnseen
          onPhone="labels"
          head={[t('partners.given.partner'), t('partners.given.gave'), t('partners.given.went-to')]}
          rows={listed.map((gift) => [
            <PartnerName visit={visit} gift={gift} />,
            giftSaid(t, gift),
            <WentTo visit={visit} gift={gift} />,
          ])}
        />
      )}
      {unlisted > 0 && <p class="quiet">{t('partners.given.unlisted', { count: unlisted })}</p>}
    </section>
  )
}

/** What all of them gave together: also those who stand in no list. */
export function Sums({ visit: { t }, gifts }: Props) {
  const sums = sumsOf(gifts.map((gift) => ({ ...gift, partner: giverOf(gift) })))
  return (
    <Facts
      rows={[
        [t('partners.given.partners'), t('partners.given.count', { count: sums.partners })],
        [t('partners.given.money'), sums.sek > 0 && amountSaid(t, sums.sek, 'sek')],
        [t('partners.given.hours'), sums.hours > 0 && amountSaid(t, sums.hours, 'hours')],
      ]}
    />
  )
}

export function PartnerName({ visit: { t, to }, gift }: { visit: Visit; gift: Gift }) {
  const name = partnerSaid(t, gift)
  const page = gift.slug && shownAs(gift.publish).withName ? gift.slug : null
  return page ? <a href={to(`/network/organisations/${page}`)}>{name}</a> : <>{name}</>
}

export const WentTo = ({ visit: { t, to }, gift }: { visit: Visit; gift: Gift }) =>
  gift.went_to ? (
    <a href={to(gift.went_to)}>
      <Text of={gift.given_to} t={t} />
    </a>
  ) : (
    <Text of={gift.given_to} t={t} />
  )
