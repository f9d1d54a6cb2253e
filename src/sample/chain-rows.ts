import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import { meetingDates } from './meeting-weeks.ts'
import type { Staff } from './people-rows.ts'
import type { Year } from './year.ts'

/** What follows from what, by the keys of events and surveys. */
export interface SampleChains {
  surveys: { key: string; title: Texts; url: string; week: number; day: number }[]
  links: [from: string, to: string][]
}

/** Links the events of the year, and the surveys they began with. */
export function addChains(year: Year, events: readonly Held[], { coordinators }: Staff): void {
  const { surveys, links } = year.content.chains
  const by = found(coordinators[0], 'coordinator')
  const dateOf = meetingDates(year.today)
  const ids = new Map(events.map(({ sample, row }) => [sample.key, row.id]))
  const at = year.moment(-4, '10:15')
  const add = { added_by: by, added_at: at }
  for (const { key, title, url, week, day } of surveys) {
    const id = year.id(at)
    ids.set(key, id)
    const rest = { event_id: null, title: json(title), url, on_date: dateOf(week, day), ...add }
    year.rows.chain_step.push({ id, kind: 'survey', ...rest })
  }
  const steps = links.map((pair) => pair.map((key) => found(ids.get(key), `step ${key}`)))
  const added = new Set(year.rows.chain_step.map(({ id }) => id))
  for (const id of new Set(steps.flat())) {
    if (added.has(id)) continue
    const none = { title: json({}), url: null, on_date: null }
    year.rows.chain_step.push({ id, kind: 'event', event_id: id, ...none, ...add })
  }
  steps.forEach(([from_step = '', to_step = ''], index) => {
    const linked_at = plus(at, { minutes: index })
    year.rows.event_link.push({ from_step, to_step, linked_by: by, linked_at })
    const detail = { from_step, to_step }
    year.record({ what: 'chain-linked', by, about: to_step, at: linked_at, detail })
  })
}
