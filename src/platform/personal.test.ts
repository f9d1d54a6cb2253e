import { equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshWorld, type World } from '../../test/world.ts'
import { isPersonal } from './personal.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

test('pages behind a personal link are kept by nobody and found by no search engine', async () => {
  const visitor = await world.visitor()
  for (const path of ['/sv/sign-ups/sometoken', '/sv/sign-in', '/en/news/unsubscribe/sometoken']) {
    const { headers } = await visitor.open(path)
    equal(headers.get('cache-control'), 'private, no-store', path)
    equal(headers.get('x-robots-tag'), 'noindex', path)
  }
  const { headers } = await visitor.open('/sv/calendar')
  equal(headers.get('cache-control'), 'no-cache')
  equal(headers.get('x-robots-tag'), null)
})

test('an address is personal by its first words alone', () => {
  for (const path of [
    '/sign-ups/x',
    '/office',
    '/office/events',
    '/news/follow?series=x',
    '/network/join/mine/x',
  ])
    equal(isPersonal(path), true, path)
  for (const path of ['/', '/news', '/news/follow-us-on-foot', '/events/office', '/network/join'])
    equal(isPersonal(path), false, path)
})

test('a slash too many leads to the page, and never to another site', async () => {
  const visitor = await world.visitor()
  for (const path of ['/sv/', '/sv/calendar/', '/calendar/'])
    equal((await visitor.open(path)).status, 200, path)
  equal((await visitor.open('//evil.example/')).status, 404)
})
