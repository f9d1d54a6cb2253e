import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#platform/language.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { projectRoot } from '#platform/root.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

interface SampleDay {
  event: string
  /** Minutes that each round lasts, where nobody has said it before. */
  rounds: number[]
  commitments: {
    words: string
    language: Language
    /** Shown on the wall, by that name. */
    name?: string
    private?: true
    /** Weeks until the reminder that was asked for. */
    weeks?: number
  }[]
}

const readDay = (): SampleDay =>
  JSON.parse(readFileSync(join(projectRoot, 'content/sample/forum-day.json'), 'utf8')) as SampleDay

/** How the day of a forum went: its rounds, and what people promised themselves at the end. */
export function addForumDay(year: Year, events: readonly Held[]): void {
  const day = readDay()
  const held = found(
    events.find(({ sample }) => sample.key === day.event),
    day.event,
  )
  runRounds(year, held, roundsOf(year, held.row.id, day.rounds))
  day.commitments.forEach((one, index) => addCommitment(year, held, one, index))
}

/** Its rounds as they were planned; made here when the seating has none. */
function roundsOf(year: Year, eventId: string, minutes: readonly number[]): Row<'forum_round'>[] {
  const ofEvent = (): Row<'forum_round'>[] => year.rows.forum_round.filter((one) => one.event_id === eventId)
  if (ofEvent().length === 0)
    minutes.forEach((one, index) =>
      year.rows.forum_round.push({ event_id: eventId, number: index + 1, minutes: one, question_id: null }),
    )
  return ofEvent()
}

/** Steps follow each other as the programme says; each conversation at the tables was a round. */
function runRounds(year: Year, { row: event, by }: Held, rounds: readonly Row<'forum_round'>[]): void {
  const items = year.rows.programme_item.filter((one) => one.event_id === event.id)
  const waiting = [...rounds]
  let at = event.starts_at
  items.forEach((item, index) => {
    const ends_at = plus(at, { minutes: item.minutes })
    const step = { event_id: event.id, number: index + 1, started_at: at }
    const round = item.kind === 'table-round' ? waiting.shift() : undefined
    if (round) {
      const times = { started_at: at, ends_at, ended_at: ends_at, paused_at: null }
      const ran = { event_id: event.id, round: round.number, started_by: by, ...times }
      year.rows.round_run.push(ran)
      year.rows.day_step.push({ ...step, round: round.number, item_id: null, ends_at: null })
      const detail = { round: round.number }
      year.record({ what: 'round-started', by, about: event.id, at, detail })
    } else year.rows.day_step.push({ ...step, round: null, item_id: item.id, ends_at })
    at = ends_at
  })
  const counted = { version: items.length + 2, showing: 'commitments', changed_at: at } as const
  year.rows.forum_day.push({ event_id: event.id, ...counted })
}

type Sample = SampleDay['commitments'][number]

function addCommitment(year: Year, { row: event }: Held, sample: Sample, index: number): void {
  const { words, language, name = null, weeks } = sample
  const created_at = plus(event.ends_at, { minutes: index - 20 })
  const id = year.id(created_at)
  const remind_on = weeks ? datePlus(localDate(created_at), weeks * 7) : null
  // Whoever asked for it has been reminded, unless they wanted half a year; their address is gone since.
  const isReminded = remind_on !== null && remind_on < year.today
  const remindedAt = isReminded ? plus(created_at, { days: (weeks ?? 0) * 7 }) : null
  const waits = weeks !== undefined && !isReminded
  year.rows.personal_commitment.push({
    ...{ id, event_id: event.id, sign_up_id: null, words, language, name, hidden_at: null },
    shown_at: sample.private ? null : created_at,
    email: waits ? `lofte-${index}@example.org` : null,
    ...{ remind_on, confirmed_at: weeks ? created_at : null, reminded_at: remindedAt },
    ...{ token_hash: hashOf(id), created_at, forgotten_at: null },
  })
}
