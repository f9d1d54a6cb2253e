import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { inDatabase } from './in-database.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let event = ''

const tablesOf: Record<Language, number> = { sv: 91, en: 92, es: 93 }

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
  event = comingEventWithTables()
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** An event that is still to come, with a table per language and one for those without script. */
function comingEventWithTables(): string {
  return inDatabase(platform.file, (database) => {
    const now = new Date().toISOString()
    const found = database
      .prepare(
        `select event.id from event where starts_at > ? and published_at is not null and cancelled_at is null
          and not exists (select 1 from forum_table where event_id = event.id) order by starts_at limit 1`,
      )
      .get(now)
    const id = String(found?.['id'])
    for (const number of [...Object.values(tablesOf), 94])
      database
        .prepare('insert into forum_table (id, event_id, number, seats) values (?, ?, ?, 8)')
        .run(newId(), id, number)
    for (const number of [1, 2])
      database
        .prepare('insert into forum_round (event_id, number, minutes) values (?, ?, 20)')
        .run(id, number)
    return id
  })
}

async function organiser(language: Language): Promise<Page> {
  const page = await browsers.visitor({ language })
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
  return page
}

/** The address of a table's link, as an organizer finds it; made when there is none yet. */
async function linkOf(page: Page, t: Words, number: number): Promise<string> {
  await page.goto(`/${t.language}/office/events/${event}/table-notes`)
  const make = page.getByRole('button', { name: t('table-notes.links.make') })
  if (await make.count()) await make.click()
  await page.getByText(t('table-notes.links.each')).click()
  const link = page.getByRole('link', { name: t('table-notes.table', { number }), exact: true })
  return (await link.getAttribute('href')) ?? ''
}

/** Opens the table and waits until it would open without a net as well. */
async function openTable(language: Language, address: string): Promise<Page> {
  const page = await browsers.visitor({ language, width: 390 })
  await page.goto(address)
  await page.locator('#table-ready').waitFor({ state: 'visible' })
  return page
}

async function writeCard(page: Page, t: Words, kind: string, words: string): Promise<void> {
  await tick(page, 'kind', kind)
  await fill(page, { words })
  await press(page, t('table-notes.form.keep'))
  await page.locator('#table-cards .note-words').getByText(words).first().waitFor()
}

async function change(page: Page, t: Words, from: string, to: string): Promise<void> {
  const card = page.locator('#table-cards > li').filter({ hasText: from })
  await card.getByRole('link', { name: t('table-notes.card.change') }).click()
  await fill(page, { words: to })
  await press(page, t('table-notes.form.keep-change'))
  await page.locator('#table-cards .note-words').getByText(to, { exact: true }).first().waitFor()
}

/** Whoever is quicker than the phone, which looks for a draft first, keeps what they type. */
async function typesAtOnce(page: Page): Promise<void> {
  const words = page.locator('textarea[name="words"]')
  await page.evaluate(`document.querySelector('#table-cards [data-part="change"]').click()
    const words = document.querySelector('textarea[name="words"]')
    words.value = 'Quick.'
    words.dispatchEvent(new Event('input', { bubbles: true }))`)
  await page.waitForTimeout(300)
  equal(await words.inputValue(), 'Quick.')
  await page.locator('#card-cancel').click()
}

const waits = (page: Page, t: Words, count: number): Promise<void> =>
  page.locator('#table-net').getByText(t('table-notes.device.offline', { count })).waitFor()

const cardsOn = (page: Page): Promise<number> => page.locator('#table-cards > li').count()

for (const language of languages) {
  test(`two phones at one table, one of them without a net for a while, in ${language}`, async () => {
    const t = wordsFor(language)
    const address = await linkOf(await organiser(language), t, tablesOf[language])
    const [host, taker] = [await openTable(language, address), await openTable(language, address)]
    await writeCard(host, t, 'insight', 'Alpha beta gamma.')
    await taker.locator('#table-cards .note-words').getByText('Alpha beta gamma.').waitFor()

    await taker.context().setOffline(true)
    await taker.reload()
    await waits(taker, t, 0)
    await change(taker, t, 'Alpha', 'Alpha beta gamma delta.')
    await writeCard(taker, t, 'proposal', 'One more thing.')
    await taker.locator('#table-cards').getByText(t('table-notes.device.waiting-card')).first().waitFor()
    await waits(taker, t, 2)
    deepEqual(await troublesNow(taker), [])
    // In the middle of a sentence the phone dies; the page is opened again, still without a net.
    await tick(taker, 'kind', 'open-question')
    await taker.locator('textarea[name="words"]').pressSequentially('And what if')
    await taker.reload()
    await sees(taker, t('table-notes.device.draft'))
    equal(await taker.locator('textarea[name="words"]').inputValue(), 'And what if')
    equal(await taker.locator('input[value="open-question"]').isChecked(), true)

    await typesAtOnce(host)
    await change(host, t, 'Alpha', 'Alpha beta epsilon.')
    await taker.context().setOffline(false)
    for (const page of [host, taker]) {
      await page.locator('#table-cards .note-words').getByText('One more thing.').waitFor()
      const card = page.locator('#table-cards > li').filter({ hasText: 'Alpha' })
      await card.locator('.note-words').getByText('Alpha beta epsilon.').waitFor()
      await card.locator('.note-words').getByText('Alpha beta gamma delta.').waitFor()
      equal(await cardsOn(page), 2)
      deepEqual(await troublesNow(page), [])
    }
    await press(host, t('table-notes.apart.split'))
    await taker.locator('#table-cards > li').nth(2).waitFor()
    equal(await taker.locator('#table-cards .note-apart').count(), 0)
    await taker.reload()
    equal(await cardsOn(taker), 3)
    deepEqual(browsers.complaints.splice(0).filter(isNotTheNet), [])
    for (const page of [host, taker]) await page.context().close()
  })
}

