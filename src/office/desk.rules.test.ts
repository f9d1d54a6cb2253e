import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { urgencyOfAnswer, urgencyOfHandOver } from './answers.rules.ts'
import { urgencyOfNobodysCommitment, urgencyOfSilentCommitment } from './commitments.rules.ts'
import { urgencyOfDraft, urgencyOfFewSignUps, urgencyOfFilling } from './events.rules.ts'
import { urgencyOfFailedJobs } from './jobs.rules.ts'
import {
  mayRead,
  refusalToTryAgain,
  urgencyOfFailedMails,
  urgencyOfKeptMails,
  urgencyOfWaitingMails,
} from './mails.rules.ts'
import { needOfNote, urgencyOfNote } from './notes.rules.ts'
import { byUrgency } from './urgency.rules.ts'

test('what is urgent stands first, and of that what has been due longest', () => {
  const items = [
    { urgency: 'later', at: '2026-01-01' },
    { urgency: 'now', at: '2026-11-02' },
    { urgency: 'soon', at: '2026-10-01' },
    { urgency: 'now', at: '2026-11-01' },
  ] as const
  deepEqual(
    items.toSorted(byUrgency).map((item) => `${item.urgency} ${item.at}`),
    ['now 2026-11-01', 'now 2026-11-02', 'soon 2026-10-01', 'later 2026-01-01'],
  )
})

test('mails and jobs that did not go through are for now', () => {
  deepEqual([urgencyOfFailedMails(0), urgencyOfFailedMails(1)], [null, 'now'])
  deepEqual([urgencyOfFailedJobs(0), urgencyOfFailedJobs(3)], [null, 'now'])
  deepEqual([29, 30, 119, 120].map(urgencyOfWaitingMails), [null, 'soon', 'soon', 'now'])
})

test('without a mail server a real installation is told so, and a sample one is not', () => {
  equal(urgencyOfKeptMails(3, false, false), 'now')
  equal(urgencyOfKeptMails(3, false, true), null)
  equal(urgencyOfKeptMails(3, true, false), null, 'they were kept before there was a server')
  equal(urgencyOfKeptMails(0, false, false), null)
})

test('a mail is tried again when it has not arrived and can arrive', () => {
  equal(refusalToTryAgain('failed', true), null)
  equal(refusalToTryAgain('kept', true), null)
  equal(refusalToTryAgain('waiting', true), null)
  equal(refusalToTryAgain('failed', false), 'no-mail-server')
  equal(refusalToTryAgain('sent', true), 'already-sent')
  equal(refusalToTryAgain('sending', true), 'on-its-way')
})

test('a mail with a way in is read by its receiver alone, unless everybody in it is invented', () => {
  equal(mayRead({ confidential: 1 }, false), false)
  equal(mayRead({ confidential: 1 }, true), true)
  equal(mayRead({ confidential: 0 }, false), true)
})

test('notes are asked for after the weekend, and are late after two weeks', () => {
  const urgencies = (need: Parameters<typeof urgencyOfNote>[0]) =>
    [2, 3, 14, 15].map((days) => urgencyOfNote(need, days))
  deepEqual(urgencies('missing'), [null, 'soon', 'soon', 'now'])
  deepEqual(urgencies('draft'), [null, 'soon', 'soon', 'now'])
  deepEqual(urgencies('approve'), ['soon', 'soon', 'soon', 'now'])
  deepEqual(urgencies(null), [null, null, null, null])
})

test('notes need whatever comes next, and nothing while those who were present can still correct them', () => {
  const need = (state: Parameters<typeof needOfNote>[0]['state'], unanswered = 0, correctionsOpen = false) =>
    needOfNote({ state, unanswered, correctionsOpen })
  deepEqual([need(null), need('draft')], ['missing', 'draft'])
  deepEqual([need('sent', 0, true), need('sent', 1, true), need('sent')], [null, 'corrections', 'approve'])
  const approve = { state: 'sent', correctionsOpen: false, unanswered: 0 } as const
  deepEqual([needOfNote(approve), needOfNote({ ...approve, isOurs: true })], ['approve', null])
  deepEqual([need('approved'), need('published')], ['publish', null])
})

test('an answer that is late is for now, one that is due within two weeks for soon', () => {
  deepEqual([-1, 0, 14, 15].map(urgencyOfAnswer), ['now', 'soon', 'soon', null])
  deepEqual([0, 2].map(urgencyOfHandOver), [null, 'soon'])
})

test('an event is worth a look from 80 percent of its seats on, and more when people wait', () => {
  equal(urgencyOfFilling({ seats_taken: 79, capacity: 100, waiting: 0 }), null)
  equal(urgencyOfFilling({ seats_taken: 80, capacity: 100, waiting: 0 }), 'later')
  equal(urgencyOfFilling({ seats_taken: 100, capacity: 100, waiting: 1 }), 'soon')
})

test('few sign-ups are news in the last two weeks', () => {
  equal(urgencyOfFewSignUps(2, 20, 15), null)
  equal(urgencyOfFewSignUps(2, 20, 14), 'soon')
  equal(urgencyOfFewSignUps(2, 20, 3), 'now')
  equal(urgencyOfFewSignUps(6, 20, 3), null, '30 percent is not few')
})

test('a draft is urgent when too few days are left to come to know of it', () => {
  deepEqual([-1, 0, 14, 15, 42, 43].map(urgencyOfDraft), ['later', 'now', 'now', 'soon', 'soon', 'later'])
})

test('what nobody keeps is urgent when its day is near or has passed', () => {
  equal(urgencyOfNobodysCommitment(32), 'soon')
  equal(urgencyOfNobodysCommitment(31), 'now')
  equal(urgencyOfNobodysCommitment(-1), 'now')
})

test('a commitment is silent after 90 days, and worse when its date has passed', () => {
  equal(urgencyOfSilentCommitment(89, -5), null)
  equal(urgencyOfSilentCommitment(90, 5), 'later')
  equal(urgencyOfSilentCommitment(90, -5), 'soon')
})
