import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, signInByMail } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]
const today = localDate(systemClock())

let platform: Installation
let browsers: Browsers
let bo: Page
let amina: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
  amina = await browsers.visitor()
  await signInByMail(amina, platform.letters, 'amina@example.org')
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

async function makeSeatAndCall(): Promise<void> {
  await amina.goto('/sv/office/steering-group')
  await follow(amina, sv('steering-group.office.new-seat'))
  await fill(amina, { 'category.sv': 'Kultur', 'category.en': 'Culture', 'category.es': 'Cultura' })
  await isGood(amina)
  await press(amina, sv('steering-group.save'))
  await sees(amina, sv('steering-group.vacant'))
  await isGood(amina)
  await follow(amina, sv('steering-group.office.new-call'))
  await amina.locator('[name="seats"]').first().check()
  await fill(amina, { 'criteria.sv': 'Kan fältet.', 'criteria.en': 'Knows the field.' })
  await press(amina, sv('steering-group.edit.save'))
  await sees(amina, sv('steering-group.mistake.criteria'))
  await isGood(amina)
  await fill(amina, { 'criteria.es': 'Conoce el campo.', closes_on: today })
  await fill(amina, { election_on: datePlus(today, 1), opens_on: today })
  await press(amina, sv('steering-group.edit.save'))
  await sees(amina, sv('steering-group.call.state.open'))
  await isGood(amina)
}

/** The city's coordinator finds the seat, and is told whose it is; there is nothing to press. */
async function theOtherSideIsRefused(): Promise<void> {
  const path = await amina
    .goto('/sv/office/steering-group')
    .then(async () => amina.locator('a[href$="/fill"]').first().getAttribute('href'))
  await bo.goto(path ?? '')
  await sees(bo, sv('steering-group.refusal.not-your-seat'))
  equal(await bo.locator('main form').count(), 0)
  await isGood(bo)
  const answer = await bo.request.post(path ?? '', { form: { person_name: 'Bos vän' } })
  equal(answer.status(), 409)
}

/** Moves the last day of the call to yesterday, and the election meeting to today. */
const letTheCallClose = (): void =>
  inDatabase(platform.file, (database) => {
    const days = [datePlus(today, -2), datePlus(today, -1), today, today, datePlus(today, 700)]
    const change = `update nomination_call set opens_on = ?, closes_on = ?, election_on = ?, term_starts_on = ?,
      term_ends_on = ?`
    database.prepare(change).run(...days)
  })

test('somebody is nominated in Spanish by phone, says yes in English, and is elected in Swedish', async () => {
  await makeSeatAndCall()
  await theOtherSideIsRefused()

  const rut = await browsers.visitor({ language: 'es', width: 360, script: false, colour: 'dark' })
  await rut.goto('/es/plan')
  await follow(rut, es('steering-group.from-plan'))
  await isGood(rut)
  await rut.locator('a[href*="/steering-group/nominations/"]').first().click()
  await isGood(rut)
  await follow(rut, es('steering-group.nominate.link'))
  await fill(rut, { nominee_name: 'Noor Norrdyn', nominee_email: 'noor@example.org' })
  await fill(rut, { email: 'rut@example.org', why: 'Pinta con todo el barrio.' })
  await rut.locator('[name="nominee_language"]').selectOption('en')
  await press(rut, es('steering-group.nominate.button'))
  await sees(rut, es('steering-group.mistake.seat'))
  equal(await rut.locator('[name="nominee_name"]').inputValue(), 'Noor Norrdyn')
  await isGood(rut)
  await rut.locator('[name="seat"]').first().check()
  await press(rut, es('steering-group.nominate.button'))
  await sees(rut, es('steering-group.asked.title'))
  await isGood(rut)
  await rut.goto((await platform.letters.next('rut@example.org')).link('/nominations/'))
  await press(rut, es('steering-group.confirm.button'))
  await sees(rut, es('steering-group.confirm.done'))
  await isGood(rut)

  const noor = await browsers.visitor({ language: 'en' })
  const asked = await platform.letters.next('noor@example.org')
  match(asked.subject, /nominated/)
  await noor.goto(asked.link('/nominated/'))
  await isGood(noor)
  await tick(noor, 'shows_name', 'yes')
  await press(noor, en('steering-group.nominee.button-accept'))
  await sees(noor, en('steering-group.nominee.yes-named'))
  equal((await noor.context().cookies()).length, 0, 'saying yes needs no cookie')
  await isGood(noor)

  letTheCallClose()
  await amina.goto('/sv/office')
  await amina.goto('/sv/office/steering-group')
  await amina.locator('a[href*="/steering-group/calls/"]').first().click()
  await follow(amina, sv('steering-group.elect.title'))
  await amina.locator('select').first().selectOption({ label: 'Noor Norrdyn' })
  await isGood(amina)
  await press(amina, sv('steering-group.elect.button'))
  await sees(amina, sv('steering-group.call.state.elected'))
  await rut.goto('/es/steering-group')
  await sees(rut, 'Noor Norrdyn')
  await isGood(rut)
  const seated = await platform.letters.next('noor@example.org')
  await noor.goto(seated.link('/steering-group/mine/'))
  await press(noor, en('steering-group.mine.button-hide'))
  await sees(noor, en('steering-group.mine.hidden'))
  await isGood(noor)
  await rut.goto('/es/steering-group')
  equal(await rut.getByText('Noor Norrdyn').count(), 0)
  deepEqual(browsers.complaints, [])
})
