import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { carriers, type CarryAnswer, fateOf, refusalToAnswer, refusalToEnd } from './asking/carry.rules.ts'
import {
  refusalToAnswerComments,
  refusalToComment,
  refusalToConfirm,
  refusalToJudge,
  refusalToOpen,
  roundState,
} from './consultation/consultation.rules.ts'
import { noticedIn } from './consultation/noticed.rules.ts'
import { refusalToGather } from './gathering/gather.rules.ts'
import { type Facts, obstacles, pathOf, refusalToBegin, refusalToPropose } from './successor.rules.ts'

const city = { id: 'city', kind: 'party' } as const
const club = { id: 'club', kind: 'organisation' } as const
const said = (owner_id: string, answer: CarryAnswer) => ({ owner_id, answer })

test('a commitment goes on with those who carry it on, ends when all say so, and silence is no answer', () => {
  const ask = (answers: ReturnType<typeof said>[], endedBy: string[] = [], isFinished = false) =>
    fateOf({ isFinished, owners: [city, club], answers, endedBy, joined: ['city', 'civil'] })
  equal(ask([]), 'unanswered')
  equal(ask([said('city', 'continue')]), 'unanswered')
  equal(ask([said('city', 'continue'), said('club', 'continue')]), 'continue')
  equal(ask([said('city', 'continue'), said('club', 'change')]), 'change')
  equal(ask([said('city', 'continue'), said('club', 'end')]), 'change')
  equal(ask([said('city', 'end'), said('club', 'end')]), 'end')
  equal(ask([], ['city']), 'unanswered')
  equal(ask([said('city', 'continue')], ['city', 'civil']), 'end')
  equal(ask([], [], true), 'finished')
  equal(fateOf({ isFinished: false, owners: [], answers: [], endedBy: [], joined: [] }), 'unanswered')
  deepEqual(carriers([city, club], [said('city', 'continue'), said('club', 'end')]), [city])
})

test('each owner answers for itself, with words unless it goes on as it is, while the plan is being made', () => {
  const ask = (given: Partial<Parameters<typeof refusalToAnswer>[0]>) =>
    refusalToAnswer({
      ...{
        owners: [city],
        ownerId: 'city',
        answer: 'continue',
        reason: {},
        isFinished: false,
        state: 'making',
      },
      ...given,
    })
  equal(ask({}), null)
  equal(ask({ ownerId: 'civil' }), 'not-yours')
  equal(ask({ isFinished: true }), 'finished')
  equal(ask({ answer: 'end' }), 'needs-words')
  equal(ask({ answer: 'end', reason: { sv: 'Klart.' } }), null)
  equal(ask({ state: 'proposed' }), 'proposed')
  equal(ask({ state: 'adopted', ownerId: 'civil' }), 'adopted')
  const end = { fate: 'unanswered', state: 'making', endedBy: [], partyId: 'city' } as const
  equal(refusalToEnd(end), null)
  equal(refusalToEnd({ ...end, fate: 'continue' }), 'all-answered')
  equal(refusalToEnd({ ...end, endedBy: ['city'] }), 'said-already')
  equal(refusalToEnd({ ...end, fate: 'finished' }), 'finished')
})

test('nothing that somebody gave is laid aside without a reason', () => {
  const ask = { state: 'making', outcome: 'laid-aside', reason: {}, before: null } as const
  equal(refusalToGather(ask), 'needs-a-reason')
  equal(refusalToGather({ ...ask, reason: { sv: 'Ryms redan.' } }), null)
  equal(refusalToGather({ ...ask, outcome: 'words' }), null)
  equal(refusalToGather({ ...ask, outcome: 'words', before: 'commitment' }), 'decided-already')
  equal(refusalToGather({ ...ask, state: 'proposed' }), 'proposed')
})

const round = { opens_at: '2026-11-02T08:00:00.000Z', closes_at: '2026-11-30T23:00:00.000Z' }

test('everybody comments while the round is open, and it lasts three weeks and is never cut short', () => {
  equal(roundState({ opens_at: null, closes_at: null }, '2026-11-01T00:00:00.000Z'), 'planned')
  equal(roundState(round, '2026-11-02T08:00:00.000Z'), 'open')
  equal(roundState(round, '2026-11-30T23:00:00.000Z'), 'closed')
  equal(refusalToComment(round, true, '2026-11-01T00:00:00.000Z'), 'not-open')
  equal(refusalToComment(round, true, '2026-12-01T00:00:00.000Z'), 'closed')
  equal(refusalToComment(round, false, '2026-11-10T00:00:00.000Z'), 'part-gone')
  equal(refusalToComment(round, true, '2026-11-10T00:00:00.000Z'), null)
  equal(refusalToConfirm('2026-11-30T22:00:00.000Z', false, '2026-12-07T21:00:00.000Z'), null)
  equal(refusalToConfirm('2026-11-30T22:00:00.000Z', false, '2026-12-07T23:00:00.000Z'), 'too-late')
  equal(refusalToConfirm('2026-11-30T22:00:00.000Z', true, '2026-12-01T21:00:00.000Z'), 'adopted')
  const open = {
    before: { last_day: null },
    lastDay: '2026-11-22',
    today: '2026-11-02',
    parts: 1,
    state: 'making',
  } as const
  equal(refusalToOpen(open), null)
  equal(refusalToOpen({ ...open, lastDay: '2026-11-21' }), 'round-too-short')
  equal(refusalToOpen({ ...open, parts: 0 }), 'nothing-to-comment')
  equal(refusalToOpen({ ...open, before: { last_day: '2026-11-23' } }), 'never-shorter')
  equal(refusalToOpen({ ...open, before: { last_day: '2026-11-22' }, lastDay: '2026-12-24' }), null)
  equal(refusalToOpen({ ...open, state: 'proposed' }), 'proposed')
})

