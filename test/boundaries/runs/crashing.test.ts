import { test } from 'node:test'

test('a test before the crash', () => undefined)
setTimeout(() => process.exit(3), 10)
