import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  dialogueState,
  endOf,
  refusalToClose,
  refusalToDecide,
  refusalToOpen,
  refusalToSave,
  refusalToVote,
  refusalToWrite,
  statementsPerPerson,
} from './dialogue.rules.ts'

const opens = '2026-11-01T08:00:00.000Z'
const during = '2026-11-10T12:00:00.000Z'
const closes = '2026-11-20T20:00:00.000Z'
const later = '2026-11-25T08:00:00.000Z'
const begins = '2026-12-01T08:00:00.000Z'

const draft = { opened_at: null, closes_at: closes, closed_at: null, shown_at: null }
const open = { ...draft, opened_at: opens }
const closedEarly = { ...open, closed_at: during }
const event = { published_at: opens, cancelled_at: null, starts_at: begins }

test('a dialogue is open from its opening to its end, to the millisecond', () => {
  equal(dialogueState(draft, during), 'draft')
  equal(dialogueState(open, '2026-11-01T07:59:59.999Z'), 'draft')
  equal(dialogueState(open, opens), 'open')
  equal(dialogueState(open, '2026-11-20T19:59:59.999Z'), 'open')
  equal(dialogueState(open, closes), 'closed')
  equal(dialogueState(closedEarly, during), 'closed')
  equal(endOf(closedEarly), during)
  equal(endOf(open), closes)
})

test('it opens with three statements, before its forum, and never again once the map was shown', () => {
  const opening = { dialogue: draft, shown: 3, event, now: during }
  equal(refusalToOpen(opening), null)
  equal(refusalToOpen({ ...opening, shown: 2 }), 'too-few-statements')
  equal(refusalToOpen({ ...opening, dialogue: open }), 'open-already')
  equal(refusalToOpen({ ...opening, now: closes }), 'closes-in-the-past')
  equal(refusalToOpen({ ...opening, now: begins }), 'event-over')
  equal(refusalToOpen({ ...opening, event: { ...event, cancelled_at: opens } }), 'event-over')
  equal(refusalToOpen({ ...opening, event: { ...event, published_at: null } }), 'event-not-published')
  equal(refusalToOpen({ ...opening, dialogue: closedEarly }), null)
  equal(refusalToOpen({ ...opening, dialogue: { ...closedEarly, shown_at: during } }), 'map-shown')
})

test('only what is open is closed, and its end is in the future and before the forum', () => {
  equal(refusalToClose(open, during), null)
  equal(refusalToClose(draft, during), 'not-open')
  equal(refusalToClose(open, closes), 'not-open')
  equal(refusalToSave(null, closes, event, during), null)
  equal(refusalToSave(null, opens, event, during), 'closes-in-the-past')
  equal(refusalToSave(null, '2026-12-01T08:00:00.001Z', event, during), 'closes-after-event')
  equal(refusalToSave(open, later, event, during), null)
  equal(refusalToSave({ ...open, shown_at: during }, later, event, during), 'map-shown')
  // Other words can be saved at any time.
  equal(refusalToSave({ ...open, shown_at: during }, closes, event, begins), null)
})

test('votes are taken while it is open, on what is shown', () => {
  const shown = { state: 'shown' } as const
  equal(refusalToVote(open, shown, during), null)
  equal(refusalToVote(draft, shown, during), 'not-open-yet')
  equal(refusalToVote(open, shown, closes), 'closed')
  equal(refusalToVote(open, { state: 'waiting' }, during), 'not-shown')
  equal(refusalToVote(open, { state: 'turned-down' }, during), 'not-shown')
  equal(refusalToVote(open, undefined, during), 'not-shown')
})

test('nobody writes more than their share, nor before or after', () => {
  equal(refusalToWrite(open, 0, during), null)
  equal(refusalToWrite(open, statementsPerPerson - 1, during), null)
  equal(refusalToWrite(open, statementsPerPerson, during), 'too-many-statements')
  equal(refusalToWrite(draft, 0, during), 'not-open-yet')
  equal(refusalToWrite(closedEarly, 0, closes), 'closed')
})

test('what is shown can be taken away at any time, and nothing new is shown at the end', () => {
  const waiting = { state: 'waiting', decided_at: null } as const
  const shown = { state: 'shown', decided_at: opens } as const
  const gone = { state: 'turned-down', decided_at: opens } as const
  equal(refusalToDecide(open, waiting, { state: 'shown', seen: '' }, during), null)
  equal(refusalToDecide(open, waiting, { state: 'turned-down', seen: '' }, during), null)
  equal(refusalToDecide(open, shown, { state: 'turned-down', seen: opens }, closes), null)
  equal(refusalToDecide(open, gone, { state: 'shown', seen: opens }, during), null)
  equal(refusalToDecide(open, gone, { state: 'shown', seen: opens }, closes), 'closed')
  equal(refusalToDecide(draft, waiting, { state: 'shown', seen: '' }, during), null)
  // Somebody else decided while this page was open.
  equal(refusalToDecide(open, shown, { state: 'turned-down', seen: '' }, during), 'decided-meanwhile')
})
