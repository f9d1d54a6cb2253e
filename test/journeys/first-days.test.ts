import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { everyAddress } from '../addresses.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin } from './coordinator.ts'
import { crawl, worthALook } from './crawl.ts'
import { troublesAt } from './look.ts'

let platform: Installation
let browsers: Browsers

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
})

after(async () => {
  await browsers.close()
  await platform.stop()
})

test('on the first day, when there is nothing yet, every page is whole and axe finds nothing', async () => {
  const { url } = platform
  const page = await browsers.visitor()
  const language = 'sv'
  const [start = ''] = /\/sv\/start\/\w+/.exec(platform.said()) ?? []
  const troubles = await troublesAt(page, { path: start, language, rules: 'all' })
  await begin(page, platform.said())
  const [session] = await page.context().cookies()
  const cookie = `${session?.name}=${session?.value}`
  const drafts = ['/sv/office/goals/1/edit', '/sv/office/goals/1/adopt']
  const walk = { url, addresses: await everyAddress(), role: 'city', cookie, from: ['/sv/office', ...drafts] }
  for (const { path } of worthALook(await crawl(walk), new Set()))
    troubles.push(...(await troublesAt(page, { path, language, rules: 'structure' })))
  deepEqual(troubles, [])
  deepEqual(browsers.complaints, [])
})
