import { deepEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Address, everyAddress } from '../addresses.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { crawl, type Sight, worthALook } from './crawl.ts'
import { troublesAt } from './look.ts'
import { troublesIn } from './served.ts'
import { networkPages } from './network-pages.ts'
import { behindForms, cookieOf, type Role } from './sample-pages.ts'

// Not linked to, since there is nothing to do there in the sample year; somebody may still come by an old address.
const beginnings: Record<Role, string[]> = {
  visitor: ['/sv/plan/on/2026-06-01'],
  city: ['/sv/office', '/sv/office/jobs', '/sv/office/goals/1/edit', '/sv/office/goals/1/adopt'],
  organiser: ['/sv/office'],
}
const roles = ['visitor', 'city', 'organiser'] as const

let platform: Installation
let browsers: Browsers
let addresses: Address[]
const sights: Sight<Role>[] = []

before(async () => {
  addresses = await everyAddress()
  platform = await install({ sample: true })
  const { url } = platform
  browsers = await openBrowsers(url)
  const known = new Set<string>()
  for (const role of roles) {
    const cookie = await cookieOf(platform, role)
    const seen = await crawl({ url, addresses, role, cookie, from: beginnings[role] })
    sights.push(
      ...worthALook(seen, known)
        .map((one) => ({ ...one, role }))
        .filter(isNew),
    )
  }
  sights.push(...[...(await behindForms(platform)), ...networkPages(platform.file)].filter(isNew))
})

after(async () => {
  await browsers.close()
  await platform.stop()
})

// What somebody sees who is signed in is looked at where it is made for her; the rest is the same page for everybody.
function isNew({ role, pattern }: Sight): boolean {
  const own = { visitor: /./, city: /^\/(office|account|events\/:slug$)/, organiser: /^\/office(\/events)?$/ }
  return own[role as Role].test(pattern) || !sights.some((one) => one.pattern === pattern)
}

/** Addresses at which there is no page of the sample year to look at, and why. */
const withoutSight: Record<string, string> = {
  '/health': 'for machines',
  '/assets/*': 'files',
  '/office/events/:id/door/list': 'for devices at the door',
  '/door/:token/list': 'for devices at the door',
  '/wall/:token/stream': 'a stream',
  '/sign-ups/:token/code.svg': 'a picture',
  '/applications/:token/certificate.pdf': 'a file',
  '/ideas/:number/file': 'a file',
  '/ideas/mine/:token/file': 'a file',
  '/partners/pledges/:token/agreement': 'a file',
  '/office/pledges/:number/agreement': 'a file',
  '/office/ideas/:number/file': 'a file',
  '/office/events/:id/dialogue/:dialogue/export/:file': 'a file',
  '/materials/:material': 'leads to a file, or to another site',
  '/materials/:material/:name': 'a file',
  '/pictures/:file{[0-9a-f-]+\\.webp}': 'a file',
  '/table/:token/photos/:photo': 'a file',
  '/office/events/:id/table-notes/photos/:photo': 'a file',
  '/office/events/:id/seating/working': 'leads on at once where nothing is being worked out',
  '/agreement/confirm/:token': 'behind a form or a mailed link; agreement.test.ts goes there',
  '/agreement/join/sent': 'behind a form or a mailed link; agreement.test.ts goes there',
  '/plan/next/asked': 'behind a form or a mailed link; next-plan.test.ts goes there',
  '/plan/next/mine/:token': 'behind a form or a mailed link; next-plan.test.ts goes there',
  '/plan/next/answer/:token': 'behind a form or a mailed link; next-plan.test.ts goes there',
  '/office/next-plan/begin': 'behind a form or a mailed link; next-plan.test.ts goes there',
  '/steering-group/mine/:token': 'behind a form or a mailed link; steering-group.test.ts goes there',
  '/steering-group/nominations/:call/asked':
    'behind a form or a mailed link; steering-group.test.ts goes there',
  '/nominations/:token': 'behind a form or a mailed link; steering-group.test.ts goes there',
  '/nominated/:token': 'behind a form or a mailed link; steering-group.test.ts goes there',
  '/office/steering-group/calls/:call/edit':
    'behind a form or a mailed link; steering-group.test.ts goes there',
  '/office/steering-group/calls/:call/recommend':
    'behind a form or a mailed link; steering-group.test.ts goes there',
  '/office/steering-group/calls/:call/elect':
    'behind a form or a mailed link; steering-group.test.ts goes there',
  '/steering-group/mine/:token/meetings/:meeting':
    'behind a form or a mailed link; steering-group.test.ts goes there',
  '/plan/agreement/versions/:number/original/:id': 'a file',
  '/office/parties/substitutes/:id/end':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/agreement/versions/:number/edit':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/next-plan/commitments/ask':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/steering-group/meetings/:meeting/items/:item':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/steering-group/meetings/:meeting/decisions':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/steering-group/meetings/:meeting/minutes':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/office/steering-group/meetings/:meeting/corrections/:correction':
    'where a form is sent to; nothing leads there by a link in the sample year',
  '/focus-areas/:year/asked': 'behind a form or a mailed link; focus-areas.test.ts goes there',
  '/focus-areas/confirm/:token': 'behind a form or a mailed link; focus-areas.test.ts goes there',
  '/thread/following/asked': 'behind a form or a mailed link; focus-areas.test.ts goes there',
  '/thread/following/ended': 'behind a form or a mailed link; focus-areas.test.ts goes there',
  '/thread/following/:token': 'behind a form or a mailed link; focus-areas.test.ts goes there',
  '/network/needs/mine/suggestions/:id':
    'the same page as by the link in a mail; nothing is suggested to whom these roles act for',
  '/plan/on': 'leads on at once to a day',
  '/office/recommendations/:id/commitment':
    'when a receiver has said yes and nothing is promised yet; late-answer.test.ts goes there',
  '/office/ideas/:number/make': 'where a form is sent to; by itself it leads back to the idea',
  '/office/events/:id/recommendations/:recommendation/edit':
    'until both parties have approved, and in the sample year they have',
  '/office/events/:id/recommendations/:recommendation/remove':
    'until both parties have approved, and in the sample year they have',
  '/start/:token': 'a real installation has it, once; first-days.test.ts looks at it',
}

