import { after, test } from 'node:test'

test('a test', () => undefined)
after(() => {
  throw new Error('on purpose')
})
