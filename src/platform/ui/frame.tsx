import type { Visit } from '../http.ts'
import { languageNames, languages } from '../language.ts'
import type { SiteLink } from '../site.ts'
import { inOtherLanguage } from './head.tsx'
import { Wordmark } from './wordmark.tsx'

interface Props {
  visit: Visit
}

/** Where the visitor is: 'page' on the page itself, 'true' on one of the pages below it. */
function currentAt(visit: Visit, href: string): 'page' | 'true' | undefined {
  if (visit.path === href) return 'page'
  return href !== '/' && visit.path.startsWith(`${href}/`) ? 'true' : undefined
}

function Links({ visit, links }: Props & { links: SiteLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li>
          <a href={visit.to(link.href)} aria-current={currentAt(visit, link.href)}>
            {visit.t(link.key)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** On a phone two letters stand for the language; its whole name is still what is read aloud. */
function Languages({ visit }: Props) {
  return (
    <nav aria-label={visit.t('platform.ui.languages')} class="languages-nav">
      <ul class="languages">
        {languages.map((language) => (
          <li>
            <a
              href={inOtherLanguage(visit, language)}
              lang={language}
              hreflang={language}
              aria-current={language === visit.language ? 'true' : undefined}
            >
              <span>
                {languageNames[language].slice(0, 2)}
                <span class="rest">{languageNames[language].slice(2)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Member({ visit }: Props) {
  const { t, member, site } = visit
  if (!member) return null
  return (
    <nav class="member" aria-label={t('platform.ui.member-menu')}>
      <ul>
        <li>{t('platform.ui.member', { name: member.name })}</li>
        {(site.memberNavigation ?? []).map((link) => (
          <li>
            <a href={visit.to(link.href)} aria-current={currentAt(visit, link.href)}>
              {t(link.key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function Header({ visit }: Props) {
  const { t, site } = visit
  return (
    <header class="header">
      <a class="skip" href="#content">
        {t('platform.ui.skip')}
      </a>
      {site.sample && (
        <p class="sample">
          {t('platform.ui.sample')}{' '}
          {site.sampleMails && <a href={visit.to(site.sampleMails)}>{t('platform.ui.sample-mails')}</a>}
        </p>
      )}
      <Member visit={visit} />
      <div class="header-row">
        <a class="wordmark" href={visit.to('/')} aria-current={visit.path === '/' ? 'page' : undefined}>
          <Wordmark name={site.name} />
        </a>
        <Languages visit={visit} />
        <button type="button" class="menu-button" popovertarget="menu">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 5h16M2 10h16M2 15h16" />
          </svg>
          <span>{t('platform.ui.menu')}</span>
        </button>
        <nav class="menu" id="menu" popover="auto" aria-label={t('platform.ui.navigation')}>
          <Links visit={visit} links={site.navigation} />
        </nav>
      </div>
    </header>
  )
}

export function Footer({ visit }: Props) {
  const { t, site, member } = visit
  const links = site.footer.filter((link) => !(member && link.forGuests))
  return (
    <footer class="footer">
      <div class="footer-row">
        <div class="stack-tight">
          <p>
            <strong>{site.name}</strong>
          </p>
          {site.motto && <p class="lead">{t(site.motto)}</p>}
        </div>
        <nav aria-label={t('platform.ui.footer')}>
          <Links visit={visit} links={[...links, ...site.feeds]} />
        </nav>
      </div>
    </footer>
  )
}
