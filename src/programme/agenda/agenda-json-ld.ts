import { inLanguage, type Language } from '#platform/language.ts'
import type { AgendaItem } from './load-agenda.ts'

interface Known {
  language: Language
  /** How a moment is written with its distance to UTC. */
  withOffset: (instant: string) => string
}

const person = ({ name, role, organisation }: AgendaItem['speakers'][number]) => ({
  '@type': 'Person',
  name,
  ...(role && { jobTitle: role }),
  ...(organisation && { affiliation: { '@type': 'Organization', name: organisation } }),
})

const named = (item: AgendaItem) => item.speakers.filter((one) => one.consented_at !== null)

/** The programme for search engines (schema.org). Only those who agreed to be named are in it. */
export function agendaJsonLd(items: readonly AgendaItem[], { language, withOffset }: Known) {
  if (items.length === 0) return {}
  const performers = new Map(items.flatMap((item) => named(item).map((one) => [one.id, person(one)])))
  return {
    ...(performers.size > 0 && { performer: [...performers.values()] }),
    subEvent: items.map((item) => ({
      '@type': 'Event',
      name: inLanguage(item.title, language),
      startDate: withOffset(item.time.starts_at),
      endDate: withOffset(item.time.ends_at),
      ...(named(item).length > 0 && { performer: named(item).map(person) }),
    })),
  }
}
