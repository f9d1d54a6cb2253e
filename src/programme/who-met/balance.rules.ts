import { type MetGroup, type TimeOfDay, type What, whats } from './who-met.rules.ts'

/** The shown numbers of a year's events, added by series and time of day. */
export interface Sums {
  meetings: readonly {
    series_id: string
    time_of_day: TimeOfDay
    events: number
    /** Of them, those where fewer than five met. */
    small: number
    people: number
  }[]
  groups: readonly (MetGroup & { series_id: string; time_of_day: TimeOfDay })[]
}

export interface Balance {
  events: number
  small: number
  people: number
  groups: Record<What, { key: string; count: number }[]>
}

/**
 * The balance of a series, of a time of day, or of everything. It is added up from what is shown with each event and
 * from nothing else: whoever takes one sum from another gets what is shown already.
 */
export function added(
  { meetings, groups }: Sums,
  { seriesId, time }: { seriesId: string | null; time: TimeOfDay | null },
): Balance {
  const belongs = (one: { series_id: string; time_of_day: TimeOfDay }): boolean =>
    (seriesId === null || one.series_id === seriesId) && (time === null || one.time_of_day === time)
  const ours = meetings.filter(belongs)
  const total = (name: 'events' | 'small' | 'people'): number => ours.reduce((sum, one) => sum + one[name], 0)
  const byKey = (what: What) => {
    const counts = new Map<string, number>()
    for (const { key, count } of groups.filter((one) => one.what === what && belongs(one)))
      counts.set(key, (counts.get(key) ?? 0) + count)
    return [...counts].map(([key, count]) => ({ key, count }))
  }
  const [sector, organisation, before] = whats.map(byKey)
  return {
    ...{ events: total('events'), small: total('small'), people: total('people') },
    groups: { sector: sector ?? [], organisation: organisation ?? [], before: before ?? [] },
  }
}
