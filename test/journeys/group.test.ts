import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages } from '#platform/language.ts'
import { plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor, title } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { pathOf, seatsTaken } from './moving-time.ts'
import { cancel } from './own-page.ts'
import { fill, follow, type Guest, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let desk = ''

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  const bo = await browsers.visitor()
  await begin(bo, platform.said())
  desk = await publishEvent(bo, timesFor(plus(systemClock(), { days: 9 })), 60)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** A link of the list of those who come along, by who it is. */
const changeLink = ({ page, t }: Guest, who: string) =>
  page.getByRole('main').getByRole('link', { name: `${t('manage.companion.change')} ${who}` })

async function signUpFive(guest: Guest, companions: string): Promise<void> {
  const { page, t, name, address } = guest
  await page.goto(`/${t.language}${pathOf(platform.file, desk)}`)
  await follow(page, t('programme.event.way.sign-up'))
  await fill(page, { name, email: address })
  await tick(page, 'capacity', 'resident')
  await page.getByText(t('sign-up.form.together')).click()
  await page.locator('[name="seats"]').selectOption('5')
  await fill(page, { companions })
  await noTroubles(page)
  await press(page, t('sign-up.form.send-seat'))
  await page.waitForURL('**/signed-up?seats=5&**')
  guest.link = (await platform.letters.next(address)).link('/sign-ups/')
  await page.goto(guest.link)
  await press(page, t('manage.question.confirm'))
  await sees(page, t('manage.seat'))
  await noTroubles(page)
}

for (const script of [true, false]) {
  for (const language of languages) {
    const how = script ? '' : ', without script'
    test(`in ${language}${how} one signs up five, names one later, and seats are given back one by one`, async () => {
      const { letters, file } = platform
      const t = wordsFor(language)
      const own = (name: string): string => `${name}-${language}-${script ? 'on' : 'off'}@example.org`
      const before = seatsTaken(file, desk)
      const page = await browsers.visitor({ language, script })
      const rut = { page, t, name: 'Rut', address: own('rut'), link: '' }
      await signUpFive(rut, `Noor ${own('noor')}\nAli`)
      equal(seatsTaken(file, desk), before + 5)
      equal((await letters.next(rut.address)).entry?.method, 'REQUEST')
      const brought = await letters.next(own('noor'))
      equal(brought.subject, t('sign-up.mail.brought.subject-seat', { title: title[language] }))
      equal(brought.entry?.attendee, 'Noor')

      // The first whom nobody has named gets a name and an address, and a link of her own with it.
      await changeLink(rut, t('manage.companion.unnamed', { number: 3 })).click()
      await noTroubles(page)
      await fill(page, { name: 'Vera', email: own('vera') })
      await press(page, t('manage.save'))
      await changeLink(rut, 'Vera').waitFor()
      const named = await letters.next(own('vera'))
      equal(named.entry?.attendee, 'Vera')

      // The other one does not come after all.
      await changeLink(rut, t('manage.companion.unnamed', { number: 4 })).click()
      await press(page, t('manage.companion.give-back'))
      await changeLink(rut, t('manage.companion.unnamed', { number: 4 })).waitFor({ state: 'detached' })
      equal(seatsTaken(file, desk), before + 4)

      // Noor looks after her own seat, and nobody else's.
      const hers = await browsers.visitor({ language, script })
      await cancel({ page: hers, t, name: 'Noor', address: own('noor'), link: brought.link('/sign-ups/') })
      await noTroubles(hers)
      const over = await letters.next(own('noor'))
      deepEqual([over.entry?.method, over.entry?.uid], ['CANCEL', brought.entry?.uid])
      equal(seatsTaken(file, desk), before + 3)

      await page.goto(rut.link)
      await sees(page, t('manage.seat'))
      const left = await page
        .getByRole('main')
        .getByRole('link', { name: t('manage.companion.change') })
        .count()
      equal(left, 2)
      await hers.goto(named.link('/sign-ups/'))
      await sees(hers, t('manage.seat'))
      deepEqual(browsers.complaints, [])
    })
  }
}
