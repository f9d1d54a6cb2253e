import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { askInstead, layOutRounds, question, writeCard } from './at-the-tables.ts'
import { letItBegin } from './moving-time.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const sv = wordsFor('sv')

/** Counts from now on how often the wall strikes its gong. */
const listenForGong = (wall: Page): Promise<void> =>
  wall.evaluate(`
    const main = document.querySelector('#wall')
    main.dataset.gongs = '0'
    new MutationObserver(([change]) => {
      if (change.oldValue?.includes('struck') || !main.classList.contains('struck')) return
      main.dataset.gongs = String(Number(main.dataset.gongs) + 1)
    }).observe(main, { attributeFilter: ['class'], attributeOldValue: true })
  `)

const gongs = async (wall: Page): Promise<number> =>
  Number(await wall.locator('#wall').getAttribute('data-gongs'))

let platform: Installation
let browsers: Browsers
let bo: Page
let desk: string
let wall: string
let projector: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor({ width: 360 })
  await begin(bo, platform.said())
  desk = await publishEvent(bo, timesFor(plus(systemClock(), { days: 9 })), 30, 'dialogforum')
  layOutRounds(platform.file, desk)
  projector = await browsers.visitor()
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

test('the organizer gets the wall ready before the day, and starts the first round on it', async () => {
  await bo.goto(desk)
  await follow(bo, sv('forum-day.rounds.link'))
  await sees(bo, sv('forum-day.closed.not-today'))
  await noTroubles(bo)
  await fill(bo, { label: 'Projektorn' })
  await press(bo, sv('forum-day.link.make'))
  await sees(bo, sv('forum-day.link.made'))
  await noTroubles(bo)
  wall = (await bo.locator('.steward-link a').getAttribute('href')) ?? ''
  await projector.goto(wall)
  await noTroubles(projector)

  letItBegin(platform.file, desk)
  await bo.goto(`${desk}/rounds`)
  await noTroubles(bo)
  await press(bo, sv('forum-day.button.start-round', { number: 1, of: 2 }))
  await sees(bo, sv('forum-day.running.left', { minutes: 20 }))
  await noTroubles(bo)
  // Nobody has touched the projector: it shows what is asked in three languages, and counts.
  for (const words of Object.values(question)) await sees(projector, words)
  await noTroubles(projector)
  const time = projector.locator('.stage-time')
  const before = await time.textContent()
  await projector.waitForTimeout(1500)
  notEqual(await time.textContent(), before)
})

test('what a table writes is on the wall without anybody asking', async () => {
  await projector.goto(`${wall}/proposals`)
  await sees(projector, sv('forum-day.cards.none'))
  await noTroubles(projector)
  writeCard(platform.file, desk, 'Ge varje förening en egen nyckel')
  await sees(projector, 'Ge varje förening en egen nyckel')
  writeCard(platform.file, desk, 'Öppna aulan på söndagar')
  await sees(projector, 'Öppna aulan på söndagar')
  await noTroubles(projector)
  await projector.goto(wall)
  await listenForGong(projector)
  await bo.goto(`${desk}/rounds`)
  await press(bo, sv('forum-day.wall.showing.cards'))
  await sees(projector, 'Öppna aulan på söndagar')
  await projector.waitForTimeout(600)
  await press(bo, sv('forum-day.wall.showing.now'))
  await sees(projector, question.sv)
  await projector.waitForTimeout(600)
  // Another thing to look at is no gong.
  equal(await gongs(projector), 0)
})

for (const [language, script] of [
  ['sv', false],
  ['en', true],
  ['es', false],
] as const) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} somebody reads the wall on a phone and writes what they will do`, async () => {
    const t = wordsFor(language)
    const phone = await browsers.visitor({ language, script, width: 360, colour: script ? 'light' : 'dark' })
    const own = wall.replace('/sv/', `/${language}/`)
    await phone.goto(own)
    await sees(phone, question[language])
    await noTroubles(phone)
    // Without script the page asks again by itself.
    match(await (await phone.request.get(own)).text(), /<noscript><meta http-equiv="refresh" content="15"/)
    await phone.getByRole('link', { name: t('forum-day.commitments.open-form') }).click()
    await noTroubles(phone)
    await press(phone, t('forum-day.promise.send'))
    await phone.getByRole('main').getByText(t('forum-day.promise.words-missing')).first().waitFor()
    await noTroubles(phone)
    const words = `Ringa byalaget (${language})`
    await fill(phone, { words, email: `rut-${language}@example.org`, name: 'Rut' })
    await tick(phone, 'show', 'yes')
    await tick(phone, 'remind', 'yes')
    await projector.goto(`${wall}/commitments`)
    await press(phone, t('forum-day.promise.send'))
    await sees(phone, t('forum-day.own.kept'))
    await noTroubles(phone)
    await sees(projector, words)
    await noTroubles(projector)
    const letter = await platform.letters.next(`rut-${language}@example.org`)
    ok(!letter.text.includes(words))
    await phone.goto(letter.link('/my-commitment/'))
    await noTroubles(phone)
    await press(phone, t('forum-day.own.confirm'))
    await phone.getByRole('button', { name: t('forum-day.own.no-reminder') }).waitFor()
    deepEqual(browsers.complaints, [])
  })
}

test('the longest question leaves the time and what comes next in sight on every projector', async () => {
  await projector.goto(wall)
  const longest = (words: string): string => `${words.repeat(15).slice(0, 299)}?`
  const words = {
    sv: longest('Vem ska bestämma om nyckeln '),
    en: longest('Who should decide about the key '),
  }
  askInstead(platform.file, desk, { ...words, es: longest('Quién debería decidir sobre la llave ') })
  await sees(projector, words.sv)
  const size = projector.viewportSize() ?? { width: 1280, height: 720 }
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await projector.setViewportSize({ width, height })
    equal(await projector.evaluate('document.documentElement.scrollHeight'), height, `${width} × ${height}`)
  }
  await noTroubles(projector)
  await projector.setViewportSize(size)
  askInstead(platform.file, desk, question)
  await sees(projector, question.sv)
})

test('when the program ends in the middle of a round, the wall counts on, and finds the day where it was', async () => {
  await projector.goto(wall)
  await sees(projector, question.sv)
  await platform.killAndStartAgain()
  const time = projector.locator('.stage-time')
  const before = await time.textContent()
  await projector.waitForTimeout(1500)
  notEqual(await time.textContent(), before)
  await bo.goto(`${desk}/rounds`)
  await sees(bo, question.sv)
  await listenForGong(projector)
  await press(bo, sv('forum-day.wall.showing.cards'))
  await sees(projector, 'Öppna aulan på söndagar')
  await press(bo, sv('forum-day.button.end'))
  // Also whoever reads the proposals hears that the round is over.
  await projector.locator('#wall.struck').waitFor()
  await press(bo, sv('forum-day.wall.showing.now'))
  await sees(projector, sv('forum-day.stage.move'))
  equal(await gongs(projector), 1)
  await press(bo, sv('forum-day.button.back'))
  await sees(projector, question.sv)
})
