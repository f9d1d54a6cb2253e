import type { Visit } from '../http.ts'
import { Page } from './page.tsx'

interface Props {
  visit: Visit
}

export function NotFoundPage({ visit }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('platform.not-found.title')}>
      <p class="lead">{t('platform.not-found.lead')}</p>
      <p>{t('platform.not-found.link')}</p>
      <ul>
        {visit.site.navigation.map(({ href, key }) => (
          <li>
            <a href={visit.to(href)}>{t(key)}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** Something of ours broke. The number leads from the visitor's words to the line in the log. */
export function BrokenPage({ visit }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('platform.broken.title')}>
      <p class="lead">{t('platform.broken.lead')}</p>
      <p>{t('platform.broken.number', { number: visit.requestId })}</p>
    </Page>
  )
}

/** A form that came from another site: somebody may try to act in the visitor's name. */
export function ForeignFormPage({ visit }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('platform.foreign-form.title')}>
      <p class="lead">{t('platform.foreign-form.lead')}</p>
    </Page>
  )
}

export function TooLargePage({ visit }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('platform.too-large.title')}>
      <p class="lead">{t('platform.too-large.lead')}</p>
    </Page>
  )
}
