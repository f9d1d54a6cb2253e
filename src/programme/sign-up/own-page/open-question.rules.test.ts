import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { openQuestion } from './open-question.rules.ts'

type One = Parameters<typeof openQuestion>[0]

const now = '2026-11-23T11:00:00.000Z'
const one = (given: Partial<One> = {}): One => ({
  ...{ id: 'a', email: 'a@example.org', state: 'seat', confirmed_at: now, ended_because: null },
  ...given,
})
const gone = (ended_because: One['ended_because'], confirmed_at: One['confirmed_at'] = now) =>
  one({ state: 'cancelled', ended_because, confirmed_at })
const along = (given: Partial<One>) => one({ id: 'b', email: null, ...given })

const cases: [string, One, One[], ReturnType<typeof openQuestion>][] = [
  ['a seat asks nothing', one(), [], null],
  ['who waits and is known is asked nothing', one({ state: 'waiting' }), [], null],
  ['a held seat', one({ state: 'held', confirmed_at: null }), [], 'confirm'],
  ['a stranger who waits', one({ state: 'waiting', confirmed_at: null }), [], 'confirm-waiting'],
  ['an offer', one({ state: 'offered' }), [], 'accept'],
  ['an offer for a companion without an address', one(), [along({ state: 'offered' })], 'accept'],
  [
    'the same while the own place is in the queue',
    one({ state: 'waiting' }),
    [along({ state: 'offered' })],
    'accept',
  ],
  [
    'an offer for a companion who answers alone',
    one(),
    [along({ state: 'offered', email: 'b@example.org' })],
    null,
  ],
  ['too late to confirm', gone('not-confirmed', null), [], 'again'],
  ['given back', gone('given-back'), [along({})], null],
  [
    'given back before anybody was known',
    gone('given-back', null),
    [along({ state: 'held', confirmed_at: null })],
    'confirm-others',
  ],
  [
    'the same where nobody else comes',
    gone('given-back', null),
    [along({ state: 'cancelled', confirmed_at: null })],
    null,
  ],
]
for (const [name, signUp, companions, question] of cases)
  test(name, () => equal(openQuestion(signUp, companions), question))
