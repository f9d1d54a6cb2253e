import { CsvLink } from '#platform/ui/csv-link.tsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { PageOf } from '../directory.rules.ts'
import { ThemeAndArea } from '../filter-fields.page.tsx'
import type { Theme } from './beside.ts'
import type { PartnershipLine } from './listed.sql.ts'
import { periodInWords } from './part-of-date.page.tsx'
import { partnershipKinds, partnershipStates } from './partnership.rules.ts'
import { StateTag } from './state-tag.page.tsx'

/** What an address asks for, as it stands there. */
export interface Asked {
  q?: string | undefined
  kind?: string | undefined
  state?: string | undefined
  theme?: string | undefined
  area?: string | undefined
}

interface Props {
  visit: Visit
  asked: Asked
  themes: readonly Theme[]
  list: PageOf<PartnershipLine>
}

export function PartnershipsPage(props: Props) {
  const { visit, list } = props
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('partnerships.title')}
      lead={t('partnerships.lead')}
      description={t('partnerships.lead')}
      trail={[{ href: visit.to('/network'), label: t('network.title') }]}
      wide
    >
      <p class="row">
        <a href={visit.to('/network/picture')}>{t('network.picture.link')}</a>
        <a href={visit.to('/network/ask')}>{t('network.ask.link')}</a>
        {visit.member?.party && (
          <a href={visit.to('/office/network/partnerships/new')}>{t('network.new-partnership')}</a>
        )}
      </p>
      <Filter {...props} />
      <p role="status">{t('partnerships.count', { count: list.count })}</p>
      {list.count === 0 && (
        <Empty>
          <p>{t('partnerships.none')}</p>
        </Empty>
      )}
      <CsvLink visit={visit} href="/network/partnerships.csv" />
      <div class="grid two">
        {list.rows.map((one) => (
          <PartnershipCard visit={visit} one={one} />
        ))}
      </div>
      <Pages {...props} />
    </Page>
  )
}

function PartnershipCard({ visit, one }: { visit: Visit; one: PartnershipLine }) {
  const { t, language } = visit
  const period = periodInWords(t, one)
  return (
    <Card href={visit.to(`/network/${one.slug}`)} title={<Text of={one.name} t={t} />} level={2}>
      <p class="small quiet">
        <StateTag t={t} state={one.state} />{' '}
        {[t(`network.kinds-one.${one.kind}`), one.form && t(`partnerships.form-of.${one.form}`), period]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        <Text of={one.lead} t={t} />
      </p>
      {one.unconfirmed_since && (
        <p class="small">
          {t('partnerships.unconfirmed', { since: dateInWords(language, one.unconfirmed_since) })}
        </p>
      )}
    </Card>
  )
}

function Filter({ visit, asked, themes }: Props) {
  const { t } = visit
  const choice = (name: 'kind' | 'state') => ({
    ...{ t, name, value: asked[name], none: t('partnerships.filter.all'), required: true },
    label: t(`partnerships.filter.${name}`),
  })
  return (
    <search>
      <Form method="get" action={visit.to('/network/partnerships')}>
        <div class="filter-fields">
          <TextField t={t} name="q" type="search" label={t('partnerships.filter.words')} value={asked.q} />
          <Select
            {...choice('kind')}
            options={partnershipKinds.map((value) => ({ value, label: t(`network.kinds-one.${value}`) }))}
          />
          <Select
            {...choice('state')}
            options={partnershipStates.map((value) => ({ value, label: t(`partnerships.state.${value}`) }))}
          />
          <ThemeAndArea {...{ visit, asked, themes }} none={t('partnerships.filter.all')} />
        </div>
        <div class="actions">
          <SubmitButton variant="secondary">{t('partnerships.filter.show')}</SubmitButton>
          {Object.values(asked).some(Boolean) && (
            <a href={visit.to('/network/partnerships')}>{t('network.show-all')}</a>
          )}
        </div>
      </Form>
    </search>
  )
}

function Pages({ visit, asked, list: { page, pages } }: Props) {
  const { t } = visit
  if (pages === 1) return null
  const kept = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const addressOf = (number: number): string =>
    visit.to(`/network/partnerships?${new URLSearchParams([...kept, ['page', String(number)]]).toString()}`)
  return (
    <nav class="row" aria-label={t('network.pages')}>
      {page > 1 && <a href={addressOf(page - 1)}>{t('network.page-before')}</a>}
      <span class="quiet">{t('network.page-of', { page, pages })}</span>
      {page < pages && <a href={addressOf(page + 1)}>{t('network.page-after')}</a>}
    </nav>
  )
}
