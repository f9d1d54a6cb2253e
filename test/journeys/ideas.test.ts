import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { datePlus, localDate, plus, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
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

/** Whoever supports an idea reads another language than whoever wrote it. */
const otherThan = { sv: 'en', en: 'es', es: 'sv' } as const satisfies Record<Language, Language>

const ideaIn: Record<Language, string> = {
  sv: 'En cykelverkstad i Rosengård',
  en: 'A repair evening for toys in Lindängen',
  es: 'Un taller de guitarras en Kirseberg',
}
const authorIn = (language: Language): string => `forfattare-${language}@example.org`
const supporterOf = (language: Language): string => `stod-${language}@example.org`
const answerIn = (language: Language): string => `Vi ordnar en lunch (${language}).`

/** From the list over three questions to an idea whose address is confirmed. Answers with its own page. */
async function propose(page: Page, t: Words): Promise<string> {
  const { language } = t
  await page.goto(`/${language}/ideas`)
  await isGood(page)
  await follow(page, t('ideas.list.new'))
  const address = authorIn(language)
  await fill(page, { what: ideaIn[language], why: 'Grannar lär känna varandra.', email: address })
  return sendIn(page, {
    ...{ address, letters: platform.letters, link: '/ideas/mine/' },
    ...{ button: t('ideas.new.button'), sent: t('ideas.sent.title-guest'), confirm: t('ideas.mine.confirm') },
  })
}

async function letThrough(office: Page, t: Words): Promise<void> {
  await office.goto(`/${t.language}/office/ideas`)
  await isGood(office)
  await follow(office, ideaIn[t.language])
  await isGood(office)
  await press(office, t('moderation.decide.show'))
  await sees(office, t('ideas.standing.shown'))
}

/** Somebody who reads another language stands behind it, and leaves an address. */
async function support(page: Page, author: Language, t: Words, number: number): Promise<void> {
  await page.goto(`/${t.language}/ideas/${number}`)
  const address = supporterOf(author)
  await fill(page, { email: address })
  await isGood(page)
  await press(page, t('ideas.support.button'))
  await sees(page, t('ideas.sent.title-guest'))
  await page.goto((await platform.letters.next(address)).link('/ideas/mine/'))
  await isGood(page)
  await press(page, t('ideas.mine.confirm'))
  await sees(page, t('ideas.mine.says-supporter'))
  await page.goto(`/${t.language}/ideas/${number}`)
  await sees(page, t('ideas.behind', { count: 2 }))
}

async function answer(office: Page, t: Words): Promise<void> {
  await office.reload()
  await tick(office, 'state', 'becomes')
  await fill(office, { [`words.${t.language}`]: answerIn(t.language) })
  await press(office, t('ideas.answer.button'))
  await sees(office, answerIn(t.language))
  await isGood(office)
}

/** One button makes it a need, and the need becomes a lunch that everybody can come to. */
async function makeLunch(office: Page, t: Words, days: number): Promise<void> {
  await press(office, t('ideas.make.lunch-need'))
  await sees(office, t('ideas.made.lunch-need'))
  await isGood(office)
  await office.locator('section:has(#made) a[href*="/needs/"]').click()
  await office.waitForURL('**/needs/*')
  await isGood(office)
  await office.locator('select[name="offer"]').selectOption({ index: 1 })
  await press(office, t('lunch-and-learn.match.button'))
  await sees(office, t('lunch-and-learn.says.matched'))
  await fill(office, { date: datePlus(localDate(systemClock()), days), place_name: 'Föreningshuset' })
  await press(office, t('lunch-and-learn.lunch.button'))
  await office.getByRole('link', { name: t('lunch-and-learn.office.to-lunch') }).click()
  await office.goto(`${office.url()}/publish`)
  await isGood(office)
  await office.locator('main form button[type=submit]').click()
  await office.waitForURL(/\/office\/events\/[\w-]+(\?.*)?$/)
}

/** The next day has come, and with it the clock that tells those behind an idea what has happened to it. */
const tellNow = (): void =>
  inDatabase(platform.file, (database) => {
    const yesterday = plus(systemClock(), { days: -1, hours: -1 })
    database.prepare('update idea_voice set told_at = ? where told_at > ?').run(yesterday, yesterday)
    const job = "insert into job (id, kind, run_at) values (?, 'tell-of-ideas', ?)"
    database.prepare(job).run(newId(), plus(systemClock(), { minutes: -1 }))
  })

/** In the language of whoever is told, and once: the answer, what was made, and when the lunch is. */
async function isTold(page: Page, address: string, { t, author }: { t: Words; author: Language }) {
  const letter = await platform.letters.about(address, t('ideas.mail.fact-event'))
  match(letter.text, new RegExp(answerIn(author).slice(0, 15)))
  const { pathname } = new URL(letter.link('/ideas/'))
  equal(pathname.slice(0, 4), `/${t.language}/`)
  await page.goto(pathname)
  await sees(page, t('ideas.made.title'))
  await isGood(page)
}

const numberOf = (language: Language): number =>
  inDatabase(platform.file, (database) =>
    Number(database.prepare('select number from idea where what = ?').get(ideaIn[language])?.['number']),
  )

for (const [place, look] of looks.entries()) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} an idea is let through, supported, answered and followed to the lunch that it became`, async () => {
    const [t, other] = [wordsFor(language), wordsFor(otherThan[language])]
    const author = await browsers.visitor({ ...look, width: 360 })
    const supporter = await browsers.visitor({ ...look, language: other.language, width: 360 })
    const office = await browsers.visitor(look)
    await signInToSample(office, 'city', language)
    const own = await propose(author, t)
    const number = numberOf(language)
    await letThrough(office, t)
    await support(supporter, language, other, number)
    await answer(office, t)
    await makeLunch(office, t, 30 + place)

    tellNow()
    await isTold(author, authorIn(language), { t, author: language })
    await isTold(supporter, supporterOf(language), { t: other, author: language })
    await author.goto(own)
    await follow(author, t('ideas.mine.public'))
    await author.waitForURL(`**/${language}/ideas/${number}`)
    await author.getByRole('main').locator(`a[href*="/${language}/events/"]`).first().click()
    await sees(author, t('lunch-and-learn.event.title'))
    await isGood(author)
    await author.goto(`/${language}/thread/idea/${number}`)
    await author.getByRole('main').locator(`a[href*="/${language}/events/"]`).first().waitFor()
    await isGood(author)
    deepEqual(browsers.complaints, [])
  })
}
