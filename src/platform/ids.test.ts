import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { newId, newToken } from './ids.ts'

test('ids sort by when they were made, within one millisecond too, and none is made twice', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  ok(ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id))
  match(ids[0] ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('secrets have no letters that are taken for each other, every other letter is as likely, and none comes twice', () => {
  const tokens = Array.from({ length: 5000 }, newToken)
  equal(new Set(tokens).size, tokens.length)
  const counts = new Map<string, number>()
  for (const letter of tokens.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  equal([...counts.keys()].sort().join(''), '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz')
  // 200 000 letters of 57 kinds: some 3 509 of each, give or take 59; six times that is never seen by chance.
  for (const count of counts.values()) ok(Math.abs(count - 3509) < 354, `${count}`)
})
