import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { languages } from '#platform/language.ts'
import { plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor, title } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { letTheOfferRunOut, pathOf } from './moving-time.ts'
import { cancel } from './own-page.ts'
import { fill, follow, type Guest, press, sees, signUp, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let bo: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

// Far enough away that there is time to answer an offer.
const times = () => timesFor(plus(systemClock(), { days: 9 }))

for (const script of [true, false]) {
  for (const language of languages) {
    const how = script ? '' : ', without script'
    test(`in ${language}${how} one offer is let go and the next one taken; whoever waits sees the place, and can leave`, async () => {
      const { letters, file } = platform
      const t = wordsFor(language)
      const path = `/${language}${pathOf(file, await publishEvent(bo, times(), 1))}`
      async function arrive(name: string, place: number): Promise<Guest> {
        const page = await browsers.visitor({ language, script })
        const address = `${name.toLowerCase()}-${language}-${script ? 'on' : 'off'}@example.org`
        const guest = { page, t, name, address, link: '' }
        await page.goto(path)
        await signUp(guest, letters, place === 0 ? 'seat' : 'waiting', { place })
        await letters.next(address)
        return guest
      }
      const anna = await arrive('Anna', 0)
      const bea = await arrive('Bea', 1)
      const cid = await arrive('Cid', 2)
      const dua = await arrive('Dua', 3)

      await dua.page.goto(dua.link)
      await follow(dua.page, t('manage.cannot-come-waiting'))
      await noTroubles(dua.page)
      await press(dua.page, t('manage.cannot-come-waiting'))
      await sees(dua.page, t('manage.ended.given-back'))
      equal((await letters.next(dua.address)).entry, undefined, 'nothing stood in her calendar')

      await cancel(anna)
      const offer = await letters.next(bea.address)
      ok(offer.subject.includes(title[language]))
      equal(offer.entry, undefined, 'an offer is no seat yet')
      await bea.page.goto(offer.link('/sign-ups/'))
      await bea.page.getByRole('button', { name: t('manage.question.accept') }).waitFor()
      await noTroubles(bea.page)

      letTheOfferRunOut(file, bea.address)
      const over = await letters.next(bea.address)
      equal(over.subject, t('sign-up.mail.offer-over.subject-seat', { title: title[language] }))
      await bea.page.goto(bea.link)
      await sees(bea.page, t('manage.ended.offer-expired'))
      await noTroubles(bea.page)

      const next = await letters.next(cid.address)
      await cid.page.goto(next.link('/sign-ups/'))
      await press(cid.page, t('manage.question.accept'))
      await sees(cid.page, t('manage.seat'))
      await noTroubles(cid.page)
      const taken = await letters.next(cid.address)
      deepEqual([taken.entry?.method, taken.entry?.attendee], ['REQUEST', 'Cid'])
      equal(letters.count(dua.address), 3, 'whoever left is offered nothing')
      deepEqual(browsers.complaints, [])
    })
  }
}

for (const language of languages) {
  test(`in ${language} a person on a phone has a confirmed seat after three inputs and four taps`, async () => {
    const t = wordsFor(language)
    const path = `/${language}${pathOf(platform.file, await publishEvent(bo, times(), 5))}`
    const page = await browsers.visitor({ language, width: 360 })
    await page.setViewportSize({ width: 360, height: 740 })
    const address = `phone-${language}@example.org`
    const done = { inputs: 0, taps: 0 }
    const input = async (one: Promise<void>): Promise<void> => void (await one, (done.inputs += 1))
    const tap = async (one: Promise<void>): Promise<void> => void (await one, (done.taps += 1))

    await page.goto(path)
    await tap(follow(page, t('programme.event.way.sign-up')))
    await input(fill(page, { name: 'Karin' }))
    await input(fill(page, { email: address }))
    await input(tick(page, 'capacity', 'resident'))
    const asked = await page
      .locator('main form [required]:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name')))
    const wide = Number(await page.evaluate('document.scrollingElement.scrollWidth'))
    ok(wide <= 360, `the form is ${wide} pixels wide`)
    await tap(press(page, t('sign-up.form.send-seat')))
    const letter = await platform.letters.next(address)
    match(letter.text, /\/sign-ups\//)
    await tap(page.goto(letter.link('/sign-ups/')).then(() => undefined))
    await tap(press(page, t('manage.question.confirm')))
    await sees(page, t('manage.seat'))

    ok(new Set(asked).size <= 5, `the form insists on ${asked.join(', ')}`)
    deepEqual(done, { inputs: 3, taps: 4 })
  })
}
