import { equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './security.ts'

const of = (peer: string, forwarded?: string, trustedProxies = 0): string =>
  networkOf({ peer, forwarded, trustedProxies })

test('what a visitor writes into X-Forwarded-For is not believed', () => {
  equal(of('1.1.1.1', '9.9.9.9'), of('1.1.1.1'))
  equal(of('127.0.0.1', '9.9.9.9, 1.1.1.1', 1), of('1.1.1.1'))
  equal(of('127.0.0.1', '9.9.9.9, 1.1.1.1, 10.0.0.1', 2), of('1.1.1.1'))
  equal(of('1.1.1.1', undefined, 1), of('1.1.1.1'))
})

test('one household is one network, also with IPv6', () => {
  equal(of('2001:db8:1:2:aaaa::1'), of('2001:db8:1:2:bbbb:1:2:3'))
  notEqual(of('2001:db8:1:2::1'), of('2001:db8:1:3::1'))
  equal(of('::ffff:1.1.1.1'), of('1.1.1.1'))
})
