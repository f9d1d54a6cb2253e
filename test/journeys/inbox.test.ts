import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, follow, press, sees } from './visitor.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]
const asked = '¿Hay guardería en el foro?'

test('two coordinators work the inbox at once: one answers, the other is told who did, and no words are lost', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const asker = await browsers.visitor({ language: 'es', script: false, width: 360 })
    const city = await browsers.visitor({ language: 'sv', width: 1280 })
    const civil = await browsers.visitor({ language: 'en', width: 1280 })
    const looker = await browsers.visitor({ language: 'es' })
    await signIn(city, platform, 'city')
    await signIn(civil, platform, 'civil-society')
    const own = await ask(asker, platform)

    for (const [page, t] of [
      [city, sv],
      [civil, en],
    ] as const) {
      await page.goto(`/${t.language}/office`)
      await follow(page, t('office.place.inbox'))
      await looksGood(page)
      await page.goto(`/${t.language}/office/inbox?kind=question`)
    }
    // Both give it to somebody at the same time: the second is told.
    await give(city, sv('inbox.assign.button'))
    await give(civil, en('inbox.assign.button'))
    await civil.getByRole('status').waitFor()
    ok((await civil.getByRole('status').textContent())?.includes(asked))
    await looksGood(civil)

    await follow(city, asked)
    await follow(civil, asked)
    await city.locator('select[name="text"]').selectOption({ index: 1 })
    await press(city, sv('inbox.question.prepare'))
    ok(
      (await city.locator('textarea[name="words"]').inputValue()).startsWith('Gracias'),
      'in the asker’s language',
    )
    await looksGood(city)
    await fill(civil, { words: 'Sí, hay guardería.' })
    await press(city, sv('inbox.question.send'))
    await sees(city, 'Besvarad av')
    await press(civil, en('inbox.question.send'))
    await sees(civil, en('inbox.refusal.answered-already'))
    equal(await civil.locator('textarea[name="words"]').inputValue(), 'Sí, hay guardería.')
    await looksGood(civil)

    await asker.goto(own)
    await sees(asker, 'Gracias por escribir')
    deepEqual(await troublesAt(looker, { path: own, language: 'es', four: false }), [])
    await spam(city)
    for (const path of ['/es/office/inbox/answered', '/es/office/inbox/texts'])
      deepEqual(await troublesAt(city, { path, language: 'es', four: false }), [])
    deepEqual(await troublesAt(looker, { path: '/es/contact', language: 'es', four: false }), [])
    deepEqual(browsers.complaints, [])
  } finally {
    await browsers.close()
    await platform.stop()
  }
})

async function signIn(page: Page, platform: Installation, role: 'city' | 'civil-society'): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(platform, role)).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
}

async function looksGood(page: Page): Promise<void> {
  deepEqual(await troublesNow(page), [], page.url())
  await page.setViewportSize({ width: 320, height: 800 })
  ok(Number(await page.evaluate('document.scrollingElement.scrollWidth')) <= 320, page.url())
  await page.setViewportSize({ width: 1280, height: 800 })
}

async function ask(page: Page, { letters }: Installation): Promise<string> {
  await page.goto('/es/contact')
  const opened = Date.now()
  await fill(page, { words: asked, email: 'lucia@example.org' })
  // People take a while to write; a form that comes at once is a program's.
  await page.waitForTimeout(Math.max(0, 4000 - (Date.now() - opened)))
  await press(page, es('contact.button'))
  await sees(page, es('contact.sent.title-guest'))
  equal((await page.context().cookies()).length, 0, 'a question needs no cookie')
  const own = (await letters.next('lucia@example.org')).link('/contact/mine/')
  await page.goto(own)
  await press(page, es('contact.mine.confirm'))
  await sees(page, asked)
  return new URL(own).pathname
}

/** Ticks the question and gives it to the first who is offered. */
async function give(page: Page, words: string): Promise<void> {
  await page.locator('tr', { hasText: asked }).locator('input[type="checkbox"]').check()
  await page.locator('select[name="to"]').selectOption({ index: 1 })
  await press(page, words)
}

/** Everything on a page is put aside as spam, and put back with one press. */
async function spam(page: Page): Promise<void> {
  await page.goto('/sv/office/inbox?kind=question')
  await page.locator('input[name="all"]').check()
  await page.locator('select[name="reason"]').selectOption('program')
  await press(page, sv('inbox.spam.button'))
  await page.getByRole('status').waitFor()
  await looksGood(page)
  await press(page, sv('inbox.closed.undo'))
  await page.waitForURL('**/office/inbox')
}
