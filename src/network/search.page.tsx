import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton, TextField } from '#platform/ui/form.tsx'
import type { PageOf } from './directory.rules.ts'

interface Props {
  visit: Visit
  /** What was searched for; empty for everything. */
  words: string
  /** The list's own address. */
  path: string
}

/** A search field that works without script, and how much was found. */
export function Search({ visit, words, path, count }: Props & { count: number }) {
  const { t } = visit
  return (
    <search class="text">
      <Form method="get" action={visit.to(path)}>
        <TextField t={t} name="q" type="search" label={t('network.search')} value={words} />
        <div class="actions">
          <SubmitButton variant="secondary">{t('network.search-button')}</SubmitButton>
          {words && <a href={visit.to(path)}>{t('network.show-all')}</a>}
        </div>
      </Form>
      {words && <p role="status">{t('network.found', { count, words })}</p>}
    </search>
  )
}

/** To the page before and the page after, where there is more than one. */
export function Pages({ visit, words, path, list }: Props & { list: PageOf<unknown> }) {
  const { t } = visit
  const { page, pages } = list
  if (pages === 1) return null
  const addressOf = (number: number): string =>
    visit.to(
      `${path}?${new URLSearchParams({ ...(words && { q: words }), page: String(number) }).toString()}`,
    )
  return (
    <nav class="row" aria-label={t('network.pages')}>
      {page > 1 && <a href={addressOf(page - 1)}>{t('network.page-before')}</a>}
      <span class="quiet">{t('network.page-of', { page, pages })}</span>
      {page < pages && <a href={addressOf(page + 1)}>{t('network.page-after')}</a>}
    </nav>
  )
}