// What these end with is a file, not a page.
const file = /\.(csv|json|atom|ics)$/

test('every address with a page is looked at', () => {
  const known = new Set(sights.map(({ pattern }) => pattern))
  const pages = addresses.filter(
    ({ method, pattern }) => method === 'GET' && !withoutSight[pattern] && !file.test(pattern),
  )
  const missing = pages.map(({ pattern }) => pattern).filter((pattern) => !known.has(pattern))
  deepEqual(missing, [])
  ok(sights.length > 50)
})

// The other languages differ in words alone, so one page of each kind will do for them.
const firstOfEach = (): Sight<Role>[] =>
  sights.filter(
    ({ role, pattern }, index) =>
      sights.findIndex((one) => one.role === role && one.pattern === pattern) === index,
  )

// Spanish has the longest words.
for (const [language, rules] of [
  ['sv', 'all'],
  ['es', 'words'],
] as const) {
  test(`axe finds nothing, and nothing sticks out on a narrow screen, on any page in ${language}`, async () => {
    const troubles: string[] = []
    const waiting = rules === 'all' ? [...sights] : firstOfEach()
    const lookAtAll = async (): Promise<void> => {
      const pages = await pagesOf(language)
      for (let sight = waiting.shift(); sight; sight = waiting.shift()) {
        const { role } = sight
        const path = sight.path.replace('/sv', `/${language}`)
        const found = await troublesAt(pages[role], { path, language, rules })
        troubles.push(...found.map((line) => `as ${role}, ${line}`))
      }
    }
    // Two at a time: the machine that checks every change has two cores.
    await Promise.all([lookAtAll(), lookAtAll()])
    deepEqual(troubles, [])
  })
}

test('every page is whole in English too, and everything on it has a name', async () => {
  const troubles: string[] = []
  const cookies = {
    visitor: '',
    city: await cookieOf(platform, 'city'),
    organiser: await cookieOf(platform, 'organiser'),
  }
  for (const { role, path: swedish } of firstOfEach()) {
    const path = swedish.replace('/sv', '/en')
    const answer = await fetch(`${platform.url}${path}`, {
      headers: { cookie: cookies[role] },
    })
    const found = answer.ok ? troublesIn(await answer.text(), 'en') : [`it answers ${answer.status}`]
    troubles.push(...found.map((line) => `as ${role}, ${path}: ${line}`))
  }
  deepEqual(troubles, [])
})

async function pagesOf(language: Language): Promise<Record<Role, Page>> {
  const pages = { visitor: await browsers.visitor({ language }) } as Record<Role, Page>
  for (const role of roles.slice(1)) {
    const [name = '', value = ''] = (await cookieOf(platform, role)).split('=')
    pages[role] = await browsers.visitor({ language })
    await pages[role].context().addCookies([{ name, value, url: platform.url }])
  }
  return pages
}

test('a page that is not there says so in a page that is whole', async () => {
  const page = await browsers.visitor()
  for (const path of [
    '/sv/nothing',
    '/sv/events/nothing',
    '/sv/sign-ups/nothing',
    '/sv/news/confirm/nothing',
  ])
    deepEqual(await troublesAt(page, { path, language: 'sv', rules: 'all', status: 404 }), [])
})

test('no page asks another site for anything, or complains in the console', () => {
  deepEqual(browsers.complaints, [])
})

test('these checks find what is planted', async () => {
  const page = await browsers.visitor()
  const bad = '<html lang="sv"><h1>a</h1><h1>b</h1><img src="x"><p style="width:400px;color:#ccc">grey</p>'
  await page.route('**/planted', (route) =>
    route.fulfill({ contentType: 'text/html', body: `${bad}<main></main>` }),
  )
  const found = (await troublesAt(page, { path: '/planted', language: 'sv', rules: 'all' })).join('\n')
  for (const what of ['image-alt', 'color-contrast', '2 first headings', 'no title', 'pixels wide', 'dark'])
    ok(found.includes(what), `${what} is not found: ${found}`)
  const served = troublesIn(
    `${bad}<a href="/"> </a><nav aria-label="a"></nav><nav aria-label="a"></nav>`,
    'en',
  )
  for (const what of [
    'its language is sv',
    '2 first',
    'no title',
    'img has no name',
    'a has no name',
    'two nav',
  ])
    ok(served.join('\n').includes(what), `${what} is not found: ${served.join('\n')}`)
})