test('a comment is read before it shows, and answered once', () => {
  const ask = { do: 'show', noticed: null, isAnswered: false } as const
  equal(refusalToJudge(ask), null)
  equal(refusalToJudge({ ...ask, noticed: 'threat' }), null)
  equal(refusalToJudge({ ...ask, noticed: 'personal-number' }), 'personal-number')
  equal(refusalToJudge({ ...ask, do: 'hold-back', noticed: 'personal-number' }), null)
  equal(refusalToJudge({ ...ask, isAnswered: true }), 'answered-already')
  equal(refusalToAnswerComments([]), 'none-chosen')
  equal(refusalToAnswerComments([{ state: 'waiting', answer_id: null }]), 'not-shown')
  equal(refusalToAnswerComments([{ state: 'shown', answer_id: 'a' }]), 'answered-already')
  equal(refusalToAnswerComments([{ state: 'shown', answer_id: null }]), null)
})

test('personal numbers and threats are noticed, in three languages; dates and telephone numbers are not', () => {
  // Numbers that the tax agency gives out for tests.
  for (const text of ['Jag är 19900118-9811', 'nr 9001189811.', '189001189811 900118+9811'])
    equal(noticedIn(text), 'personal-number', text)
  for (const text of ['Ring 040-123 45 67', '2026-11-26', '900118-9812', 'STK-2021-567', '1234567890123456'])
    equal(noticedIn(text), null, text)
  for (const text of ['Jag vet var du bor', 'I will come and kill you', 'te voy a matar'])
    equal(noticedIn(text), 'threat', text)
  for (const text of ['Projektet dödades av budgeten', 'Shoot a film about it', 'matar el tiempo'])
    equal(noticedIn(text), null, text)
})

const ready: Facts = {
  nobodys: 0,
  ...{ asked: 3, unanswered: 0, toGather: 0, paragraphs: 2, commitments: 2, missingFromDraft: 0 },
  ...{ round: 'closed', toRead: 0, toAnswer: 0, revision: null, isAdopted: false },
}

test('the parties are asked when everybody else has been heard, and nothing has been lost on the way', () => {
  equal(refusalToPropose(ready), null)
  for (const [given, refusal] of [
    [{ isAdopted: true }, 'adopted'],
    [{ revision: 'proposed' }, 'proposed-already'],
    [{ unanswered: 1 }, 'unanswered'],
    [{ toGather: 1 }, 'to-gather'],
    [{ paragraphs: 0 }, 'no-words'],
    [{ commitments: 0 }, 'no-commitments'],
    [{ missingFromDraft: 1 }, 'missing-from-draft'],
    [{ round: 'planned' }, 'not-consulted'],
    [{ round: 'open' }, 'round-open'],
    [{ toRead: 1 }, 'to-read'],
    [{ nobodys: 1 }, 'nobodys'],
    [{ toAnswer: 1 }, 'to-answer'],
  ] as const)
    equal(refusalToPropose({ ...ready, ...given }), refusal)
  equal(refusalToPropose({ ...ready, revision: 'refused' }), null)
  equal(obstacles({ ...ready, unanswered: 1, toRead: 1 }).length, 2)
})

test('the path says what is done, what somebody has to do, and what comes later', () => {
  const states = (given: Partial<Facts>) => pathOf({ ...ready, ...given }).map(({ state }) => state[0])
  const start = { unanswered: 3, toGather: 2, paragraphs: 0, commitments: 0, round: 'planned' } as const
  deepEqual(states(start), ['d', 'n', 'n', 'n', 'l', 'l', 'l'])
  deepEqual(states({ ...start, paragraphs: 1, commitments: 1 }), ['d', 'n', 'n', 'n', 'n', 'l', 'l'])
  const heard = { round: 'open', toAnswer: 1 } as const
  deepEqual(states(heard), ['d', 'd', 'd', 'n', 'n', 'l', 'l'], 'what is said may still change the draft')
  deepEqual(states({}), ['d', 'd', 'd', 'd', 'd', 'n', 'l'])
  deepEqual(states({ isAdopted: true }), ['d', 'd', 'd', 'd', 'd', 'd', 'd'])
})

test('one plan is made at a time, after all others and beside none', () => {
  const old = { starts_on: '2022-01-01', ends_on: '2026-12-31', adopted_on: '2022-01-01' }
  const next = { starts_on: '2027-01-01', ends_on: '2031-12-31' }
  equal(refusalToBegin(next, [old]), null)
  equal(refusalToBegin(next, [old, { ...next, adopted_on: null }]), 'in-the-making')
  for (const [starts_on, ends_on] of [
    ['2026-12-31', '2031-12-31'],
    ['2020-01-01', '2022-01-01'],
    ['2020-01-01', '2030-12-31'],
    ['2023-01-01', '2023-12-31'],
  ] as const)
    equal(refusalToBegin({ starts_on, ends_on }, [old]), 'overlaps-another-plan', starts_on)
  equal(refusalToBegin({ starts_on: '2017-01-01', ends_on: '2021-12-31' }, [old]), 'not-after-the-last')
})
