import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { ideaStates } from './idea.rules.ts'
import type { Idea } from './ideas.sql.ts'
import { Promise } from './promise.page.tsx'
import type { Kept } from './promise.rules.ts'
import { dueInWords, IdeaLink, IdeaTag } from './standing.page.tsx'
import { orders, type Wanted } from './wanted.rules.ts'

interface Props {
  visit: Visit
  wanted: Wanted
  count: number
  ideas: readonly Idea[]
  themes: readonly { slug: string; name: Texts }[]
  page: { number: number; last: number }
  promise: { days: number; kept: Kept }
}

/** All ideas that everybody can see, to look through and to look for. */
export function IdeasPage(props: Props) {
  const { visit, ideas, count, promise } = props
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      title={t('ideas.list.title')}
      lead={t('ideas.list.lead')}
      description={t('ideas.list.lead')}
      feed={{ href: to('/ideas.atom'), title: t('ideas.list.title'), type: 'application/atom+xml' }}
    >
      <Actions>
        <LinkButton href={to('/ideas/new')}>{t('ideas.list.new')}</LinkButton>
      </Actions>
      <Promise visit={visit} {...promise} />
      <section class="stack" aria-labelledby="all">
        <h2 id="all">{t('ideas.list.all')}</h2>
        <Filter {...props} />
        <p role="status">{t('ideas.list.count', { count })}</p>
        {ideas.length === 0 && <Empty>{t('ideas.list.empty')}</Empty>}
        <IdeaList visit={visit} ideas={ideas} />
        <Pages {...props} />
      </section>
      <p class="small quiet">
        {t('ideas.list.open')} <a href={to('/ideas.csv')}>CSV</a>, <a href={to('/ideas.json')}>JSON</a>,{' '}
        <a href={to('/ideas.atom')}>Atom</a>.{' '}
        <a href={to('/ideas/moderation')}>{t('ideas.list.moderation')}</a>
      </p>
    </Page>
  )
}

function Filter({ visit, wanted, themes }: Props) {
  const { t, language } = visit
  const states = ideaStates.map((value) => ({ value, label: t(`ideas.state.${value}`) }))
  const themed = themes.map(({ slug, name }) => ({ value: slug, label: inLanguage(name, language) }))
  return (
    <Form method="get">
      <TextField t={t} name="q" type="search" label={t('ideas.filter.words')} value={wanted.words} />
      <div class="grid two">
        <Select
          t={t}
          name="state"
          label={t('ideas.filter.state')}
          none={t('ideas.filter.all')}
          options={states}
          value={wanted.state}
        />
        <Select
          t={t}
          name="theme"
          label={t('ideas.filter.theme')}
          none={t('ideas.filter.all')}
          options={themed}
          value={wanted.theme}
        />
        <TextField t={t} name="place" label={t('ideas.filter.place')} value={wanted.place} />
        <Select
          t={t}
          name="order"
          label={t('ideas.filter.order')}
          options={orders.map((value) => ({ value, label: t(`ideas.order.${value}`) }))}
          value={wanted.order}
        />
      </div>
      <SubmitButton variant="secondary">{t('ideas.filter.button')}</SubmitButton>
    </Form>
  )
}

function IdeaList({ visit, ideas }: { visit: Visit; ideas: readonly Idea[] }) {
  const { t } = visit
  if (ideas.length === 0) return null
  return (
    <ul class="lined-list">
      {ideas.map((idea) => (
        <li class="stack-tight">
          <p>
            <IdeaLink visit={visit} idea={idea} />
          </p>
          <p>
            <IdeaTag visit={visit} idea={idea} />{' '}
            {idea.head_number && <span class="small quiet">{t('ideas.joined-short')}</span>}
          </p>
          <p class="small quiet">
            {t('ideas.behind', { count: idea.supporters })} {dueInWords(visit, idea)}{' '}
            {idea.theme_name && <Text of={idea.theme_name} t={t} />}
            {idea.place && ` ${t('ideas.place-is', { place: idea.place })}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Pages({ visit, wanted, page: { number, last } }: Props) {
  if (last <= 1) return null
  const { t, to } = visit
  const href = (page: number): string => {
    const { words, state, theme, place, order } = wanted
    const query = new URLSearchParams({ q: words, state, theme, place, order, page: String(page) })
    return `${to('/ideas')}?${query.toString()}`
  }
  return (
    <nav class="row" aria-label={t('ideas.pages.label')}>
      {number > 1 && <a href={href(number - 1)}>{t('ideas.pages.before')}</a>}
      <span>{t('ideas.pages.at', { number, last })}</span>
      {number < last && <a href={href(number + 1)}>{t('ideas.pages.next')}</a>}
    </nav>
  )
}
