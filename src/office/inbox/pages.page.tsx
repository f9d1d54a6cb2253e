import type { Visit } from '#platform/http.ts'
import { addressOf, type Shown } from './filters.page.tsx'

interface Props {
  visit: Visit
  shown: Shown
  pages: { number: number; last: number }
}

/** The way to the page before and after. */
export function Pages({ visit: { t, to }, shown, pages: { number, last } }: Props) {
  if (last < 2) return null
  return (
    <nav class="row spread" aria-label={t('inbox.pages.label')}>
      {number > 1 && <a href={to(addressOf(shown, number - 1))}>{t('inbox.pages.before')}</a>}
      <span>{t('inbox.pages.here', { number, last })}</span>
      {number < last && <a href={to(addressOf(shown, number + 1))}>{t('inbox.pages.after')}</a>}
    </nav>
  )
}
