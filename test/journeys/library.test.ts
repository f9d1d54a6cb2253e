import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages } from '#platform/language.ts'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { noTroubles } from './look.ts'
import { fill, press, sees, tick } from './visitor.ts'

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

for (const script of [true, false]) {
  for (const language of languages) {
    const how = script ? '' : ', without script'
    test(`in ${language}${how} somebody finds a recording, its event, who met there, and its theme`, async () => {
      const t = wordsFor(language)
      const page = await browsers.visitor({ language, script })
      await page.goto(`/${language}/library`)
      await noTroubles(page)
      await fill(page, { q: 'bank forelasn' })
      await press(page, t('library.filter.show'))
      await page.waitForURL('**/library?q=*')
      equal(await page.locator('.lined-list h3').count(), 1)
      await noTroubles(page)
      // The film lies elsewhere; its link is one of ours, and counts.
      const path = (await page.locator('.lined-list h3 a').getAttribute('href')) ?? ''
      ok(/^\/materials\/[\w-]+$/.test(path))
      const led = await fetch(`${platform.url}${path}`, { redirect: 'manual' })
      deepEqual([led.status, led.headers.get('location')], [302, 'https://video.example.org/banken'])

      await page.locator('.lined-list a[href*="/events/"]').click()
      await page.getByRole('heading', { name: t('who-met.title'), exact: true }).waitFor()
      await page.getByRole('heading', { name: t('arrangers.title'), exact: true }).waitFor()
      await noTroubles(page)
      await page.locator('main a[href*="/who-met/2"]').click()
      await sees(page, t('who-met.page.lead'))
      await noTroubles(page)
      await page.goBack()
      await page.locator('main a[href*="/library/themes/"]').first().click()
      await page.getByRole('heading', { name: t('library.theme.items') }).waitFor()
      await noTroubles(page)
      deepEqual(browsers.complaints, [])
    })
  }
}

for (const language of languages) {
  const script = language !== 'en'
  const how = script ? '' : ', without script'
  test(`in ${language}${how} a coordinator makes an information session, finds the other side and says what it is about`, async () => {
    const t = wordsFor(language)
    const page = await browsers.visitor({ language, script })
    await page.goto(`/${language}/sign-in/sample/city`)
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL('**/office')
    await page.goto(`/${language}/office/series/information-sessions`)
    await page.getByRole('link', { name: t('arrangers.light.link') }).click()
    await noTroubles(page)
    const date = datePlus(localDate(systemClock()), 12)
    await fill(page, {
      'title.sv': `Fråga staden ${language}`,
      'lead.sv': 'Ett möte.',
      date,
      name_1: 'Malmö stad',
    })
    await press(page, t('programme.edit.save-draft'))
    await sees(page, t('platform.ui.wrong'))
    await noTroubles(page)
    await fill(page, { place_name: 'Garaget' })
    await press(page, t('programme.edit.save-draft'))
    await sees(page, t('arrangers.missing.civil-society'))
    await noTroubles(page)

    const desk = page.url()
    await page.goto(`${desk}/arrangers`)
    await fill(page, { name_2: 'Bokcirkeln Sidvändarna' })
    await page.locator('[name="side_2"]').selectOption('civil-society')
    await tick(page, 'recorded', 'yes')
    await noTroubles(page)
    await press(page, t('arrangers.edit.save'))
    await page.waitForURL(desk)
    equal(await page.getByText(t('arrangers.missing.civil-society')).count(), 0)
    await page.goto(`${desk}/themes`)
    await page.locator('input[name="themes"]').first().check()
    await noTroubles(page)
    await press(page, t('library.themes.save'))
    await page.waitForURL(desk)
    await page.goto(`/${language}/office/themes`)
    await noTroubles(page)
    deepEqual(browsers.complaints, [])
  })
}