// Chromium says of everything that it could not fetch without a net; that is what this is about.
const isNotTheNet = (complaint: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(complaint)

test('a table whose link has ended: what its phone still held comes to the organizers', async () => {
  const t = wordsFor('sv')
  const bo = await organiser('sv')
  const address = await linkOf(bo, t, tablesOf.sv)
  const phone = await openTable('sv', address)
  await phone.context().setOffline(true)
  await writeCard(phone, t, 'insight', 'Skrivet i källaren.')
  await waits(phone, t, 1)
  await press(bo, `${t('table-notes.links.renew')} ${t('table-notes.table', { number: tablesOf.sv })}`)
  await phone.context().setOffline(false)
  await sees(phone, t('table-notes.device.ended'))
  await phone.reload()
  await sees(phone, t('table-notes.closed.ended'))
  await bo.reload()
  await sees(bo, 'Skrivet i källaren.')
  await press(bo, t('table-notes.held.take-in'))
  await bo.locator('.note-cards .note-words').getByText('Skrivet i källaren.').waitFor()
  await phone.context().close()
  browsers.complaints.splice(0)
})

test('when a round begins every phone goes on to it, but not in the middle of a sentence', async () => {
  const t = wordsFor('sv')
  const address = await linkOf(await organiser('sv'), t, tablesOf.es)
  const [reads, writes] = [await openTable('sv', address), await openTable('sv', address)]
  startRound(1)
  for (const page of [reads, writes]) await sees(page, t('table-notes.round-running', { round: 1 }))
  await writes.locator('textarea[name="words"]').pressSequentially('Mitt i')
  startRound(2)
  await sees(reads, t('table-notes.device.running', { round: 2 }))
  equal(await roundOn(reads), '2')
  await sees(writes, t('table-notes.device.running-other', { round: 2 }))
  equal(await roundOn(writes), '1')
  equal(await writes.locator('textarea[name="words"]').inputValue(), 'Mitt i')
  for (const page of [reads, writes]) {
    deepEqual(await troublesNow(page), [])
    await page.context().close()
  }
})

/** As from the page where the day is led, on the day itself. */
function startRound(round: number): void {
  inDatabase(platform.file, (database) => {
    database
      .prepare('update round_run set ended_at = ends_at where event_id = ? and ended_at is null')
      .run(event)
    database
      .prepare(
        `insert into round_run (event_id, round, started_at, ends_at)
          select id, ?, starts_at, ends_at from event where id = ?`,
      )
      .run(round, event)
  })
}

const roundOn = (page: Page): Promise<string | null> =>
  page.locator('.note-rounds a[aria-current="page"]').getAttribute('data-round')

test('a photo that is taken without a net waits in the phone and is sent when there is one', async () => {
  const t = wordsFor('sv')
  const address = await linkOf(await organiser('sv'), t, tablesOf.en)
  const phone = await openTable('sv', address)
  await phone.getByText(t('table-notes.photo.add')).click()
  await phone.context().setOffline(true)
  await phone.locator('#photos input[type="file"]').setInputFiles({
    name: 'note.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  })
  await phone.locator('#photos [name="alt"]').fill('Ett blädderblock med tre punkter')
  await press(phone, t('table-notes.photo.keep'))
  await sees(phone, t('table-notes.device.photo-waits'))
  equal(await phone.locator('#photos img').count(), 0)
  await phone.context().setOffline(false)
  await phone.locator('#photos img').first().waitFor()
  equal(await phone.locator('#photos img').first().getAttribute('alt'), 'Ett blädderblock med tre punkter')
  await phone.context().close()
  browsers.complaints.splice(0)
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('without script a table writes, changes, takes away and fetches back by forms', async () => {
  const t = wordsFor('en')
  const address = await linkOf(await organiser('en'), t, 94)
  const vera = await browsers.visitor({ language: 'en', script: false, width: 390 })
  await vera.goto(address)
  await tick(vera, 'kind', 'proposal')
  await fill(vera, { words: 'A bench by the door.', whoCould: 'The parks department' })
  await press(vera, t('table-notes.form.keep'))
  await sees(vera, t('table-notes.card.who', { who: 'The parks department' }))
  await vera.getByRole('link', { name: t('table-notes.card.change') }).click()
  await fill(vera, { words: 'Two benches by the door.' })
  await press(vera, t('table-notes.form.keep-change'))
  await sees(vera, 'Two benches by the door.')
  await press(vera, t('table-notes.card.remove'))
  await sees(vera, t('table-notes.did.removed'))
  await vera.locator('summary').getByText(t('table-notes.away')).click()
  await press(vera, t('table-notes.card.bring-back'))
  ok(await vera.locator('#table-cards .note-words').getByText('Two benches by the door.').isVisible())
})

test('every page about what tables write is whole in light and dark, wide and narrow', async () => {
  const bo = await organiser('sv')
  const table = await linkOf(bo, wordsFor('sv'), tablesOf.sv)
  const office = `/sv/office/events/${event}/table-notes`
  await bo.goto(office)
  const card = await bo.locator('.note-card a').first().getAttribute('href')
  const troubles: string[] = []
  for (const path of [table, office, `${office}/sheet`, card ?? ''])
    troubles.push(...(await troublesAt(bo, { path, language: 'sv', rules: 'all' })))
  deepEqual(troubles, [])
  deepEqual(browsers.complaints.filter(isNotTheNet), [])
})
