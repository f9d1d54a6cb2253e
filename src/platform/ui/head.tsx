import { languages } from '../language.ts'
import type { Visit } from '../http.ts'
import type { PageProps } from './page.tsx'

const sources = { style: 'site.css', font: 'fonts/atkinson-next.woff2', icon: 'favicon.svg' }

/** The whole address of this page in another language. */
function addressIn(visit: Visit, language: string): string {
  const own = visit.to(visit.path)
  const whole = visit.url(visit.path)
  return `${whole.slice(0, whole.length - own.length)}${inOtherLanguage(visit, language)}`
}

/** The same page in another language: '/en/calendar'. */
export const inOtherLanguage = (visit: Visit, language: string): string =>
  `/${language}${visit.to(visit.path).slice(visit.language.length + 1)}`

function Assets({ visit: { site } }: { visit: Visit }) {
  const font = site.assets[sources.font]
  return (
    <>
      <link rel="stylesheet" href={site.assets[sources.style]} />
      {font && <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />}
      <link rel="icon" href={site.assets[sources.icon]} type="image/svg+xml" />
    </>
  )
}

function Feeds({ visit, feed }: Pick<PageProps, 'visit' | 'feed'>) {
  const { t, site } = visit
  return (
    <>
      {feed && <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />}
      {site.feeds.map((one) => (
        <link rel="alternate" type={one.type} title={t(one.key)} href={visit.to(one.href)} />
      ))}
    </>
  )
}

export function Head({ visit, title, wrong = false, description, head, feed }: PageProps) {
  const { t, site } = visit
  const named = title === site.name ? title : `${title} · ${site.name}`
  const whole = visit.url(visit.path)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{wrong ? t('platform.ui.wrong-title', { title: named }) : named}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <Assets visit={visit} />
      <link rel="canonical" href={whole} />
      {languages.map((language) => (
        <link rel="alternate" hreflang={language} href={addressIn(visit, language)} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={whole} />
      {description && <meta property="og:description" content={description} />}
      <Feeds visit={visit} feed={feed} />
      {head}
    </head>
  )
}
