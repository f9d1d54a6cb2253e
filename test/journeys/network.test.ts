import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { wordsFor } from '#platform/words.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { inDatabase } from './in-database.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { follow, press, sees } from './visitor.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]
const name = 'Cykelskolan på torget'

test('an office makes a partnership from a meeting, a visitor finds it, and a party answers that it lives', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const office = await browsers.visitor({ width: 1280 })
    const [cookie = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
    await office.context().addCookies([{ name: cookie, value, url: platform.url }])
    const slug = await begin(office, platform)

    const visitor = await browsers.visitor({ language: 'en', script: false, width: 360 })
    await visitor.goto('/en/network')
    await follow(visitor, en('network.picture.link'))
    await sees(visitor, en('network.picture.table'))
    await visitor.locator(`#table a[href="/en/network/${slug}"]`).first().click()
    await visitor.waitForURL(`**/en/network/${slug}`)
    await sees(visitor, en('partnerships.origin'))

    const party = await browsers.visitor({ language: 'es', script: false })
    await party.goto(`/es/network/alive/${linkTo(platform, slug)}`)
    await party.getByLabel(es('partnerships.alive.lives')).check()
    await press(party, es('partnerships.alive.send'))
    await sees(party, es('partnerships.alive.done.lives'))

    const looker = await browsers.visitor({ language: 'es' })
    for (const path of [
      ...['/es/network/picture', '/es/network/partnerships?state=running', `/es/network/${slug}`],
      '/sv/network/ask?q=cykel',
    ])
      await isGood(looker, path)
    deepEqual(browsers.complaints, [])
  } finally {
    await browsers.close()
    await platform.stop()
  }
})

/** Everybody can use the page, and nothing sticks out at 320 pixels. */
async function isGood(page: Page, path: string): Promise<void> {
  deepEqual(await troublesAt(page, { path, language: path.slice(1, 3), rules: 'structure' }), [])
}

/** From the page of a meeting that was held; the new entry's slug. */
async function begin(page: Page, platform: Installation): Promise<string> {
  const [event] = inDatabase(platform.file, (db) =>
    db
      .prepare(
        'select slug from event where ends_at < ? and published_at is not null and cancelled_at is null order by ends_at desc',
      )
      .all(new Date().toISOString()),
  )
  await page.goto(`/sv/events/${String(event?.['slug'])}`)
  await follow(page, sv('partnerships.begin-from-event'))
  deepEqual(await troublesNow(page), [])
  await page.getByLabel(sv('network.kinds-one.partnership'), { exact: true }).check()
  await page.locator('[name="name.sv"]').fill(name)
  await page.locator('[name="lead.sv"]').fill('Vi lär varandra att cykla.')
  await page.locator('[name="organisations"]').fill('Malmö Ideella\nMalmö stad')
  await press(page, sv('network.form.save'))
  await sees(page, name)
  equal(await page.locator('a[href*="/sv/thread/event/"]').count(), 1)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** As if the clock had asked a year later: a link of one of those who are in it. */
function linkTo({ file }: Installation, slug: string): string {
  const token = newToken()
  inDatabase(file, (db) => {
    const row = db
      .prepare(
        'select partnership.id, organisation_id from partnership join partnership_organisation on partnership_id = partnership.id where slug = ?',
      )
      .get(slug)
    const at = new Date().toISOString()
    ok(row)
    db.prepare('insert into partnership_asking (id, partnership_id, asked_at) values (?, ?, ?)').run(
      'asked',
      String(row['id']),
      at,
    )
    db.prepare(
      'insert into partnership_link (token_hash, asking_id, organisation_id, created_at) values (?, ?, ?, ?)',
    ).run(hashOf(token), 'asked', String(row['organisation_id']), at)
  })
  return token
}
