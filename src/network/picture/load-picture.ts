import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { CityArea } from '../partnerships/areas.rules.ts'
import { changesSince } from './changes.rules.ts'
import { networkDrawn } from './drawn.sql.ts'
import { inOrder, pageOf } from '../directory.rules.ts'
import type { Reads } from '../tables.ts'
import type { Cluster } from './clusters.page.tsx'
import { countsOf, drawnMax, type Network, partOf, readWholeMax, type Wanted } from './graph.rules.ts'
import { countsBySector, drawing, memberCount, networkNow, type Places, placesKept } from './network.sql.ts'
import { membersListed } from './members-listed.sql.ts'
import { shapes } from './rooms.rules.ts'
import { viewOf, type View } from './view-of.ts'

export interface Line {
  slug: string
  name: Network['members'][number]['name']
  sector: Network['members'][number]['sector']
  hubs: readonly Pick<Network['hubs'][number], 'slug' | 'name'>[]
}

export interface Picture {
  /** On a wide page and on a narrow one; none where there is too much, or nothing is drawn yet. */
  views: readonly View[]
  clusters: readonly Cluster[] | null
  /** How much is shown. */
  organisations: number
  partnerships: number
  isTooLarge: boolean
  /** When it was drawn, and how many changes there are since then; null while it shows the network of now. */
  age: { drawnAt: Instant; changes: number } | null
  lines: { rows: readonly Line[]; page: number; pages: number; count: number }
}

interface Asked {
  wanted: Wanted
  page: string | undefined
  language: Language
  themeName: (id: string) => string
}

/** The picture and its table. A network too large to be read for one page is counted by the database. */
export async function loadPicture(db: Reads, asked: Asked): Promise<Picture> {
  const { wanted, page, language, themeName } = asked
  const { wanted: changes, drawn, members, drawn_at, kept } = await drawing(db)
  const count = changes === drawn ? members : await memberCount(db)
  const isLarge = count > readWholeMax
  if (isLarge && wanted.near === null) return largePicture(db, asked)
  const now = await networkNow(db, isLarge ? wanted.near : null)
  const shown = partOf(now, wanted)
  const isTooLarge = isLarge || shown.members.length > drawnMax
  const places = isTooLarge ? null : await placesKept(db)
  // Rooms, marks and numbers are of one drawing, even when the network has changed since; the table is of now.
  const whole = places && kept ? await networkDrawn(db, kept.hubs, now) : nothing
  const inIt = partOf(whole, wanted)
  const views = places ? viewsOf({ whole, shown: inIt, places, language, themeName }) : []
  return {
    ...{ views, isTooLarge, ...saidOf(views.length > 0 ? inIt : shown) },
    age: views.length > 0 ? ageOf(drawn_at, changesSince(inIt, shown)) : null,
    clusters: views.length > 0 || shown.hubs.length === 0 ? null : clustersOf(shown),
    lines: pageOf(linesOf(shown, language), page),
  }
}

const saidOf = ({ hubs, members }: Network) => ({ organisations: members.length, partnerships: hubs.length })

const ageOf = (drawnAt: Instant | null, changes: number): Picture['age'] =>
  drawnAt && changes > 0 ? { drawnAt, changes } : null

interface Viewed extends Pick<Asked, 'language' | 'themeName'> {
  whole: Network
  shown: Network
  places: Places
}

const viewsOf = ({ places, ...viewed }: Viewed): View[] =>
  viewed.shown.hubs.length === 0
    ? []
    : shapes.map((shape) => viewOf({ ...viewed, places: places[shape], shape }))

const nothing: Network = { hubs: [], members: [] }

async function largePicture(db: Reads, { wanted, page, language }: Asked): Promise<Picture> {
  const [clusters, lines] = await Promise.all([
    countsKept(db, wanted.area),
    membersListed(db, wanted, { page, language }),
  ])
  const asked = clusters.filter(
    (one) => (wanted.theme ?? one.theme_id) === one.theme_id && (wanted.sector ?? one.sector) === one.sector,
  )
  return {
    views: [],
    clusters: asked,
    isTooLarge: true,
    age: null,
    organisations: lines.count,
    partnerships: lines.partnerships,
    lines,
  }
}

async function countsKept(db: Reads, area: CityArea | null): Promise<Cluster[]> {
  const { kept } = await drawing(db)
  const counts = kept?.sectors.filter((one) => one.area === area) ?? []
  return counts.length > 0 ? counts : countsBySector(db, area)
}

function clustersOf({ hubs, members }: Network): Cluster[] {
  const sectorOf = new Map(members.map(({ id, sector }) => [id, sector]))
  const ids = new Map<string, Set<string>>()
  for (const hub of hubs)
    for (const theme of hub.themes.length > 0 ? hub.themes : [''])
      for (const id of hub.members) {
        const key = `${theme} ${sectorOf.get(id) ?? ''}`
        ids.set(key, (ids.get(key) ?? new Set()).add(id))
      }
  return [...ids].map(([key, all]): Cluster => {
    const [theme_id = '', sector = ''] = key.split(' ')
    return { area: null, theme_id, sector: sector as Cluster['sector'], count: all.size }
  })
}

function linesOf(shown: Network, language: Language): Line[] {
  const hubsOf = new Map<string, Line['hubs'][number][]>()
  for (const { members, slug, name } of shown.hubs)
    for (const id of members) hubsOf.set(id, [...(hubsOf.get(id) ?? []), { slug, name }])
  const counts = countsOf(shown)
  return inOrder(
    shown.members.filter(({ id }) => counts.has(id)),
    language,
  ).map(({ id, slug, name, sector }) => ({
    ...{ slug, name, sector, hubs: hubsOf.get(id) ?? [] },
  }))
}
