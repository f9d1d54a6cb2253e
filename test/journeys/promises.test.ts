import { deepEqual } from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import type { Cookie, Page } from 'playwright-core'
import { type Language, languages } from '#platform/language.ts'
import { type Instant, localDate, localTime, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, timesFor } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { fill, follow, press, sees } from './visitor.ts'

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

const yearOf = (now: Instant): number => Number(localDate(now).slice(0, 4))

/**
 * A series that has promised one meeting a year since last year, and invites a year ahead: last year's was missed, and
 * this year's is at risk on whatever day this runs.
 */
function aSeries(name: string, now: Instant): void {
  const database = new DatabaseSync(platform.file)
  database.exec('pragma busy_timeout = 5000')
  database
    .prepare(
      `insert into series (id, key, name, lead, mark, position, lead_days) values (?, ?, ?, '{}', 'plum', 9, 366)`,
    )
    .run(name, name, JSON.stringify({ sv: name, en: name, es: name }))
  database
    .prepare(
      `insert into series_promise (id, series_id, from_on, yearly_min, yearly_max, made_at) values (?, ?, ?, 1, 2, ?)`,
    )
    .run(name, name, `${yearOf(now) - 1}-01-01`, now)
  database.close()
}

/** What the page of a year says of the promise of a series. */
const lineOf = (page: Page, name: string) => page.locator('.promises > li').filter({ hasText: name })

async function announce(page: Page, t: Words, title: string, now: Instant): Promise<void> {
  const { startsAt, endsAt } = timesFor(now)
  await fill(page, { [`title.${t.language}`]: title, [`lead.${t.language}`]: title })
  await fill(page, { date: localDate(startsAt), starts: localTime(startsAt), ends: localTime(endsAt) })
  await fill(page, { place_name: 'Garaget', address: 'Lönngatan 30', capacity: '20' })
  await press(page, t('programme.edit.save-draft'))
  await follow(page, t('programme.edit.publish'))
  await press(page, t('programme.edit.publish'))
  await page.getByRole('link', { name: t('programme.edit.door') }).waitFor()
}

async function aDesk(language: Language, script: boolean): Promise<Page> {
  const page = await browsers.visitor({ language, script })
  await page.context().addCookies(cookies)
  return page
}

for (const [language, script] of [...languages.map((one) => [one, true] as const), ['sv', false] as const]) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} a promise at risk is planned by announcing, and a missed one gets its reason`, async () => {
    const now = systemClock()
    const year = yearOf(now)
    const t = wordsFor(language)
    const name = `Kvartersdag-${language}-${script ? 'on' : 'off'}`
    aSeries(name, now)
    const page = await aDesk(language, script)
    const visitor = await browsers.visitor({ language, script })

    await visitor.goto(`/${language}/year/${year}`)
    await lineOf(visitor, name).getByText(t('promises.state.at-risk')).waitFor()
    await noTroubles(visitor)

    // The desk leads to the form for an event of the very series.
    await page.goto(`/${language}/office`)
    await follow(page, `${name}:`)
    await noTroubles(page)
    await announce(page, t, `Torget ${name}`, now)
    await visitor.goto(`/${language}/year/${yearOf(timesFor(now).startsAt)}`)
    await visitor
      .getByRole('main')
      .getByRole('link', { name: `Torget ${name}` })
      .first()
      .waitFor()
    // On New Year's Eve what is announced for tomorrow keeps the promise of the next year.
    await lineOf(visitor, name).getByText(t('promises.state.planned')).waitFor()

    await page.goto(`/${language}/office`)
    await follow(page, t('office.desk.promise-missed', { series: name, year: year - 1 }))
    await press(page, t('promises.missed.button'))
    await page.locator('.problems').waitFor()
    await noTroubles(page)
    await fill(page, { [`reason.${language}`]: `Regn, ${language}.` })
    await press(page, t('promises.missed.button'))
    await page.waitForURL(`**/year/${year - 1}`)

    await visitor.goto(`/${language}/series/${name}`)
    await sees(visitor, `Regn, ${language}.`)
    await noTroubles(visitor)
    deepEqual(browsers.complaints, [])
  })
}
