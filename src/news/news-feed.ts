import { Feed } from 'feed'
import { escapeHtml } from '#platform/html.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { markdown } from '#platform/markdown.ts'
import type { Instant } from '#platform/time.ts'

interface Entry {
  slug: string
  title: Texts
  lead: Texts
  body: Texts
  published_at: Instant
  changed_at: Instant
}

interface Channel {
  title: string
  language: Language
  /** A whole address in the feed's language. */
  url: (path: string) => string
}

/** The announcements as an Atom feed. Its titles and leads count as HTML there, so they are escaped as such. */
export function newsFeed({ title, language, url }: Channel, entries: readonly Entry[]): string {
  const changed = entries.map(lastChange).toSorted().at(-1)
  const feed = new Feed({
    id: url('/news'),
    title,
    language,
    link: url('/news'),
    feedLinks: { atom: url('/news.atom') },
    // An empty feed has never changed; a reader needs some date all the same.
    updated: new Date(changed ?? 0),
    author: { name: title },
    generator: false,
  })
  for (const entry of entries) {
    const address = url(`/news/${entry.slug}`)
    feed.addItem({
      id: address,
      link: address,
      title: escapeHtml(inLanguage(entry.title, language)),
      description: escapeHtml(inLanguage(entry.lead, language)),
      content: markdown(inLanguage(entry.body, language)),
      date: new Date(lastChange(entry)),
      published: new Date(entry.published_at),
    })
  }
  return feed.atom1()
}

const lastChange = ({ published_at, changed_at }: Entry): Instant =>
  changed_at > published_at ? changed_at : published_at
