import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
import { looks } from './sending-in.ts'

let platform: Installation
let browsers: Browsers

before(async () => {
  platform = await install({ sample: true })
  await isDrawn()
  browsers = await openBrowsers(platform.url)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** Tab by tab, until what has the focus is one of these. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await page.locator(`:focus:is(${selector})`).count()) === 1) return
    await page.keyboard.press('Tab')
  }
  equal(`${selector} within 80 presses of Tab`, '')
}

/** How wide and in which color the mark that has the focus is outlined, whether its lines have come forward, and the color of others. */
const ring = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const styleOf = (part) => getComputedStyle(document.querySelector('a.net-member' + part))
    const mark = styleOf(':focus .mark')
    return [mark.strokeWidth, styleOf(':focus .ties').visibility, mark.stroke, styleOf(':not(:focus) .mark').stroke]
  })()`)

/** The picture is drawn beforehand, in the first seconds of an installation. */
async function isDrawn(): Promise<void> {
  const query = 'select wanted > drawn as waits from network_drawing'
  while (inDatabase(platform.file, (db) => Boolean(db.prepare(query).get()?.['waits']))) await setTimeout(200)
}

for (const { language, script, colour } of looks) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} the picture is cut down and gone through by the keyboard alone`, async () => {
    const t = wordsFor(language)
    const page = await browsers.visitor({ language, script, colour, width: script ? 1280 : 360 })
    await page.goto(`/${language}/network/picture`)
    await isGood(page)
    const marks = page.locator('svg.network-drawing a:visible')
    const whole = await marks.count()

    await tabTo(page, 'select[name="sector"]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'search button')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/network/picture?*sector=*')
    await isGood(page)
    const part = await marks.count()
    equal(part > 0 && part < whole, true, `${part} of ${whole}`)

    await tabTo(page, 'svg a.net-member')
    equal(await page.locator(':focus').isVisible(), true, 'only the drawing that is seen is gone through')
    const [wide, lines, color, others] = await ring(page)
    deepEqual([wide, lines], ['4px', 'visible'])
    notEqual(color, others, 'the ring is seen')
    const said = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    await page.waitForURL('**/network/organisations/*')
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    match(said, new RegExp(name.replaceAll(/[^\p{L}\d]+/gu, '.+'), 'u'), t('network.picture.title'))
    await isGood(page)
  })
}
