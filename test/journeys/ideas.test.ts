import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { inDatabase } from './in-database.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, follow, press, sees } from './visitor.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]
const what = 'Un taller de bicicletas en Rosengård'
const narrow = 320

test('an idea from a phone is let through, supported, answered and followed to the lunch that it became', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const author = await browsers.visitor({ language: 'es', script: false, width: 360 })
    const looker = await browsers.visitor({ language: 'es' })
    const office = await browsers.visitor({ width: 1280 })
    await signIn(office, platform)
    const own = await propose(author, platform)
    const number = numberOf(platform)
    await isGood(looker, own)

    await office.goto('/sv/office/ideas')
    await looksGood(office)
    await follow(office, what)
    await looksGood(office)
    await press(office, sv('moderation.decide.show'))
    await sees(office, sv('ideas.standing.shown'))

    await support(await browsers.visitor({ language: 'en' }), platform, number)
    await answer(office)
    await press(office, sv('ideas.make.lunch-need'))
    await sees(office, sv('ideas.made.lunch-need'))
    await looksGood(office)
    await planLunch(office)

    await author.goto(own)
    await sees(author, es('ideas.made.title'))
    await follow(author, es('ideas.mine.public'))
    await author.waitForURL(`**/es/ideas/${number}`)
    await author.getByRole('main').locator('a[href*="/es/events/"]').first().click()
    await author.waitForURL('**/es/events/**')
    await sees(author, es('lunch-and-learn.event.title'))
    await isGood(looker, new URL(author.url()).pathname)
    for (const path of ['/es/ideas', `/es/ideas/${number}`, `/es/thread/idea/${number}`])
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

/** Three questions and an address, then the button behind the mailed link. Answers with the own page. */
async function propose(page: Page, { letters }: Installation): Promise<string> {
  await page.goto('/es/ideas')
  await follow(page, es('ideas.list.new'))
  const opened = Date.now()
  await fill(page, { what, why: 'Muchas personas no saben reparar la suya.', email: 'es@example.org' })
  // People take a while to write; a form that comes at once is a program's.
  await page.waitForTimeout(Math.max(0, 6000 - (Date.now() - opened)))
  await press(page, es('ideas.new.button'))
  await sees(page, es('ideas.sent.title-guest'))
  equal((await page.context().cookies()).length, 0, 'an idea needs no cookie')
  const own = (await letters.next('es@example.org')).link('/ideas/mine/')
  await page.goto(own)
  await press(page, es('ideas.mine.confirm'))
  await sees(page, what)
  return new URL(own).pathname
}

async function support(page: Page, { letters }: Installation, number: number): Promise<void> {
  await page.goto(`/en/ideas/${number}`)
  await looksGood(page)
  await fill(page, { email: 'en@example.org' })
  await press(page, en('ideas.support.button'))
  await sees(page, en('ideas.sent.title-guest'))
  await page.goto((await letters.next('en@example.org')).link('/ideas/mine/'))
  await looksGood(page)
  await press(page, en('ideas.mine.confirm'))
  await sees(page, en('ideas.mine.says-supporter'))
  await page.goto(`/en/ideas/${number}`)
  await sees(page, en('ideas.behind', { count: 2 }))
}

async function answer(office: Page): Promise<void> {
  await office.reload()
  await office.getByRole('radio', { name: sv('ideas.state.becomes') }).check()
  await fill(office, { 'words.sv': 'Vi ordnar en lunch.' })
  await press(office, sv('ideas.answer.button'))
  await sees(office, 'Vi ordnar en lunch.')
}

/** From the need that the idea became to a lunch that everybody can come to. */
async function planLunch(office: Page): Promise<void> {
  await office.locator('section:has(#made) a[href*="/needs/"]').click()
  await office.waitForURL('**/needs/*')
  await office.locator('select[name="offer"]').selectOption({ index: 1 })
  await press(office, sv('lunch-and-learn.match.button'))
  await sees(office, sv('lunch-and-learn.says.matched'))
  await fill(office, { date: datePlus(localDate(systemClock()), 30), place_name: 'Föreningshuset' })
  await press(office, sv('lunch-and-learn.lunch.button'))
  await office.getByRole('link', { name: sv('lunch-and-learn.office.to-lunch') }).click()
  await office.goto(`${office.url()}/publish`)
  await office.locator('main form button[type=submit]').click()
  await office.waitForURL(/\/office\/events\/[\w-]+(\?.*)?$/)
}

const numberOf = ({ file }: Installation): number =>
  inDatabase(file, (database) =>
    Number(database.prepare('select number from idea where what = ?').get(what)?.['number']),
  )
