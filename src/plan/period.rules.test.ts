import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { endsAfterItBegins, slugOf } from './period.rules.ts'

const period = (starts_on: string, ends_on: string) => ({ starts_on, ends_on })
const old = period('2022-01-01', '2026-12-31')

test('a plan ends after it begins', () => {
  equal(endsAfterItBegins(old), true)
  equal(endsAfterItBegins(period('2027-01-01', '2027-01-01')), false)
  equal(endsAfterItBegins(period('2027-01-02', '2027-01-01')), false)
})

test('two plans within the same years have an address each', () => {
  equal(slugOf(old, []), '2022-2026')
  const spring = period('2027-01-01', '2027-05-31')
  equal(slugOf(spring, ['2027-2027']), '2027-01-01-2027-05-31')
})
