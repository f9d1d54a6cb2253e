import { equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Cookie, Page } from 'playwright-core'
import { openDatabase } from '#platform/db.ts'
import { type Language, languages } from '#platform/language.ts'
import { plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { anEvent } from '../cast.ts'
import { aDialogue, type Opened, twoGroups } from '../opinion-cast.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { follow, press, sees } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let cookies: Cookie[]

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  const bo = await browsers.visitor()
  await begin(bo, platform.said())
  cookies = await bo.context().cookies()
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** A dialogue of a forum of its own, on which fifty people have voted. */
async function voted(): Promise<Opened & { eventId: string }> {
  const database = openDatabase({ file: platform.file })
  const now = systemClock()
  const { person_id: by } = await database
    .as<{ coordinator: { person_id: string } }>()
    .selectFrom('coordinator')
    .select('person_id')
    .executeTakeFirstOrThrow()
  const eventId = await anEvent(database, plus(now, { days: 9 }))
  const capacities = ['civil-society', 'civil-servant', 'elected'] as const
  const dialogue = await aDialogue(database, { eventId, by, now, votes: twoGroups(), capacities })
  await database.close()
  return { ...dialogue, eventId }
}

async function aDesk(language: Language, script: boolean): Promise<Page> {
  const page = await browsers.visitor({ language, script })
  await page.context().addCookies(cookies)
  return page
}

/** On a small screen nothing sticks out, however long the address is that the page tells. */
async function fitsAPhone(page: Page, path: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(path)
  const long = 'document.querySelector(".facts dd a").textContent += "/a-name-that-has-no-end".repeat(3)'
  if (await page.evaluate("matchMedia('(scripting: enabled)').matches")) await page.evaluate(long)
  equal(await page.evaluate('document.scrollingElement.scrollWidth'), 320, path)
  if (before) await page.setViewportSize(before)
}

/** Looks again until the program has drawn the map. */
async function untilDrawn(page: Page): Promise<void> {
  for (let times = 0; times < 40 && (await page.locator('svg.opinions').count()) === 0; times += 1) {
    await page.waitForTimeout(500)
    await page.reload()
  }
}

for (const [language, script] of [...languages.map((one) => [one, true] as const), ['sv', false] as const]) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} votes become a map, everybody sees it, and a question for the tables is made from it`, async () => {
    const t = wordsFor(language)
    const { id, slug, eventId } = await voted()
    const desk = await aDesk(language, script)
    await fitsAPhone(desk, `/${language}/office/events/${eventId}/dialogue/${id}`)
    await desk.goto(`/${language}/office/events/${eventId}/dialogue/${id}/map`)
    await noTroubles(desk)
    await desk.locator('[name=when][value=now]').check()
    await press(desk, t('opinions.show.press'))
    await sees(desk, t('opinions.export.title'))

    const reader = await browsers.visitor({ language, script })
    await reader.goto(`/${language}/dialogue/${slug}/map`)
    await untilDrawn(reader)
    await noTroubles(reader)
    const card = reader.locator('.group-card h2').first()
    equal((await card.textContent())?.trim(), t('opinions.group.people', { name: 'A', people: 30 }))
    await sees(reader, t('opinions.list.divides'))

    await desk.goto(`/${language}/office/events/${eventId}/table-questions`)
    await noTroubles(desk)
    await desk.locator('[name=from]').first().check()
    await press(desk, t('table-questions.from.make'))
    await noTroubles(desk)
    await press(desk, t('table-questions.edit.save'))
    await desk.locator('.table-questions .asked').waitFor()
    await follow(desk, t('table-questions.change'))
    await noTroubles(desk)
    await desk.goto(`/${language}/office/events/${eventId}/import-dialogue`)
    await noTroubles(desk)
  })
}
