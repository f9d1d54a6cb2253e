import { insertRows, transact } from '#platform/db.ts'
import type { DbOf } from '#platform/handle.ts'
import { searchText } from '#platform/search.ts'
import type { AllTables } from '../src/tables.ts'

const at = '2026-11-01T09:00:00.000Z'
const firsts = [
  'Förening',
  'Idrottsklubb',
  'Studiecirkel',
  'Grannskap',
  'Kulturhus',
  'Församling',
  'Verkstad',
  'Odling',
]
const places = [
  'Kirseberg',
  'Lindängen',
  'Hyllie',
  'Rosengård',
  'Limhamn',
  'Husie',
  'Oxie',
  'Segevång',
  'Fosie',
]
const seconds = [
  'Lyktan',
  'Ljungen',
  'Sundspilen',
  'Vinden',
  'Tallbacken',
  'Kajan',
  'Bron',
  'Solrosen',
  'Havet',
  'Torget',
]
const done = [
  'Öppna dörrar',
  'Tid för läxor',
  'Natt i parken',
  'Språk över fika',
  'Hela huset',
  'Cykel för alla',
  'Scen på gården',
]
const sectors = [
  'civil-society',
  'civil-society',
  'civil-society',
  'city',
  'academia',
  'business',
  'civil-society',
  'region',
] as const
const kinds = {
  'civil-society': 'association',
  city: 'department',
  academia: 'university',
  business: 'company',
  region: 'public-body',
} as const
const areas = ['whole-city', 'inner-city', 'north', 'east', 'south', 'west'] as const
const membersOfOne = 5

/** Chance that is the same every time. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * So many invented organisations, and what they do together: a partnership for every fourth of them, about one theme or two,
 * between organisations that mostly work with the same things. Some are in many, and every seventh in none.
 */
export async function plantNetwork(
  db: DbOf<AllTables>,
  count: number,
  themes: readonly string[],
): Promise<void> {
  const chance = chanceFrom(count)
  const from = <T>(list: readonly T[]): T => list[chance(list.length)] as T
  const organisations = Array.from({ length: count }, (_, at_) => {
    const sector = from(sectors)
    const name =
      `${from(firsts)}${chance(2) ? 'en' : 'et'} ${from(seconds)} ${chance(3) ? from(places) : ''} ${at_ + 1}`.replaceAll(
        '  ',
        ' ',
      )
    const id = `org-${String(at_).padStart(5, '0')}`
    return {
      ...{ id, slug: id, sector, kind: kinds[sector], name: { sv: name }, about: {}, website: null },
      ...{ place: from(places), contact_email: null, party_id: null, created_at: at, changed_at: at },
      search_text: `|${searchText(name)}|`,
    }
  })
  const active = organisations.filter((_, index) => index % 7 !== 6)
  const number = Math.ceil(count / 4)
  const home = new Map(active.map(({ id }) => [id, chance(Math.max(1, themes.length))]))
  const ofTheme = themes.map((_, theme) => active.filter(({ id }) => home.get(id) === theme))
  const partnerships = Array.from({ length: number }, (_, index) => {
    const name = `${from(done)} ${from(places)}${number > 60 ? ` ${index + 1}` : ''}`
    const id = `together-${String(index).padStart(5, '0')}`
    return {
      ...{ id, slug: id, kind: 'partnership' as const, name: { sv: name }, lead: { sv: 'Något vi gör.' } },
      ...{ about: {}, part: {}, began_year: 2024, ended_year: null, position: index, changed_at: at },
      ...{ began_on: '2024', search_text: searchText(name) },
    }
  })
  const ties = new Map<string, { partnership_id: string; organisation_id: string }>()
  const ofThemes: { partnership_id: string; theme_id: string }[] = []
  for (const [index, { id }] of partnerships.entries()) {
    const theme = chance(Math.max(1, themes.length))
    if (themes[theme]) ofThemes.push({ partnership_id: id, theme_id: themes[theme] })
    const size = 2 + chance(membersOfOne) + (index % 9 === 0 ? 4 : 0)
    for (let one = 0; one < size; one += 1) {
      const pool = chance(8) && ofTheme[theme]?.length ? ofTheme[theme] : active
      const organisation_id = from(pool).id
      ties.set(`${id} ${organisation_id}`, { partnership_id: id, organisation_id })
    }
  }
  await transact(db, async (tx) => {
    await insertRows(tx, 'organisation', organisations)
    await insertRows(tx, 'partnership', partnerships)
    await insertRows(tx, 'partnership_theme', ofThemes)
    await insertRows(tx, 'partnership_organisation', [...ties.values()])
    const inAreas = partnerships.map(({ id }) => ({ partnership_id: id, area: from(areas) }))
    await insertRows(tx, 'partnership_area', inAreas)
  })
}
