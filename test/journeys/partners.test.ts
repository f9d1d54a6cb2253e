import { deepEqual, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { isGood } from './look.ts'
import { looks, sendIn } from './sending-in.ts'
import { fill, follow, sees, tick } from './visitor.ts'

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

const companyIn: Record<Language, string> = {
  sv: 'Kontorsgården Fyren',
  en: 'Lighthouse Offices',
  es: 'Oficinas del Faro',
}
const addressIn = (language: Language): string => `fyren-${language}@example.org`
const offeredIn = (language: Language): string => `Our auditorium, four evenings (${language})`
const wentToIn = (language: Language): string => `Kvällsmöten för unga (${language})`
const thanksIn = (language: Language): string => `Tack: 140 möttes i er hörsal (${language}).`

/** From what is needed over the form and the mail to the confirmed address. Answers with the own page. */
async function pledge(page: Page, t: Words): Promise<string> {
  const { language } = t
  await page.goto(`/${language}/partners`)
  await isGood(page)
  await page.getByRole('main').locator(`a[href*="/${language}/partners/pledge?need="]`).nth(1).click()
  await tick(page, 'kind', 'premises')
  await tick(page, 'giver', 'organisation')
  await tick(page, 'publish', 'named')
  await fill(page, { what: offeredIn(language), amount: '4', giver_name: companyIn[language] })
  await page.locator('select[name="unit"]').selectOption('times')
  const address = addressIn(language)
  await fill(page, { email: address })
  return sendIn(page, {
    ...{ address, letters: platform.letters, link: '/partners/pledges/' },
    ...{ button: t('partners.form.button'), sent: t('partners.sent.title-guest') },
    confirm: t('partners.mine.confirm'),
  })
}

async function step(office: Page, t: Words, kind: 'talk' | 'agreed' | 'thanked', words: string) {
  const form = office.locator(`form:has(button[value="${kind}"])`)
  await form.locator('textarea[name="words"]').fill(words)
  await form.locator(`button[value="${kind}"]`).click()
  await office.waitForURL(/\/office\/pledges\/\d+$/)
  await sees(office, t(`partners.state.${kind}`))
  await isGood(office)
}

async function attach(office: Page): Promise<void> {
  const pdf = { name: 'avtal.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 avtal') }
  await office.locator('input[type="file"]').setInputFiles(pdf)
  await office.locator('form[action$="/agreement"] button').click()
  await office.getByRole('link', { name: 'avtal.pdf' }).waitFor()
}

async function give(office: Page, t: Words): Promise<void> {
  const form = office.locator('form:has(button[value="given"])')
  await form.locator(`[name="in_kind.${t.language}"]`).fill('Hörsalen, fyra kvällar')
  await form.locator(`[name="given_to.${t.language}"]`).fill(wentToIn(t.language))
  await form.locator('button[value="given"]').click()
  await sees(office, t('partners.office.gift'))
  await isGood(office)
}

/** Each step came as a mail in the giver's language, in its order. */
async function isToldOfEach(t: Words): Promise<void> {
  for (const kind of ['talk', 'agreed', 'given', 'thanked']) {
    const letter = await platform.letters.next(addressIn(t.language))
    const told = letter.text.replaceAll(/\s+/g, ' ')
    match(told, new RegExp(t(`partners.mail.step.says-${kind}`).slice(0, 30)))
    match(letter.link('/partners/pledges/'), new RegExp(`/${t.language}/`))
  }
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} a company pledges premises, and is followed to the thanks and the public lists`, async () => {
    const t = wordsFor(language)
    const giver = await browsers.visitor({ ...look, width: 360 })
    const reader = await browsers.visitor({ ...look, width: 320 })
    const office = await browsers.visitor(look)
    await signInToSample(office, 'city', language)
    const own = await pledge(giver, t)
    await sees(giver, t('partners.state.received'))

    await follow(office, t('office.place.pledges'))
    await isGood(office)
    await follow(office, offeredIn(language))
    await isGood(office)
    await step(office, t, 'talk', 'Can we meet on Thursday?')
    await attach(office)
    await step(office, t, 'agreed', 'Agreed.')
    await give(office, t)
    await step(office, t, 'thanked', thanksIn(language))

    await isToldOfEach(t)
    await giver.goto(own)
    await sees(giver, thanksIn(language))
    await giver.getByRole('link', { name: t('partners.mine.agreement') }).waitFor()
    await isGood(giver)

    await reader.goto(`/${language}/partners`)
    await reader.getByRole('main').locator(`a[href$="/${language}/partners/given"]`).first().click()
    for (const words of [companyIn[language], wentToIn(language)]) await sees(reader, words)
    await isGood(reader)
    const year = new Date().getFullYear()
    await reader.goto(`/${language}/partners/outcome?year=${year}`)
    for (const words of [companyIn[language], wentToIn(language)]) await sees(reader, words)
    await isGood(reader)
    deepEqual(browsers.complaints, [])
  })
}
