import { test } from 'node:test'

test('a test that writes', () => console.info('hello'))
