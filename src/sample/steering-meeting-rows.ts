import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { localDate, plus } from '#platform/time.ts'
import type { SampleAbout, SampleMeeting } from './sample-meeting.ts'
import type { Made } from './seat-term-rows.ts'
import type { MeetingChange, Reads } from './tables.ts'

/** Meetings that were held have published minutes; the one to come has its agenda. */
export async function addSampleMeetings(made: Made): Promise<void> {
  for (const sample of made.sample.meetings) await addMeeting(made, sample)
}

async function addMeeting(made: Made, sample: SampleMeeting): Promise<void> {
  const { tx, year, by, sample: all } = made
  const called = year.moment(Math.min(sample.day - 40, -20), '09:30')
  const starts = year.moment(sample.day, '16:30')
  const id = year.id(called)
  await tx
    .insertInto('steering_meeting')
    .values({
      ...{ id, party_id: found(year.found.parties.get(sample.party), 'party') },
      ...{ starts_at: starts, ends_at: plus(starts, { hours: 2 }), place: all.place },
      ...{ cancelled_at: null, cancel_reason: '{}', changed_by: by(sample.party) },
      ...{ created_at: called, changed_at: called, state: null, said: '{}', said_changed_at: null },
      ...{ sent_at: null, sent_to: null, corrections_until: null, approved_at: null, published_at: null },
    })
    .execute()
  const items = sample.items.map((title, index) => ({
    ...{ id: year.id(plus(called, { seconds: index + 1 })), meeting_id: id, position: index + 1 },
    ...{ title: json(title), about_kind: null, about_id: null, created_at: called },
  }))
  await tx.insertInto('steering_item').values(items).execute()
  const told = { meeting_id: id, kind: 'called' as const, starts_at: starts, at: called }
  await tx.insertInto('steering_told').values(told).execute()
  year.record({ what: 'steering-meeting-planned', by: by(sample.party), about: id, at: called })
  if (sample.said) await finishMeeting(made, { ...sample, id, starts, items })
}

interface Held extends Omit<SampleMeeting, 'items'> {
  id: string
  starts: string
  items: { id: string }[]
}

async function finishMeeting(made: Made, held: Held): Promise<void> {
  const { tx, year, by } = made
  const written = plus(held.starts, { hours: 3 })
  for (const [index, { about, words }] of held.decisions.entries()) {
    const kind = about ?? null
    const about_id = await idOf(made, kind, held.starts)
    await tx
      .insertInto('steering_decision')
      .values({
        ...{ id: year.id(plus(written, { seconds: index })), meeting_id: held.id, number: index + 1 },
        ...{ item_id: held.items[index]?.id ?? null, words: json(words) },
        ...{ about_kind: about_id ? kind : null, about_id, written_by: by('city'), written_at: written },
      })
      .execute()
  }
  const members = await tx
    .selectFrom('seat_term')
    .innerJoin('steering_seat', 'steering_seat.id', 'seat_term.seat_id')
    .select('seat_term.id')
    .where('steering_seat.body', '=', 'steering-group')
    .where('seat_term.kind', '=', 'member')
    .where('seat_term.starts_on', '<=', localDate(held.starts))
    .where('seat_term.ends_on', '>', localDate(held.starts))
    .orderBy('seat_term.id')
    .limit(held.present)
    .execute()
  const present = members.map((one) => ({ meeting_id: held.id, term_id: one.id }))
  await tx.insertInto('steering_present').values(present).execute()
  const until = plus(written, { days: 7 })
  const approved = plus(until, { days: 2 })
  const change = (set: MeetingChange): Promise<unknown> =>
    tx.updateTable('steering_meeting').set(set).where('id', '=', held.id).execute()
  await change({ state: 'draft', said: json(held.said ?? {}), said_changed_at: written })
  await change({ state: 'sent', sent_at: written, sent_to: held.present, corrections_until: until })
  for (const party of ['city', 'civil-society']) {
    const party_id = found(year.found.parties.get(party), 'party')
    const approval = { meeting_id: held.id, party_id, by_person: by(party), at: approved }
    await tx.insertInto('steering_approval').values(approval).execute()
  }
  await change({ state: 'approved', approved_at: approved })
  await change({ state: 'published', published_at: plus(approved, { hours: 1 }) })
  year.record({ what: 'steering-minutes-published', by: by('city'), about: held.id, at: approved })
}

/** Something of the sample year that a decision can be about. */
async function idOf({ tx, year }: Made, kind: SampleAbout | null, before: string): Promise<string | null> {
  if (kind === 'plan') return year.found.plans.find((one) => one.starts_on <= year.today)?.id ?? null
  if (kind === 'commitment') return year.rows.commitment[0]?.id ?? null
  if (kind === null) return null
  if (kind === 'year-report') return String(Number(year.today.slice(0, 4)) - 1)
  if (kind === 'revision' || kind === 'focus-proposal') return latestAgreed(tx, kind, before)
  const late = await tx
    .selectFrom('recommendation')
    .select('id')
    .where('handed_over_on', 'is not', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return late?.id ?? null
}

/** The change of the plan, or the focus area, that the parties said yes to last before that. */
async function latestAgreed(
  tx: Reads,
  kind: 'revision' | 'focus-proposal',
  before: string,
): Promise<string | null> {
  const all = tx.selectFrom('revision').select('id').where('state', '=', 'in-force')
  const earlier = all.where('ended_at', '<', before).orderBy('ended_at', 'desc')
  if (kind === 'revision') return (await earlier.executeTakeFirst())?.id ?? null
  const chosen = tx.selectFrom('focus_proposal').select('id').where('state', '=', 'chosen')
  return (await chosen.orderBy('created_at').executeTakeFirst())?.id ?? null
}
