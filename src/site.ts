import type { Site } from '#platform/site.ts'
import type { InstallationKind } from './installation.sql.ts'

interface Around {
  kind: InstallationKind
  /** Whether SMTP_URL is set; without it mails are kept to be read. */
  hasMailServer: boolean
  /** Built files by their name in the sources. */
  assets: Record<string, string>
}

/** What stands around every page. */
export const site = ({ kind, hasMailServer, assets }: Around): Site => ({
  name: 'Malmöandan',
  sample: kind === 'sample',
  ...(kind === 'sample' && !hasMailServer && { sampleMails: '/office/mails' }),
  motto: 'site.motto',
  navigation: [
    { href: '/calendar', key: 'site.calendar' },
    { href: '/plan', key: 'site.plan' },
    { href: '/recommendations', key: 'site.recommendations' },
    { href: '/library', key: 'site.library' },
    { href: '/network', key: 'site.network' },
    { href: '/news', key: 'site.news' },
    { href: '/about', key: 'site.about' },
  ],
  memberNavigation: [
    { href: '/office', key: 'site.office' },
    { href: '/account', key: 'site.account' },
  ],
  footer: [
    { href: '/about/be-a-part', key: 'site.be-a-part' },
    { href: '/ideas', key: 'site.ideas' },
    { href: '/partners', key: 'site.partners' },
    { href: '/who-met', key: 'site.who-met' },
    { href: '/contact', key: 'site.contact' },
    { href: '/about/accessibility', key: 'site.accessibility' },
    { href: '/about/privacy', key: 'site.privacy' },
    { href: '/about/source', key: 'site.source' },
    { href: '/sign-in', key: 'site.sign-in', forGuests: true },
  ],
  feeds: [
    { href: '/news.atom', key: 'site.feed-news', type: 'application/atom+xml' },
    { href: '/calendar.ics', key: 'site.feed-calendar', type: 'text/calendar' },
  ],
  assets,
})
