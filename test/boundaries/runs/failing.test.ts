import { test } from 'node:test'

test('a test that fails', () => {
  throw new Error('on purpose')
})
