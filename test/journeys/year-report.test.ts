import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { localDate, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { surveyPages } from './linked-pages.ts'
import { noTroubles } from './look.ts'
import { fill, follow, press, sees } from './visitor.ts'

// A year of which nothing is reported yet in the sample year, and which is over.
const year = Number(localDate(systemClock()).slice(0, 4)) - 3

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

test('in es, on a phone and without script, an organization answers the survey and changes its answer', async () => {
  const t = wordsFor('es')
  const page = await browsers.visitor({ language: 'es', script: false })
  await page.setViewportSize({ width: 360, height: 740 })
  const path = (surveyPages(platform.file)['/survey/:token'] ?? '').replace('/sv/', '/es/')
  await page.goto(path)
  await noTroubles(page)
  await press(page, t('survey.send'))
  await page.locator('.problems').waitFor()
  await noTroubles(page)
  for (const position of [1, 2, 3, 4, 5, 6])
    await page.locator(`input[name="mark-${position}"][value="${position === 3 ? 'none' : '4'}"]`).check()
  await fill(page, { words: 'Pregunten antes de decidir.' })
  await press(page, t('survey.send'))
  await sees(page, t('survey.saved'))
  await noTroubles(page)
  await page.locator('input[name="mark-3"][value="2"]').check()
  await press(page, t('survey.change'))
  await sees(page, t('survey.saved'))
  equal(await page.locator('input[name="mark-3"][value="2"]').isChecked(), true)
})

async function coordinatorOf(role: string): Promise<Page> {
  const page = await browsers.visitor({ language: 'sv' })
  const answer = await fetch(`${platform.url}/sv/sign-in/sample/${role}`, {
    method: 'POST',
    redirect: 'manual',
  })
  const [name = '', value = ''] = (answer.headers.getSetCookie()[0]?.split(';')[0] ?? '').split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
  return page
}

test('in sv a report goes from draft over both parties’ yes to everybody, who reads it in en and takes the figures along', async () => {
  const t = wordsFor('sv')
  const [city, civil] = [await coordinatorOf('city'), await coordinatorOf('civil-society')]
  await city.goto('/sv/office/years')
  await fill(city, { year: String(year) })
  await press(city, t('year-report.office.begin'))
  await city.waitForURL(`**/office/years/${year}`)
  await noTroubles(city)
  await follow(city, t('year-report.section.foreword'))
  await fill(city, { 'words.sv': 'Ett år att minnas.', 'words.en': 'A year to remember.' })
  await press(city, t('year-report.part.save'))
  await follow(city, t('year-report.office.given'))
  await fill(city, { partner: 'Banken', sek: '5 000', 'givenTo.sv': 'Kaffe' })
  await press(city, t('year-report.gifts.save'))
  await sees(city, 'Banken')
  await noTroubles(city)

  for (const page of [city, civil]) {
    await page.goto(`/sv/office/years/${year}/approval`)
    await noTroubles(page)
    await page.locator('#approval button').click()
    await page.waitForURL(`**/office/years/${year}`)
  }
  await press(civil, t('year-report.office.publish'))
  await follow(civil, t('year-report.office.see'))

  const reader = await browsers.visitor({ language: 'en' })
  await reader.goto('/en/plan/years')
  await noTroubles(reader)
  await follow(reader, wordsFor('en')('year-report.title', { year: String(year) }))
  await sees(reader, 'A year to remember.')
  await noTroubles(reader)
  const csv = await reader.request.get(`${platform.url}/en/plan/years/${year}/figures.csv`)
  match(await csv.text(), new RegExp(`${year};given;sek;5000;sek;Money;`))
  deepEqual(browsers.complaints, [])
})
