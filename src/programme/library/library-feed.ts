import { Feed } from 'feed'
import { escapeHtml } from '#platform/html.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { LibraryItem } from './library.sql.ts'

interface Channel {
  title: string
  language: Language
  /** A whole address in the feed's language. */
  url: (path: string) => string
  /** A whole address outside the languages. */
  base: (path: string) => string
}

/** What came into the library lately, as an Atom feed. Titles count as HTML there, so they are escaped as such. */
export function libraryFeed({ title, language, url, base }: Channel, items: readonly LibraryItem[]): string {
  const shownAt = (item: LibraryItem): string => item.published_at ?? item.created_at
  const latest = items.map(shownAt).toSorted().at(-1)
  const feed = new Feed({
    id: url('/library'),
    title,
    language,
    link: url('/library'),
    feedLinks: { atom: url('/library.atom') },
    updated: new Date(latest ?? 0),
    author: { name: title },
    generator: false,
  })
  for (const item of items) {
    const address = base(`/materials/${item.id}`)
    const of = inLanguage(item.event_title ?? item.series_name, language)
    feed.addItem({
      id: address,
      link: address,
      title: escapeHtml(inLanguage(item.title, language)),
      description: escapeHtml(of),
      date: new Date(shownAt(item)),
    })
  }
  return feed.atom1()
}
