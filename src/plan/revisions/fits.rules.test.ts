import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, CommitmentWords, NewCommitmentWords, PlanWords } from './change.ts'
import { type Facts, type Misfit, misfitOf, touch } from './fits.rules.ts'

const words: CommitmentWords = {
  ...{ title: { sv: 'T', en: 'T' }, what: {}, measure: { sv: 'M' }, due_on: '2026-12-20' },
  owners: [{ party: 'city' }],
}
const other: CommitmentWords = { ...words, title: { sv: 'Annat' } }
const fresh: NewCommitmentWords = { ...words, goal_id: 'goal', recommendation_id: null, carried_from: null }
const adopted = '2017-05-24T10:00:00.000Z'

const facts: Facts = {
  kind: 'change',
  plan: { starts_on: '2022-01-01', ends_on: '2026-12-31', adopted_on: '2022-01-01' },
  parties: ['city', 'civil'],
  ended: new Set(['club']),
  goals: new Map([
    ['goal', { adopted_at: adopted, closed_at: null }],
    ['draft', { adopted_at: null, closed_at: null }],
    ['closed', { adopted_at: adopted, closed_at: adopted }],
  ]),
  recommendations: new Map([
    ['handed', { handed_over_on: '2026-10-01', isInPlan: false }],
    ['kept', { handed_over_on: null, isInPlan: false }],
    ['taken', { handed_over_on: '2026-10-01', isInPlan: true }],
  ]),
  carried: new Set(['earlier']),
  commitments: new Map([
    ['one', { isInPlan: true, isRemoved: false, words }],
    ['out', { isInPlan: true, isRemoved: true, words }],
    ['elsewhere', { isInPlan: false, isRemoved: false, words }],
  ]),
  today: '2026-11-23',
}

const at = { id: 'c', position: 1 }
const add = (given: Partial<NewCommitmentWords> = {}, id = 'new'): Change => ({
  ...{ ...at, kind: 'add-commitment', commitment_id: id },
  after: { ...fresh, ...given },
})
const change = (after = other, id = 'one', before = words): Change => ({
  ...{ ...at, kind: 'change-commitment', commitment_id: id, before, after },
})
const remove = (id = 'one', before = words): Change => ({
  ...{ ...at, kind: 'remove-commitment', commitment_id: id, before },
})
const plan: PlanWords = { title: { sv: 'P' }, lead: {}, about: {} }
const planWords = (after: PlanWords = { ...plan, lead: { sv: 'L' } }): Change => ({
  ...{ ...at, kind: 'plan-words', before: plan, after },
})
const area = { title: { sv: 'A' }, about: {}, proposal_id: null }
const areas = (year = 2026, titles = [area]): Change => ({
  ...{ ...at, kind: 'focus-areas', before: { year, areas: [] }, after: { year, areas: titles } },
})
const inMaking: Partial<Facts> = { plan: { ...facts.plan, adopted_on: null } }

const cases: [what: string, Change[], Misfit | null, Partial<Facts>?][] = [
  ['nothing', [], 'nothing-in-it'],
  ['a new commitment', [add()], null],
  ['the same commitment twice', [change(), remove()], 'same-thing-twice'],
  [
    'one recommendation twice',
    [add({ recommendation_id: 'handed' }), add({ recommendation_id: 'handed' }, 'b')],
    'same-thing-twice',
  ],
  ['two years’ focus areas', [areas(), areas(2027)], null],
  ['one year’s focus areas twice', [areas(), areas()], 'same-thing-twice'],
  ['something in a plan that is over', [add()], 'plan-is-over', { today: '2027-01-01' }],
  ['something on the plan’s last day', [add()], null, { today: '2026-12-31' }],
  ['a change of a plan in the making', [add()], 'plan-not-in-force', inMaking],
  ['a plan in the making', [add()], null, { ...inMaking, kind: 'adoption' }],
  ['a plan in force, once more', [add()], 'plan-in-force-already', { kind: 'adoption' }],
  ['an unknown goal', [add({ goal_id: 'nobody’s' })], 'goal-not-adopted'],
  ['a goal that is a draft', [add({ goal_id: 'draft' })], 'goal-not-adopted'],
  ['a goal that is closed', [add({ goal_id: 'closed' })], 'goal-is-closed'],
  ['a day before the plan', [add({ due_on: '2021-12-31' })], 'due-outside-plan'],
  ['a day after the plan', [change({ ...words, due_on: '2027-01-01' })], 'due-outside-plan'],
  ['a recommendation', [add({ recommendation_id: 'handed' })], null],
  ['a recommendation that nobody has received', [add({ recommendation_id: 'kept' })], 'not-handed-over'],
  ['an unknown recommendation', [add({ recommendation_id: 'x' })], 'not-handed-over'],
  ['a recommendation that is in the plan', [add({ recommendation_id: 'taken' })], 'already-a-commitment'],
  ['an id that is in the plan', [add({}, 'one')], 'already-a-commitment'],
  ['what another carries on', [add({ carried_from: 'earlier' })], 'carried-on-already'],
  ['other words', [change()], null],
  ['a commitment of another plan', [change(other, 'elsewhere')], 'not-in-the-plan'],
  ['an unknown commitment', [remove('x')], 'not-in-the-plan'],
  ['one that was taken out', [remove('out')], 'taken-out-already'],
  ['words for one that was taken out', [change(other, 'out')], 'taken-out-already'],
  [
    'one compared with other words',
    [change(other, 'one', { ...words, due_on: '2026-12-01' })],
    'stood-otherwise',
  ],
  ['one to take out, compared with other words', [remove('one', other)], 'stood-otherwise'],
  ['the same words in another order', [change({ ...words, title: { en: 'T', sv: 'T' } })], 'nothing-changed'],
  ['a commitment that is nobody’s', [change({ ...words, owners: [] })], 'owner-missing'],
  [
    'a promise for a party that has left',
    [add({ owners: [{ party: 'civil' }] })],
    'owner-has-left',
    { parties: ['city'] },
  ],
  [
    'a promise of an organisation that is dissolved',
    [add({ owners: [{ organisation: 'club' }] })],
    'nobody-to-keep-it',
  ],
  [
    'other words for what only a dissolved organisation has promised',
    [change({ ...other, owners: [{ organisation: 'club' }] })],
    'nobody-to-keep-it',
  ],
  [
    'a promise of a dissolved organisation and one that is there',
    [add({ owners: [{ organisation: 'club' }, { organisation: 'choir' }] })],
    null,
  ],
  [
    'a promise of a dissolved organisation and a party',
    [add({ owners: [{ party: 'city' }, { organisation: 'club' }] })],
    null,
  ],
  ['other words for the plan', [planWords()], null],
  ['the plan’s own words', [planWords(plan)], 'nothing-changed'],
  ['no focus areas, where there are none', [areas(2026, [])], 'nothing-changed'],
]
for (const [what, changes, misfit, given] of cases)
  test(`a revision with ${what}: ${misfit ?? 'fits'}`, () => {
    equal(misfitOf(changes, { ...facts, ...given }), misfit)
  })

test('two revisions touch when both lay a hand on the same thing', () => {
  equal(touch([change()], [remove()]), true)
  equal(touch([change()], [remove('out')]), false)
  equal(touch([add()], [add({}, 'b')]), false)
  equal(touch([add({ carried_from: 'x' })], [add({ carried_from: 'x' }, 'b')]), true)
  equal(touch([planWords()], [planWords()]), true)
  equal(touch([areas()], [areas(2027), change()]), false)
})
