import { found } from '#platform/errors.ts'
import { localDate } from '#platform/time.ts'
import type { Reads } from '../../tables.ts'
import { membersOn } from '../seats/seats.sql.ts'
import type { About } from './about.rules.ts'
import { thingsAmong } from './about.sql.ts'
import {
  decisionsOf,
  itemsOf,
  meetingWithId,
  presentAt,
  proposalsOfYear,
  weighingsOf,
} from './meetings.sql.ts'
import { approvalsOf, correctionsOf } from './minutes.sql.ts'

/** A meeting with its agenda, its decisions, what they are about, and how far its minutes have come. */
export async function loadMeeting(db: Reads, id: string) {
  const meeting = found(await meetingWithId(db, id), 'meeting')
  const [items, decisions, weighings, present, members, approvals, corrections] = await Promise.all([
    itemsOf(db, id),
    decisionsOf(db, id),
    weighingsOf(db, id),
    presentAt(db, id),
    membersOn(db, localDate(meeting.starts_at)),
    approvalsOf(db, id),
    correctionsOf(db, id),
  ])
  const abouts = [...items, ...decisions].flatMap(({ about_kind: kind, about_id }): About[] =>
    kind && about_id ? [{ kind, id: about_id }] : [],
  )
  const years = new Set(abouts.filter(({ kind }) => kind === 'focus-year').map((one) => Number(one.id)))
  const proposals = new Map(
    await Promise.all([...years].map(async (year) => [year, await proposalsOfYear(db, year)] as const)),
  )
  const things = await thingsAmong(db, abouts)
  return { meeting, items, decisions, weighings, present, members, approvals, corrections, things, proposals }
}

export type LoadedMeeting = Awaited<ReturnType<typeof loadMeeting>>
