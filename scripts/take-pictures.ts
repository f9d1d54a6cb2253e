/**
 * `npm run pictures`: takes the README's pictures from the running program with a fresh sample year, into docs/pictures/.
 * Look at them before you commit them.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launch } from '../test/chromium.ts'
import { install } from '../test/journeys/bed.ts'
import { root } from './step.ts'

const folder = join(root, 'docs/pictures')
const bytesMax = 120 * 1024

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

interface View {
  name: string
  size: { width: number; height: number }
  /** Who looks; nobody in particular unless said. */
  as?: 'city' | 'civil-society'
  path: string
  /** What is done on the page before the picture is taken. */
  first?: (page: Page) => Promise<void>
}

const views: readonly View[] = [
  { name: 'home', size: desk, path: '/en' },
  { name: 'year', size: desk, path: '/en#promises' },
  { name: 'plan', size: desk, path: '/en/plan#plan' },
  { name: 'office', size: desk, path: '/en/office', as: 'city' },
  { name: 'event', size: phone, path: '/en', first: followNextEvent },
  { name: 'sign-up', size: phone, path: '/es', first: beginSignUp },
  { name: 'thread', size: phone, path: '/sv/thread/commitment/1' },
  { name: 'door', size: phone, path: '/en', as: 'civil-society', first: checkTwoIn },
]

mkdirSync(folder, { recursive: true })
const installation = await install({ sample: true })
const browser = await launch()
try {
  for (const view of views) await take(browser, installation.url, view)
} finally {
  await browser.close()
  await installation.stop()
}

async function take(on: Browser, url: string, { name, size, as, path, first }: View): Promise<void> {
  const context = await on.newContext({ baseURL: url, viewport: size, reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (as) {
    await page.goto(`/en/sign-in/sample/${as}`)
    await page.locator('main button').click()
    await page.waitForURL('**/office')
  }
  await page.goto(path)
  await first?.(page)
  await page.evaluate('document.fonts.ready')
  const picture = await sharp(await page.screenshot())
    .webp({ quality: 85, effort: 6, smartSubsample: true })
    .toFile(join(folder, `${name}.webp`))
  await context.close()
  if (picture.size > bytesMax)
    throw new Error(`${name}.webp has ${picture.size} bytes, more than ${bytesMax}`)
  process.stdout.write(`${name}.webp ${Math.round(picture.size / 1024)} KB\n`)
}

async function followNextEvent(page: Page): Promise<void> {
  await page.locator('#next a').first().click()
  await page.waitForURL('**/events/*')
}

/** A sign-up half filled in, by somebody who does not exist. */
async function beginSignUp(page: Page): Promise<void> {
  await followNextEvent(page)
  await page.locator('main a[href$="/sign-up"]').first().click()
  await page.waitForURL('**/sign-up')
  await page.locator('[name="name"]').fill('Amina Lindkaj')
  await page.locator('[name="email"]').fill('amina@example.org')
  await page.locator('[name="capacity"][value="civil-society"]').check()
  await page.locator('h1').scrollIntoViewIfNeeded()
}

/** The door of the next event, where two people have come. */
async function checkTwoIn(page: Page): Promise<void> {
  await page.goto('/en/office/events?which=coming')
  await page.locator('main a[href*="/office/events/0"]').first().click()
  await page.locator('main a[href$="/door"]').first().click()
  await page.waitForURL('**/door')
  await page.locator('#door-ready').waitFor({ state: 'visible' })
  for (const typed of ['an', 'ar']) {
    await page.locator('[name="q"]').fill(typed)
    await page.locator('#door-found').getByRole('button', { name: 'Check in' }).first().click()
    await page.locator('.door-says').waitFor()
  }
  await page.locator('[name="q"]').fill('a')
}
