import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { publicSignatories } from './signatories.sql.ts'

type PublicSignatory = Awaited<ReturnType<typeof publicSignatories>>[number]

interface ListProps {
  visit: Visit
  all: readonly PublicSignatory[]
}

/** Who has joined the agreement, since when and in which field; organisations alone, never people. */
export function SignatoriesPage({ visit, all }: ListProps) {
  const { t, language } = visit
  const joined = all.filter(({ left_on }) => left_on === null)
  const left = all.filter(({ left_on }) => left_on !== null)
  const nameOf = ({ slug, organisation_name }: PublicSignatory) =>
    slug ? <a href={visit.to(`/network/organisations/${slug}`)}>{organisation_name}</a> : organisation_name
  return (
    <Page
      visit={visit}
      title={t('agreement.signatories.title')}
      lead={t('agreement.signatories.lead', { count: joined.length })}
      trail={[
        { href: visit.to('/plan'), label: t('plan.title') },
        { href: visit.to('/plan/agreement'), label: t('agreement.title') },
      ]}
    >
      {joined.length === 0 ? (
        <Empty>{t('agreement.signatories.none')}</Empty>
      ) : (
        <DataTable
          caption={t('agreement.signatories.title')}
          captionUnseen
          onPhone="lines"
          head={[
            t('agreement.signatories.name'),
            t('agreement.signatories.category'),
            t('agreement.signatories.joined'),
          ]}
          rows={joined.map((one) => [
            nameOf(one),
            t(`agreement.category.${one.category}`),
            one.joined_on ? dateInWords(language, one.joined_on) : '',
          ])}
        />
      )}
      {left.length > 0 && (
        <section class="stack" aria-labelledby="left">
          <h2 id="left">{t('agreement.signatories.left')}</h2>
          <ul>
            {left.map((one) => (
              <li>
                {t('agreement.signatories.left-one', {
                  organisation: one.organisation_name,
                  from: dateInWords(language, one.joined_on ?? ''),
                  until: dateInWords(language, one.left_on ?? ''),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Actions>
        <LinkButton href={visit.to('/agreement/join')}>{t('agreement.join.title')}</LinkButton>
      </Actions>
    </Page>
  )
}
