import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { isGood } from './look.ts'
import { comeInByMail } from './organisation-visits.ts'
import { looks, sendIn } from './sending-in.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

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

interface Applicant {
  name: string
  email: string
}

/** From the network to the empty form, as somebody new finds it. */
async function open(page: Page, t: Words, name: string): Promise<Applicant> {
  await page.goto(`/${t.language}/network`)
  await follow(page, t('organisations.join.title'))
  await page.waitForURL('**/network/join')
  return { name, email: `${name.toLowerCase().replaceAll(/\W+/g, '-')}@example.org` }
}

async function fillIn(page: Page, t: Words, { name, email }: Applicant): Promise<void> {
  await fill(page, { [`name.${t.language}`]: name, person_name: 'Noor Nordin', email })
  await fill(page, { how_democratic: 'Medlemmarna väljer styrelse i mars.' })
  await page.locator('[name="kind"]').selectOption('association')
  await tick(page, 'conditions', 'active-in-malmo')
  await tick(page, 'conditions', 'democratic')
}

/** The form is sent, and the address is confirmed by the link that was mailed to it. */
async function send(page: Page, t: Words, { email }: Applicant): Promise<void> {
  await tick(page, 'conditions', 'equal-worth')
  const address = { address: email, letters: platform.letters, link: '/network/join/mine/' }
  const words = { sent: t('organisations.sent.title-guest'), confirm: t('organisations.application.confirm') }
  await sendIn(page, { ...address, ...words, button: t('organisations.join.button') })
  await sees(page, t('organisations.application.lead-waiting'))
}

/** What the office answers, and that a no without a reason is none. */
async function answer(office: Page, t: Words, name: string, said: { key: string; reason?: string }) {
  await office.goto(`/${t.language}/office/inbox?kind=claim`)
  await isGood(office)
  await follow(office, name)
  await sees(office, t('organisations.join.how-democratic'))
  await isGood(office)
  if (said.reason) {
    await press(office, t(`organisations.office.${said.key}`))
    await sees(office, t('organisations.refusal.reason-missing'))
    await isGood(office)
    await fill(office, { reason: said.reason })
  }
  await press(office, t(`organisations.office.${said.key}`))
  await office.waitForURL('**/office/network/queue')
}

const isFoundNowhere = async (reader: Page, { language }: Words, name: string): Promise<void> => {
  await reader.goto(`/${language}/network?q=${encodeURIComponent(name)}`)
  equal(await reader.getByRole('main').getByRole('link', { name }).count(), 0)
}

/** In the list, by a part of its name, and by what it says that it does. */
async function isFound(reader: Page, t: Words, name: string, word: string): Promise<void> {
  const { language } = t
  await reader.goto(`/${language}/network`)
  await reader.getByRole('main').getByRole('link', { name }).first().waitFor()
  await fill(reader, { q: name.toUpperCase() })
  await press(reader, t('network.search-button'))
  await sees(reader, t('network.found', { count: 1, words: name.toUpperCase() }))
  await isGood(reader)
  await reader.goto(`/${language}/network`)
  await follow(reader, t('network.ask.link'))
  await fill(reader, { q: word })
  await press(reader, t('network.ask.show'))
  await reader.waitForURL('**/network/ask?**')
  await isGood(reader)
  await follow(reader, name)
  await reader.waitForURL('**/network/organisations/**')
  await sees(reader, t('organisations.area.north'))
  await isGood(reader)
}

/** By the mail to the page, signed in by another mail, and everything that was left out is filled in. */
async function fillProfile(page: Page, t: Words, { name, email }: Applicant, word: string) {
  const letter = await platform.letters.next(email)
  equal(letter.subject, t('organisations.mail.join.subject-verify'))
  await comeInByMail(page, t, platform.letters, email)
  await page.goto(letter.link('/network/organisations/'))
  await follow(page, t('network.edit'))
  await isGood(page)
  await fill(page, { [`about.${t.language}`]: `${name}: ${word}.` })
  await tick(page, 'areas', 'north')
  await press(page, t('network.form.save'))
  await page.waitForURL(/\/network\/organisations\/[^/]+$/)
  await sees(page, word)
  await isGood(page)
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} an association joins, is asked for more, fills in its profile and is found; another is turned down`, async () => {
    const t = wordsFor(language)
    const guest = await browsers.visitor({ ...look, width: 360 })
    const other = await browsers.visitor({ ...look, width: 320 })
    const office = await browsers.visitor(look)
    const reader = await browsers.visitor({ ...look, width: 320 })
    await signInToSample(office, 'city', language)
    const word = `Skymningsodling-${language}`
    const refused = await open(other, t, `Klubben Stängd Dörr ${language}`)
    const joining = await open(guest, t, `Odlarna vid Sundet ${language}`)
    await isGood(guest)

    await fillIn(guest, t, joining)
    await press(guest, t('organisations.join.button'))
    await sees(guest, t('organisations.join.conditions-missing'))
    equal(await guest.locator(`[name="name.${language}"]`).inputValue(), joining.name, 'nothing is lost')
    await isGood(guest)
    await send(guest, t, joining)
    await isFoundNowhere(reader, t, joining.name)

    await answer(office, t, joining.name, { key: 'ask-to-complete', reason: 'Var finns ni?' })
    const asked = await platform.letters.next(joining.email)
    match(asked.text, /Var finns ni\?/)
    await guest.goto(asked.link('/network/join/mine/'))
    await sees(guest, 'Var finns ni?')
    await isGood(guest)
    await tick(guest, 'areas', 'inner-city')
    await press(guest, t('organisations.application.complete'))
    await sees(guest, t('organisations.application.lead-waiting'))
    await answer(office, t, joining.name, { key: 'verify' })
    await fillProfile(guest, t, joining, word)
    await isFound(reader, t, joining.name, word)

    await fillIn(other, t, refused)
    await send(other, t, refused)
    await answer(office, t, refused.name, { key: 'turn-down', reason: 'Dörren är inte öppen för alla.' })
    const told = await platform.letters.next(refused.email)
    equal(told.subject, t('organisations.mail.join.subject-turn-down'))
    ok(told.text.includes('Dörren är inte öppen för alla.'))
    await isFoundNowhere(reader, t, refused.name)
    deepEqual(browsers.complaints, [])
  })
}
