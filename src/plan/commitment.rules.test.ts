import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToBegin, refusalToCommit, refusalToUpdate, standingOf } from './commitment.rules.ts'

const plan = { starts_on: '2022-01-01', ends_on: '2026-12-31' }
const today = '2026-11-23'
const adopted = { adopted_at: '2017-05-24T10:00:00.000Z', closed_at: null }
const promise = { plan, goal: adopted, recommendation: undefined, dueOn: '2026-12-31', today }

test('something is promised under an adopted goal of the plan in force, until the plan ends at the latest', () => {
  equal(refusalToCommit(promise), null)
  equal(refusalToCommit({ ...promise, plan: undefined }), 'no-plan')
  equal(refusalToCommit({ ...promise, today: '2026-12-31' }), null)
  equal(refusalToCommit({ ...promise, today: '2027-01-01' }), 'plan-is-over')
  equal(refusalToCommit({ ...promise, goal: { adopted_at: null, closed_at: null } }), 'goal-not-adopted')
  equal(
    refusalToCommit({ ...promise, goal: { ...adopted, closed_at: '2025-01-01T00:00:00.000Z' } }),
    'goal-is-closed',
  )
  equal(refusalToCommit({ ...promise, dueOn: '2027-01-01' }), 'due-outside-plan')
  equal(refusalToCommit({ ...promise, dueOn: '2021-12-31' }), 'due-outside-plan')
})

test('a recommendation becomes one commitment in a plan, once it has been handed over', () => {
  const recommendation = { handed_over_on: '2026-11-01', isAccepted: true, isInPlan: false }
  equal(refusalToBegin({ plan, recommendation, today }), null)
  equal(
    refusalToBegin({ plan, recommendation: { ...recommendation, handed_over_on: null }, today }),
    'not-handed-over',
  )
  equal(
    refusalToBegin({ plan, recommendation: { ...recommendation, isInPlan: true }, today }),
    'already-a-commitment',
  )
  equal(
    refusalToBegin({ plan, recommendation: { ...recommendation, isAccepted: false }, today }),
    'not-accepted',
  )
  equal(
    refusalToCommit({ ...promise, recommendation: { ...recommendation, isInPlan: true } }),
    'already-a-commitment',
  )
})

test('each party says how its own commitments go, and either does so for those of both', () => {
  const update = { isTakenOut: false, state: 'under-way', said: {}, hasEvidence: true } as const
  equal(refusalToUpdate({ ...update, partyId: 'city', owningPartyIds: ['city'] }), null)
  equal(refusalToUpdate({ ...update, partyId: 'civil', owningPartyIds: ['city'] }), 'other-partys-commitment')
  equal(refusalToUpdate({ ...update, partyId: 'civil', owningPartyIds: ['city', 'civil'] }), null)
  equal(refusalToUpdate({ ...update, partyId: 'city', owningPartyIds: [] }), null)
  equal(refusalToUpdate({ ...update, partyId: undefined, owningPartyIds: [] }), 'other-partys-commitment')
  equal(
    refusalToUpdate({ ...update, isTakenOut: true, partyId: 'city', owningPartyIds: ['city'] }),
    'taken-out',
  )
})

test('a commitment is not stopped without a reason that everybody can read', () => {
  const mine = { isTakenOut: false, partyId: 'city', owningPartyIds: ['city'], hasEvidence: true }
  equal(refusalToUpdate({ ...mine, state: 'stopped', said: {} }), 'stopped-needs-a-reason')
  equal(refusalToUpdate({ ...mine, state: 'stopped', said: { es: 'Falta dinero.' } }), null)
  equal(refusalToUpdate({ ...mine, state: 'done', said: {} }), null)
  equal(refusalToUpdate({ ...mine, state: 'done', said: {}, hasEvidence: false }), 'done-needs-evidence')
  equal(refusalToUpdate({ ...mine, state: 'under-way', said: {}, hasEvidence: false }), null)
})

test('an open commitment is late from the day after it was due', () => {
  equal(standingOf('under-way', '2026-11-23', today), 'under-way')
  equal(standingOf('under-way', '2026-11-22', today), 'late')
  equal(standingOf('not-started', '2026-11-22', today), 'late')
  equal(standingOf('done', '2026-11-22', today), 'done')
  equal(standingOf('stopped', '2026-11-22', today), 'stopped')
})
