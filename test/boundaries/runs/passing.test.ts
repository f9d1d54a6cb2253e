import { describe, test } from 'node:test'

test('a test', () => undefined)
test.skip('a test left out', () => undefined)
describe('some', () => test('another', () => undefined))
