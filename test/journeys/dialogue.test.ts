import { equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { languages } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { noTroubles } from './look.ts'

let platform: Installation
let browsers: Browsers
before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** Everybody can use the page, and on a phone nobody has to move it sideways. */
async function isGood(page: Page): Promise<void> {
  await noTroubles(page)
  const { width = 0 } = page.viewportSize() ?? {}
  ok(
    (await page
      .locator('main')
      .boundingBox()
      .then((box) => box?.width ?? 0)) <= width,
    page.url(),
  )
}

const statement = (page: Page): Promise<string> => page.locator('#statement').innerText()

for (const language of languages)
  for (const way of ['thumb', 'keys', 'no script'] as const)
    test(`statements are voted on in ${language}, by ${way}`, async () => {
      const t = wordsFor(language)
      const page = await browsers.visitor({ width: 360, script: way !== 'no script' })
      const answer = async (which: 1 | 2 | 3): Promise<void> => {
        const word = (['agree', 'disagree', 'pass'] as const)[which - 1] ?? 'pass'
        const done = page.waitForEvent('load')
        if (way === 'keys') await page.keyboard.press(String(which))
        else await page.locator(`.answers button[value="${word}"]`).click()
        await done
      }
      await page.goto(`/${language}/dialogue/lokaler-for-alla`)
      await isGood(page)
      await answer(1)
      await page.getByText(t('dialogue.sector.label')).waitFor()
      await isGood(page)
      await page.getByRole('button', { name: t('dialogue.sector.skip') }).click()
      const first = await statement(page)
      await answer(2)
      ok((await statement(page)) !== first)
      await isGood(page)
      for (const rest of ['/votes', '/write', '/you']) {
        await page.goto(`/${language}/dialogue/lokaler-for-alla${rest}`)
        await isGood(page)
        if (rest === '/votes') equal(await page.locator('.own-votes > li').count(), 2)
      }
    })
