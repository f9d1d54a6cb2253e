import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const [sv, en] = [wordsFor('sv'), wordsFor('en')]
const company = 'Kontorsgården Fyren'
const narrow = 320

test('a company pledges a venue, the office follows it to the thanks, and it stands in the public list', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const giver = await browsers.visitor({ language: 'en', script: false, width: 360 })
    const looker = await browsers.visitor({ language: 'es' })
    const office = await browsers.visitor({ width: 1280 })
    await signIn(office, platform)
    const own = await pledge(giver, platform)
    await isGood(looker, own)

    await office.goto('/sv/office')
    await follow(office, sv('office.place.pledges'))
    await looksGood(office)
    await follow(office, 'Our auditorium')
    await looksGood(office)
    await step(office, 'talk', 'Welcome! Can we meet on Thursday?')
    await attach(office)
    await step(office, 'agreed')
    await looksGood(office)
    await give(office)
    await step(office, 'thanked', 'Thank you: 140 people met in your auditorium.')

    equal((await platform.letters.next('fyren@example.org')).subject.includes('talk'), true)
    await giver.goto(own)
    await sees(giver, '140 people met')
    await sees(giver, en('partners.state.thanked'))
    ok(await giver.getByRole('link', { name: en('partners.mine.agreement') }).isVisible())

    await giver.goto('/en/partners')
    await giver.getByRole('main').locator('a[href$="/en/partners/given"]').first().click()
    await sees(giver, company)
    await looker.goto('/es/partners/given')
    await sees(looker, company)
    await sees(looker, 'Encuentros de jóvenes')
    await looker.goto('/es/partners/outcome')
    for (const path of ['/es/partners', '/es/partners/given', '/es/partners/outcome', '/es/partners/pledge'])
      await isGood(looker, path)
    deepEqual(browsers.complaints, [])
  } finally {
    await browsers.close()
    await platform.stop()
  }
})

async function signIn(page: Page, platform: Installation): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
}

/** Everybody can use the page, and nothing sticks out at 320 pixels. */
async function isGood(page: Page, path: string): Promise<void> {
  const language = new URL(path, 'http://localhost').pathname.slice(1, 3)
  deepEqual(await troublesAt(page, { path, language, four: false }), [])
}

/** The same of a page that the office is in the middle of. */
async function looksGood(page: Page): Promise<void> {
  deepEqual(await troublesNow(page), [], page.url())
  await page.setViewportSize({ width: narrow, height: 800 })
  ok(Number(await page.evaluate('document.scrollingElement.scrollWidth')) <= narrow, page.url())
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** From what is needed over the form and the mail to the confirmed address. Answers with the own page. */
async function pledge(page: Page, { letters }: Installation): Promise<string> {
  await page.goto('/en/partners')
  await page.getByRole('main').locator('a[href*="/en/partners/pledge?need="]').nth(1).click()
  const opened = Date.now()
  await tick(page, 'kind', 'premises')
  await tick(page, 'giver', 'organisation')
  await tick(page, 'publish', 'named')
  await fill(page, { what: 'Our auditorium, four evenings.', amount: '4', giver_name: company })
  await page.locator('select[name="unit"]').selectOption('times')
  await fill(page, { email: 'fyren@example.org' })
  // People take a while to write; a form that comes at once is a program's.
  await page.waitForTimeout(Math.max(0, 4000 - (Date.now() - opened)))
  await press(page, en('partners.form.button'))
  await sees(page, en('partners.sent.title-guest'))
  equal((await page.context().cookies()).length, 0, 'a pledge needs no cookie')
  const own = (await letters.next('fyren@example.org')).link('/partners/pledges/')
  await page.goto(own)
  await press(page, en('partners.mine.confirm'))
  await sees(page, en('partners.state.received'))
  return new URL(own).pathname
}

async function step(office: Page, kind: 'talk' | 'agreed' | 'thanked', words?: string): Promise<void> {
  const form = office.locator(`form:has(button[value="${kind}"])`)
  if (words) await form.locator('textarea[name="words"]').fill(words)
  await form.locator(`button[value="${kind}"]`).click()
  await office.waitForURL(/\/office\/pledges\/\d+$/)
  await sees(office, sv(`partners.state.${kind}`))
}

async function attach(office: Page): Promise<void> {
  const pdf = { name: 'avtal.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 avtal') }
  await office.locator('input[type="file"]').setInputFiles(pdf)
  await office.locator('form[action$="/agreement"] button').click()
  await office.getByRole('link', { name: 'avtal.pdf' }).waitFor()
}

async function give(office: Page): Promise<void> {
  const form = office.locator('form:has(button[value="given"])')
  await form.locator('[name="in_kind.sv"]').fill('Hörsalen fyra kvällar')
  await form.locator('[name="given_to.sv"]').fill('Kvällsmöten för unga')
  await form.locator('[name="given_to.es"]').fill('Encuentros de jóvenes')
  await form.locator('button[value="given"]').click()
  await sees(office, sv('partners.office.gift'))
}
