import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { isGood } from './look.ts'
import { looks, sendIn } from './sending-in.ts'
import { fill, follow, press, sees } from './visitor.ts'

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

const askedIn: Record<Language, string> = {
  sv: 'Finns det barnpassning på forumet?',
  en: 'Is there childcare at the forum?',
  es: '¿Hay guardería en el foro?',
}
const addressIn = (language: Language): string => `lucia-${language}@example.org`
/** What the second coordinator writes, to send it a moment too late. */
const late = 'Ja, i rummet bredvid.'

async function ask(page: Page, t: Words): Promise<string> {
  const { language } = t
  await page.goto(`/${language}/contact`)
  const address = addressIn(language)
  await fill(page, { words: askedIn[language], email: address })
  return sendIn(page, {
    ...{ address, letters: platform.letters, link: '/contact/mine/' },
    ...{
      button: t('contact.button'),
      sent: t('contact.sent.title-guest'),
      confirm: t('contact.mine.confirm'),
    },
  })
}

async function openInbox(page: Page, t: Words): Promise<void> {
  await page.goto(`/${t.language}/office`)
  await follow(page, t('office.place.inbox'))
  await isGood(page)
  await page.goto(`/${t.language}/office/inbox?kind=question`)
}

/** Ticks the question and gives it to somebody of those who are offered; answers with who that is. */
async function give(page: Page, t: Words, index: number): Promise<string> {
  await page.locator('tr', { hasText: askedIn[t.language] }).locator('input[type="checkbox"]').check()
  const select = page.locator('select[name="to"]')
  await select.selectOption({ index })
  const name = await select.locator('option').nth(index).textContent()
  await press(page, t('inbox.assign.button'))
  return name ?? ''
}

/** Both give it to somebody at the same time: the second is told whose it is, and it stays so. */
async function assignAtOnce(first: Page, second: Page, t: Words): Promise<void> {
  const name = await give(first, t, 1)
  await give(second, t, 2)
  await second.getByRole('status').waitFor()
  const told = await second.getByRole('status').textContent()
  ok(told?.includes(askedIn[t.language]) && told.includes(name), told ?? '')
  await isGood(second)
  const row = second.locator('tr', { hasText: askedIn[t.language] })
  ok((await row.textContent())?.includes(name), 'it stays whose it was')
}

/** Both answer: one answer is sent, and the other's words are kept. */
async function answerAtOnce(first: Page, second: Page, t: Words): Promise<void> {
  await follow(first, askedIn[t.language])
  await follow(second, askedIn[t.language])
  await first.locator('select[name="text"]').selectOption({ index: 1 })
  await press(first, t('platform.prepared.button'))
  await isGood(first)
  const begun = await first.locator('textarea[name="words"]').inputValue()
  ok(begun.length > 0, 'a prepared answer, in the language of the question')
  await fill(second, { words: late })
  await press(first, t('inbox.question.send'))
  await first.locator('textarea[name="words"]').waitFor({ state: 'detached' })
  await press(second, t('inbox.question.send'))
  await sees(second, t('inbox.refusal.answered-already'))
  equal(await second.locator('textarea[name="words"]').inputValue(), late, 'no words are lost')
  await isGood(second)

  const letter = await platform.letters.next(addressIn(t.language))
  match(letter.text.replaceAll(/\s+/g, ' '), new RegExp(begun.slice(0, 25)))
  equal(platform.letters.count(addressIn(t.language)), 2, 'one to confirm and one with the answer')
}

/** Everything on a page is put aside as spam with one press, and put back with one. */
async function putAsideAndBack(page: Page, t: Words): Promise<void> {
  await page.goto(`/${t.language}/office/inbox?kind=question`)
  const waiting = await page.locator('input[name="item"]').count()
  ok(waiting > 1)
  await page.locator('input[name="all"]').check()
  await page.locator('select[name="reason"]').selectOption('program')
  await press(page, t('inbox.spam.button'))
  await sees(page, t('inbox.closed.just', { count: waiting }))
  await isGood(page)
  await press(page, t('inbox.closed.undo'))
  await page.waitForURL('**/office/inbox')
  await page.goto(`/${t.language}/office/inbox?kind=question`)
  equal(await page.locator('input[name="item"]').count(), waiting)
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} two coordinators work the inbox at once: nothing is lost, nothing is sent twice`, async () => {
    const t = wordsFor(language)
    const asker = await browsers.visitor({ ...look, width: 360 })
    const city = await browsers.visitor(look)
    const civil = await browsers.visitor(look)
    await signInToSample(city, 'city', language)
    await signInToSample(civil, 'civil-society', language)
    const own = await ask(asker, t)
    for (const page of [city, civil]) await openInbox(page, t)
    await assignAtOnce(city, civil, t)
    await answerAtOnce(city, civil, t)

    await asker.goto(own)
    await sees(asker, t('contact.mine.answer'))
    ok(!(await asker.getByRole('main').textContent())?.includes(late))
    await isGood(asker)
    await putAsideAndBack(city, t)
    for (const path of ['answered', 'texts']) {
      await civil.goto(`/${language}/office/inbox/${path}`)
      await isGood(civil)
    }
    deepEqual(browsers.complaints, [])
  })
}
