import { deepEqual, equal } from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { newId } from '#platform/ids.ts'
import { datePlus, localDate, plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { noTroubles } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, press, sees } from './visitor.ts'

const desk = '/sv/office/series/lunch-and-learn/needs'
const sv = wordsFor('sv')

test('needs handed in on a phone in three languages are seconded, joined, matched and made a lunch, and all are told', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const office = await browsers.visitor({ script: false })
    await signIn(office, platform)
    const phone = (language: Language, script: boolean) => browsers.visitor({ language, script, width: 360 })
    const first = await handIn(
      await phone('sv', true),
      platform,
      'sv',
      'Vi vill förstå hur en cykelverkstad får ett rum',
    )
    const second = await handIn(
      await phone('es', false),
      platform,
      'es',
      'Queremos entender cómo abrir un taller de bicicletas',
    )
    for (const number of [first, second]) {
      await office.goto(`${desk}/${number}`)
      await press(office, sv('lunch-and-learn.moderate.open-button'))
      await sees(office, sv('lunch-and-learn.says.open'))
    }
    for (const address of ['sv@example.org', 'es@example.org']) await platform.letters.next(address)
    await standBehind(await phone('en', true), platform, first)

    await office.goto(`${desk}/${second}`)
    await office.locator('select[name="into"]').selectOption(String(first))
    await press(office, sv('lunch-and-learn.join.button'))
    await sees(office, sv('lunch-and-learn.says.joined'))
    await toldOf(platform, ['es@example.org'], 'joined', { number: second, into: first })

    await offer(await phone('sv', false), platform, office, first)
    await office.goto(`${desk}/${first}`)
    await office
      .locator('select[name="offer"]')
      .selectOption({ label: 'Så får ni ett rum (Fastighetskontoret)' })
    await press(office, sv('lunch-and-learn.match.button'))
    await sees(office, sv('lunch-and-learn.says.matched'))
    const behind = { 'sv@example.org': first, 'en@example.org': first, 'es@example.org': second }
    for (const [address, number] of Object.entries(behind))
      await toldOf(platform, [address], 'matched', { number })

    const day = datePlus(localDate(systemClock()), 30)
    await fill(office, { date: day, place_name: 'Föreningshuset' })
    await press(office, sv('lunch-and-learn.lunch.button'))
    await office.getByRole('link', { name: sv('lunch-and-learn.office.to-lunch') }).click()
    await office.goto(`${office.url()}/publish`)
    await office.locator('main form button[type=submit]').click()
    await office.waitForURL(/\/office\/events\/[\w-]+(\?.*)?$/)
    followNow(platform.file)
    for (const [address, number] of Object.entries(behind)) {
      const letter = await toldOf(platform, [address], 'planned', { number })
      const page = await phone(address.slice(0, 2) as Language, true)
      await page.goto(letter.link('/events/'))
      await sees(page, wordsFor(address.slice(0, 2) as Language)('lunch-and-learn.event.title'))
      await noTroubles(page)
    }
    deepEqual(browsers.complaints, [])
  } finally {
    await browsers.close()
    await platform.stop()
  }
})

async function signIn(page: Page, platform: Installation): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
}

/** From the page of the series: two fields to fill in, one letter to open, one button to press. */
async function handIn(
  page: Page,
  platform: Installation,
  language: Language,
  words: string,
): Promise<number> {
  const t = wordsFor(language)
  await page.goto(`/${language}/series/lunch-and-learn`)
  await page
    .getByRole('main')
    .getByRole('link', { name: t('lunch-and-learn.way.need') })
    .click()
  await noTroubles(page)
  const inputs = 'main input:not([type=hidden]):visible, main textarea:visible, main select:visible'
  equal(await page.locator(inputs).count(), 3, 'words, an address, and an organisation that may be left out')
  await fill(page, { words, email: `${language}@example.org` })
  await press(page, t('lunch-and-learn.hand-in.button'))
  await sees(page, t('lunch-and-learn.sent.title-guest'))
  await confirm(page, platform, language)
  await sees(page, t('lunch-and-learn.says.new'))
  return numberOf(platform.file, words)
}

async function confirm(page: Page, { letters }: Installation, language: Language): Promise<void> {
  const letter = await letters.next(`${language}@example.org`)
  await page.goto(letter.link('/needs/mine/'))
  await noTroubles(page)
  await press(page, wordsFor(language)('lunch-and-learn.mine.confirm'))
}

async function standBehind(page: Page, platform: Installation, number: number): Promise<void> {
  const t = wordsFor('en')
  await page.goto(`/en/needs/${number}`)
  await noTroubles(page)
  await fill(page, { email: 'en@example.org', organisation: 'Cykelköket' })
  await press(page, t('lunch-and-learn.second.button'))
  await confirm(page, platform, 'en')
  await sees(page, t('lunch-and-learn.mine.seconded'))
}

async function offer(page: Page, platform: Installation, office: Page, number: number): Promise<void> {
  await page.goto(`/sv/needs/offer?need=${number}`)
  await fill(page, {
    topic: 'Så får ni ett rum',
    email: 'kontor@example.org',
    organisation: 'Fastighetskontoret',
  })
  await press(page, sv('lunch-and-learn.offer.button'))
  await page.goto((await platform.letters.next('kontor@example.org')).link('/needs/mine/'))
  await press(page, sv('lunch-and-learn.mine.confirm'))
  await sees(page, sv('lunch-and-learn.mine.offer-new'))
  await office.goto(desk)
  await office.getByRole('link', { name: 'Så får ni ett rum' }).click()
  await press(office, sv('lunch-and-learn.moderate.open-offer'))
}

interface Step {
  number: number
  into?: number
}

/** The next letter of somebody says what has happened, in their language. */
async function toldOf({ letters }: Installation, [address = '']: string[], kind: string, values: Step) {
  const letter = await letters.next(address)
  const t = wordsFor(address.slice(0, 2) as Language)
  equal(letter.subject, t(`lunch-and-learn.mail.tiding.subject-${kind}`, { into: 0, ...values }))
  return letter
}

function numberOf(file: string, words: string): number {
  const database = new DatabaseSync(file)
  try {
    const row = database.prepare('select number from lunch_need where words like ?').get(`%${words}%`)
    return Number(row?.['number'])
  } finally {
    database.close()
  }
}

/** Asks for what the program does every minute, so that nobody waits for the minute to be over. */
function followNow(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  const at = plus(systemClock(), { minutes: -1 })
  database.prepare('insert into job (id, kind, run_at) values (?, ?, ?)').run(newId(), 'follow-lunches', at)
  database.close()
}
