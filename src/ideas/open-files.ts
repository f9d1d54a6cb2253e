import { Feed } from 'feed'
import { toCsv } from '#platform/csv.ts'
import { escapeHtml } from '#platform/html.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import type { Idea } from './ideas.sql.ts'

/** Everything that everybody can see about an idea, and nothing about who wrote it but the name they wished. */
const facts = (idea: Idea, language: Language) => ({
  number: idea.number,
  state: idea.state,
  language: idea.language,
  what: idea.what,
  why: idea.why,
  place: idea.place,
  theme: idea.theme_name ? inLanguage(idea.theme_name, language) : null,
  name: idea.author_name,
  people_behind: idea.supporters,
  received: idea.confirmed_at,
  answer_due_on: idea.answer_due_on,
  answered: idea.answered_at,
  joined_with: idea.head_number,
})

interface Site {
  t: Words
  /** A whole address in the reader's language. */
  url: (path: string) => string
}

export const ideasAsJson = (ideas: readonly Idea[], { t, url }: Site) => ({
  title: t('ideas.list.title'),
  address: url('/ideas'),
  ideas: ideas.map((idea) => ({ ...facts(idea, t.language), address: url(`/ideas/${idea.number}`) })),
})

export function ideasAsCsv(ideas: readonly Idea[], { t, url }: Site): string {
  const columns = Object.keys(facts(ideas[0] ?? ({} as Idea), t.language))
  return toCsv(
    [...columns, 'address'],
    ideas.map((idea) => [...Object.values(facts(idea, t.language)), url(`/ideas/${idea.number}`)]),
  )
}

/** The latest ideas, as an Atom feed. Titles count as HTML there, so they are escaped as such. */
export function ideasAsFeed(ideas: readonly Idea[], { t, url }: Site): string {
  const latest = ideas.map(({ shown_at }) => shown_at ?? '').toSorted()
  const title = t('ideas.list.title')
  const feed = new Feed({
    ...{ id: url('/ideas'), title, language: t.language, link: url('/ideas') },
    feedLinks: { atom: url('/ideas.atom') },
    updated: new Date(latest.at(-1) || 0),
    author: { name: title },
    generator: false,
  })
  for (const { number, what, why, shown_at } of ideas) {
    const address = url(`/ideas/${number}`)
    const date = new Date(shown_at ?? 0)
    feed.addItem({
      id: address,
      link: address,
      title: escapeHtml(what),
      description: escapeHtml(why),
      date,
    })
  }
  return feed.atom1()
}
