import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import { daysBetween, datePlus, localDate, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { SampleMaterial } from './sample-content.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleLibrary {
  themes: { key: string; name: Texts; about: Texts }[]
  /** What events are about, by their keys. */
  of: Record<string, string[]>
  arrangers: { event: string; organisations: string[]; recorded?: true }[]
  materials: SampleMaterial[]
}

/** What events are about, who arranges them together, and how often their materials were opened. */
export function addLibrary(year: Year, events: readonly Held[]): void {
  const { themes, of, arrangers } = year.content.library
  const ids = new Map(themes.map((theme) => [theme.key, addTheme(year, theme)]))
  for (const { row, sample } of events)
    for (const key of of[sample.key] ?? [])
      year.rows.event_theme.push({ event_id: row.id, theme_id: found(ids.get(key), `theme ${key}`) })
  for (const { event, organisations, recorded } of arrangers) {
    const held = found(
      events.find(({ sample }) => sample.key === event),
      event,
    )
    addArrangers(year, held, organisations)
    if (recorded)
      year.rows.event_recorded.push({ event_id: held.row.id, said_by: held.by, at: held.row.created_at })
  }
  for (const material of year.rows.material) addOpenings(year, material)
}

function addTheme(year: Year, { name, about }: SampleLibrary['themes'][number]): string {
  const at = year.moment(-300, '10:15')
  const id = year.id(at)
  const row = { id, slug: slugOf(inLanguage(name, 'sv')), name: json(name), about: json(about) }
  year.rows.theme.push({ ...row, created_at: at, changed_at: at, ended_at: null })
  return id
}

function addArrangers(year: Year, { row }: Held, names: readonly string[]): void {
  const ids = names.map((name) => found(year.found.organisations.get(name), name))
  for (const [index, organisation_id] of ids.entries()) {
    const one = { id: year.id(row.created_at), event_id: row.id, position: index + 1 }
    year.rows.event_arranger.push({ ...one, organisation_id, name: null, side: null })
  }
  const texts = ids.map((id) => found(year.found.directory.get(id), id).name)
  const arrangedBy = Object.fromEntries(
    languages.map((language) => [
      language,
      new Intl.ListFormat(language, { type: 'conjunction' }).format(
        texts.map((one) => inLanguage(one, language)),
      ),
    ]),
  )
  Object.assign(row, { arranged_by: json(arrangedBy) })
}

// Most are opened in the first weeks.
const daysOpened = 40

function addOpenings(year: Year, { id, published_at }: Row<'material'>): void {
  if (!published_at) return
  const first = localDate(plus(published_at, { hours: 12 }))
  const days = Math.min(daysOpened, daysBetween(first, year.today))
  const liking = 1 + year.chance.below(6)
  for (let day = 0; day < days; day += 1 + year.chance.below(4)) {
    const count = 1 + year.chance.below(liking)
    year.rows.material_opened.push({ material_id: id, day: datePlus(first, day), count })
  }
}
