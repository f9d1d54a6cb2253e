import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  beforeOf,
  isAwaited,
  mustBeTold,
  refusalToCancel,
  refusalToEdit,
  refusalToPublish,
} from './change-event.rules.ts'

const event = {
  title: { sv: 'Malmötimmen' },
  place_name: 'Biblioteket' as string | null,
  address: null,
  online_url: null,
  doors_at: null,
  starts_at: '2026-12-03T11:00:00.000Z',
  ends_at: '2026-12-03T12:00:00.000Z',
  capacity: 20,
  seats_taken: 12,
  seats_kept: 0,
  changed_at: '2026-06-01T08:00:00.000Z',
  published_at: '2026-06-01T08:00:00.000Z' as string | null,
  cancelled_at: null as string | null,
}
const cancelled = { ...event, cancelled_at: '2026-07-01T08:00:00.000Z' }
const draft = { ...event, published_at: null }
const [before, under, after] = [
  '2026-11-01T08:00:00.000Z',
  '2026-12-03T11:30:00.000Z',
  '2026-12-04T08:00:00.000Z',
]
const why = { sv: 'Salen är bokad.' }
const nextWeek = { starts_at: '2026-12-10T11:00:00.000Z', ends_at: '2026-12-10T12:00:00.000Z' }

test('a draft is published while somebody can still come', () => {
  equal(refusalToPublish(draft, before), null)
  equal(refusalToPublish(draft, under), 'begins-in-the-past')
  equal(refusalToPublish(event, before), 'already-published')
  equal(refusalToPublish(cancelled, before), 'event-cancelled')
})

test('nobody loses a seat they have', () => {
  const change = { before: event, seen: event.changed_at, now: before, reason: {} }
  equal(refusalToEdit({ ...change, after: { ...event, capacity: 11 } }), 'seats-already-taken')
  equal(refusalToEdit({ ...change, after: { ...event, capacity: 12 } }), null)
})

test('what has happened, or will not happen, keeps its time but may have its words put right', () => {
  const moved = { ...event, ...nextWeek }
  const [seen, reason] = [event.changed_at, why]
  equal(refusalToEdit({ before: event, after: moved, seen, reason, now: before }), null)
  equal(refusalToEdit({ before: event, after: moved, seen, reason, now: after }), 'time-of-held-event')
  equal(
    refusalToEdit({ before: cancelled, after: moved, seen, reason, now: before }),
    'time-of-cancelled-event',
  )
  equal(
    refusalToEdit({ before: event, after: { ...event, title: { sv: 'Rättat' } }, seen, reason, now: after }),
    null,
  )
})

test('an announced event is not moved to a time that has passed, but may end later than was said', () => {
  const earlier = { ...event, starts_at: '2026-10-01T11:00:00.000Z' }
  const [seen, reason] = [event.changed_at, why]
  equal(
    refusalToEdit({ before: event, after: earlier, seen, reason, now: before }),
    'cannot-move-to-the-past',
  )
  equal(refusalToEdit({ before: draft, after: earlier, seen, reason, now: before }), null)
  equal(
    refusalToEdit({
      before: event,
      after: { ...event, ends_at: nextWeek.ends_at },
      seen,
      reason,
      now: under,
    }),
    null,
  )
})

test('who writes over what somebody else has just changed is told so', () => {
  equal(
    refusalToEdit({ before: event, after: event, seen: '2026-05-01T08:00:00.000Z', now: before, reason: {} }),
    'changed-meanwhile',
  )
})

test('only what people know of and could still come to is called off, once', () => {
  equal(refusalToCancel(event, before), null)
  equal(refusalToCancel(event, under), null)
  equal(refusalToCancel(event, after), 'already-held')
  equal(refusalToCancel(draft, before), 'not-published')
  equal(refusalToCancel(cancelled, before), 'already-cancelled')
})

test('calendars learn of another time, place or title, not of another text or more places', () => {
  equal(mustBeTold(event, { ...event, ...nextWeek }), true)
  equal(mustBeTold(event, { ...event, doors_at: '2026-12-03T10:30:00.000Z' }), true)
  equal(mustBeTold(event, { ...event, place_name: 'Rådhuset' }), true)
  equal(mustBeTold(event, { ...event, title: { sv: 'Malmötimmen', en: 'The Malmö Hour' } }), true)
  equal(mustBeTold(event, { ...event, capacity: 30 }), false)
})

test('who is told of a change is told why, and nobody else needs a reason', () => {
  const moved = { ...event, ...nextWeek }
  const refusal = (one: typeof event, after: typeof event, now = before) =>
    refusalToEdit({ before: one, after, seen: one.changed_at, now, reason: {} })
  equal(refusal(event, moved), 'reason-missing')
  equal(refusal(event, { ...event, place_name: 'Rådhuset' }), 'reason-missing')
  equal(refusal(event, { ...event, capacity: 30 }), null)
  equal(refusal(draft, { ...moved, published_at: null }), null)
  equal(refusal(event, { ...event, place_name: 'Rådhuset' }, after), null)
})

test('what an event was before a change holds what is another now, and nothing else', () => {
  deepEqual(beforeOf(event, { ...event, ...nextWeek }), {
    starts_at: event.starts_at,
    ends_at: event.ends_at,
  })
  deepEqual(beforeOf(event, { ...event, place_name: 'Rådhuset' }), { place_name: 'Biblioteket' })
  const online = { ...event, online_url: 'https://meet.example.org/secret' }
  deepEqual(beforeOf(online, event), { online: true }, 'the address on the net is not told')
  deepEqual(beforeOf(event, event), {})
})

test('nobody is told of what is a draft, called off or over', () => {
  equal(isAwaited(event, before), true)
  equal(isAwaited(event, after), false)
  equal(isAwaited(draft, before), false)
  equal(isAwaited(cancelled, before), false)
})
