/** A link of the site's own; `href` is without the language ('/calendar'), `key` a key of the words. */
export interface SiteLink {
  href: string
  key: string
  /** Only for those who have not signed in. */
  forGuests?: true
}

export interface SiteFeed extends SiteLink {
  /** The media type a reader of the feed asks for, 'application/atom+xml' or 'text/calendar'. */
  type: string
}

/** What the pages' frame shows and the platform itself can't know: said once, when the process starts. */
export interface Site {
  name: string
  /** Filled with invented people and meetings: every page says so. */
  sample: boolean
  /** Where mails are read that go nowhere: of a sample without a mail server. */
  sampleMails?: string
  /** One sentence on what the site is, in the footer: a key of the words. */
  motto?: string
  navigation: SiteLink[]
  /** Shown to those who have signed in. */
  memberNavigation?: SiteLink[]
  footer: SiteLink[]
  feeds: SiteFeed[]
  /** Built files by their name in the sources: `{ 'site.css': '/assets/site.3f9c.css' }`. */
  assets: Record<string, string>
}
