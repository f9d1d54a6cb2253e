import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { languages } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { inDatabase } from './in-database.ts'
import { noTroubles } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { follow, press, sees, seesInTheEnd, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let event: string

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
  event = inDatabase(platform.file, (database) =>
    String(
      database
        .prepare(`select event_id from seating join event on event.id = event_id
          order by starts_at desc limit 1`)
        .get()?.['event_id'],
    ),
  )
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

async function organiser(looks: Parameters<Browsers['visitor']>[0]): Promise<Page> {
  const page = await browsers.visitor(looks)
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
  return page
}

const seats = (): string[] =>
  inDatabase(platform.file, (database) =>
    database
      .prepare(`select round, sign_up_id, number from table_seat join forum_table on id = table_id
        where table_seat.event_id = ? order by 1, 2`)
      .all(event)
      .map((row) => Object.values(row).join(' ')),
  )

for (const language of languages)
  test(`seats are proposed, moved by forms alone and taken back, in ${language}`, async () => {
    const page = await organiser({ language, script: false, width: 360 })
    const t = wordsFor(language)
    const board = `/${language}/office/events/${event}/seating`
    for (const part of ['setup', 'tables', 'rounds', 'people']) {
      await page.goto(`${board}/${part}`)
      await noTroubles(page)
    }
    await page.goto(board)
    await noTroubles(page)
    await tick(page, 'sure', 'yes')
    await press(page, t('seating.propose-another'))
    await sees(page, t('seating.working.lead'))
    await seesInTheEnd(page, t('seating.worth.title'))
    const before = seats()

    await page.locator('.seat[data-person] a').first().focus()
    await page.keyboard.press('Enter')
    await sees(page, t('seating.move.where'))
    await noTroubles(page)
    await page.locator('main .lined-list a').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('#preview').waitFor()
    await noTroubles(page)
    const anyway = page.locator('#preview [name="anyway"]')
    if ((await anyway.count()) > 0) await anyway.check()
    await page.locator('#preview button').click()
    await sees(page, t('seating.steps.title'))
    ok(seats().some((seat, index) => seat !== before[index]))
    await page.locator('form[action$="/undo"] button').click()
    await sees(page, t('seating.steps.title'))
    deepEqual(seats(), before)

    await press(page, t('seating.lock-table'))
    await sees(page, t('seating.unlock-table'))
    await noTroubles(page)
    await press(page, t('seating.unlock-table'))
    await sees(page, t('seating.lock-table'))
  })

test('a name is dragged to another table, what that changes is shown, and then it is saved', async () => {
  const page = await organiser({ language: 'sv', colour: 'dark' })
  const t = wordsFor('sv')
  await page.goto(`/sv/office/events/${event}/seating`)
  await sees(page, t('seating.drag-hint'))
  const tables = page.locator('.seating-table')
  const from = tables.nth(0).locator('.seat[data-person]').last()
  const id = await from.getAttribute('data-person')
  const to = tables.nth(1)
  const number = await to.getAttribute('data-table')
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.locator('h3').boundingBox()]
  if (!start || !end) throw new Error('nobody to drag')
  await page.mouse.move(start.x + 60, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 90, start.y + start.height / 2, { steps: 4 })
  await page.mouse.move(end.x + 20, end.y + 8, { steps: 8 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await noTroubles(page)
  const anyway = dialog.locator('[name="anyway"]')
  if ((await anyway.count()) > 0) await anyway.check()
  await dialog.locator('button[type="submit"]').click()
  await sees(page, t('seating.undo.moved'))
  ok(seats().includes(`1 ${id} ${number}`))
  equal(browsers.complaints.join('\n'), '')
  await follow(page, t('seating.link.people'))
  await sees(page, t('seating.people.lead'))
})
