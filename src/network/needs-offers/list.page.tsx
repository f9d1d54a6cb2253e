import { CsvLink } from '#platform/ui/csv-link.tsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { kinds, sides } from './entry.rules.ts'
import type { Entry } from './entries.sql.ts'
import { EntryLine, type Theme } from './shown.page.tsx'
import type { Wanted } from './wanted.rules.ts'

interface Props {
  visit: Visit
  wanted: Wanted
  count: number
  entries: readonly Entry[]
  themes: readonly Theme[]
  places: readonly string[]
  page: { number: number; last: number }
  going: { introduced: number; came: number }
}

/** What organisations need and can give now, for everybody. */
export function NeedsOffersPage(props: Props) {
  const { visit, entries, count, themes, going } = props
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      title={t('needs-offers.list.title')}
      lead={t('needs-offers.list.lead')}
      description={t('needs-offers.list.lead')}
      trail={[{ href: to('/network'), label: t('network.title') }]}
    >
      <Actions>
        <LinkButton href={to('/network/needs/mine/new?side=need')}>
          {t('needs-offers.list.new-need')}
        </LinkButton>
        <LinkButton href={to('/network/needs/mine/new?side=offer')} variant="secondary">
          {t('needs-offers.list.new-offer')}
        </LinkButton>
      </Actions>
      <p>
        {t('needs-offers.list.going', going)}{' '}
        <a href={to('/network/needs/how')}>{t('needs-offers.how.title')}</a>
      </p>
      <p class="small quiet">
        {t('needs-offers.list.lunches')} <a href={to('/needs')}>{t('needs-offers.list.lunches-link')}</a>
      </p>
      <section class="stack" aria-labelledby="open">
        <h2 id="open">{t('needs-offers.list.open')}</h2>
        <Filter {...props} />
        <p role="status">{t('needs-offers.list.count', { count })}</p>
        {entries.length === 0 && <Empty>{t('needs-offers.list.empty')}</Empty>}
        {entries.length > 0 && (
          <ul class="lined-list">
            {entries.map((entry) => (
              <li class="stack-tight">
                <p>
                  <Tag kind={entry.side === 'need' ? 'waiting' : 'good'}>
                    {t(`needs-offers.side.${entry.side}`)}
                  </Tag>{' '}
                  <a href={to(`/network/needs/${entry.id}`)}>
                    <Text of={entry.words} t={t} />
                  </a>
                </p>
                <p>
                  <Text of={entry.organisation} t={t} />
                </p>
                <EntryLine visit={visit} entry={entry} themes={themes} />
              </li>
            ))}
          </ul>
        )}
        <Pages {...props} />
        <CsvLink visit={visit} href="/network/needs.csv" />
      </section>
    </Page>
  )
}

function Filter({ visit, wanted, themes, places }: Props) {
  const { t, language } = visit
  const none = t('needs-offers.filter.all')
  const optionsOf = (list: readonly string[], labelOf: (value: string) => string) =>
    list.map((value) => ({ value, label: labelOf(value) }))
  return (
    <Form method="get">
      <TextField t={t} name="q" type="search" label={t('needs-offers.filter.words')} value={wanted.words} />
      <div class="filter-fields">
        <Select
          {...{ t, none, name: 'side', label: t('needs-offers.filter.side'), value: wanted.side }}
          options={optionsOf(sides, (side) => t(`needs-offers.sides.${side}`))}
        />
        <Select
          {...{ t, none, name: 'kind', label: t('needs-offers.form.kind'), value: wanted.kind }}
          options={optionsOf(kinds, (kind) => t(`needs-offers.kind.${kind}`))}
        />
        <Select
          {...{ t, none, name: 'theme', label: t('needs-offers.form.theme'), value: wanted.theme }}
          options={themes.map(({ slug, name }) => ({ value: slug, label: inLanguage(name, language) }))}
        />
        <Select
          {...{ t, none, name: 'place', label: t('needs-offers.form.place'), value: wanted.place }}
          options={optionsOf(places, (place) => place)}
        />
      </div>
      <SubmitButton variant="secondary">{t('needs-offers.filter.button')}</SubmitButton>
    </Form>
  )
}

function Pages({ visit, wanted, page: { number, last } }: Props) {
  if (last <= 1) return null
  const { t, to } = visit
  const href = (page: number): string => {
    const { words, side, kind, theme, place } = wanted
    const query = new URLSearchParams({ q: words, side, kind, theme, place, page: String(page) })
    return `${to('/network/needs')}?${query.toString()}`
  }
  return (
    <nav class="row" aria-label={t('needs-offers.pages.label')}>
      {number > 1 && <a href={href(number - 1)}>{t('needs-offers.pages.before')}</a>}
      <span>{t('needs-offers.pages.at', { number, last })}</span>
      {number < last && <a href={href(number + 1)}>{t('needs-offers.pages.next')}</a>}
    </nav>
  )
}
