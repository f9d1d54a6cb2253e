import { describe, test } from 'node:test'

describe('a runner that waits by itself', () => {
  test('needs no await', async () => {
    await Promise.resolve()
  })
})
