import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { planted, shuffledWithin } from '../../../test/opinion-map/planted.ts'
import { opinionMap } from './opinion-map.ts'

test('of a hundred conversations without groups at most eight are told that they have some', () => {
  const real = planted({ groups: [25, 20], statements: 16, density: 0.6 })
  equal(opinionMap(real).verdict.kind, 'groups')
  let told = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const { kind } = opinionMap(shuffledWithin(real, seed)).verdict
    ok(kind !== 'too-few')
    if (kind === 'groups') told += 1
  }
  ok(told <= 8, `${told} of 100`)
})
