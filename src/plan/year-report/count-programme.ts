import { added, metInYear, standingsOf } from '#programme/index.ts'
import type { Reads } from '../tables.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { inAll } from './names.ts'

/** What the series promised for the year, and what came of it. */
export async function countPromises(db: Reads, { year, now }: Counting): Promise<Counted> {
  const standings = await standingsOf(db, year, now)
  // A series that promises no number stands here in years when it held something.
  const promised = standings.filter(
    ({ state, held }) => state !== 'nothing-promised' && (state !== 'without-number' || held > 0),
  )
  const howMany = (...states: string[]): number =>
    promised.filter(({ state }) => states.includes(state)).length
  return {
    figures: [
      whole('kept', howMany('kept')),
      whole('missed', howMany('missed')),
      ...promised.flatMap(({ series, asks, held }) => {
        const of = { item: series.key, name: series.name, unit: 'count' as const }
        return [
          { measure: 'promised', value: asks?.yearly_min ?? 0, ...of },
          { measure: 'held', value: held, ...of },
        ]
      }),
    ],
    lines: promised.map(({ series, state, reason, missing }) => ({
      title: series.name,
      path: `/series/${series.key}`,
      state,
      facts: [
        ...(state === 'missed' ? [{ what: 'missing', number: missing }] : []),
        ...(reason ? [{ what: 'reason', text: reason }] : []),
      ],
    })),
  }
}

/** Which meetings there were, and how many came; only from numbers that are shown with each meeting. */
export async function countEvents(db: Reads, { year, now }: Counting): Promise<Counted> {
  const standings = await standingsOf(db, year, now)
  const sums = await metInYear(db, year)
  const held = standings.filter((one) => one.held > 0)
  const all = added(sums, { seriesId: null, time: null })
  return {
    figures: [
      whole(
        'held',
        held.reduce((sum, one) => sum + one.held, 0),
      ),
      whole('people', all.people, 'people'),
      ...held.flatMap(({ series, held: value }) => {
        const of = { item: series.key, name: series.name }
        const { people } = added(sums, { seriesId: series.id, time: null })
        const came = people > 0 ? [{ measure: 'people', value: people, unit: 'people' as const, ...of }] : []
        return [{ measure: 'held', value, unit: 'count' as const, ...of }, ...came]
      }),
    ],
    lines: [],
  }
}

/** Who met, by sector; groups under five were counted together before anybody saw them. */
export async function countWhoMetIn(db: Reads, { year }: Counting): Promise<Counted> {
  const { groups } = added(await metInYear(db, year), { seriesId: null, time: null })
  const bySize = groups.sector.toSorted(
    (one, other) => other.count - one.count || (one.key < other.key ? -1 : 1),
  )
  return {
    figures: bySize.map(({ key, count }) => ({
      ...{ measure: 'people', item: key, value: count, unit: 'people' },
      name: key === 'rest' ? inAll('who-met.rest') : inAll(`who-met.sector.${key}`),
    })),
    lines: [],
  }
}
