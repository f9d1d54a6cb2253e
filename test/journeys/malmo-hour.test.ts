import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const sv = wordsFor('sv')
const cityIs = { sv: 'Malmö stad', en: 'the City of Malmö', es: 'la Ciudad de Malmö' }
const societyIs = { sv: 'civilsamhället', en: 'civil society', es: 'la sociedad civil' }
const turnsDesk = '/sv/office/series/malmo-hour/turns'

let platform: Installation
let browsers: Browsers
let bo: Page
let amina: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
  amina = await browsers.visitor({ script: false })
  await amina.goto((await platform.letters.next('amina@example.org')).link('/sign-in/with/'))
  await press(amina, sv('people.open.button'))
  // The first hour has three slots for each side, the second one each.
  await hourIn(9, 6)
  await hourIn(40, 2)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

/** An hour so many days from now, with slots that the turns deal. */
async function hourIn(days: number, slots: number): Promise<void> {
  const desk = await publishEvent(bo, timesFor(plus(systemClock(), { days })), 30, 'malmo-hour')
  await bo.goto(desk)
  await follow(bo, sv('malmo-hour.hour.link'))
  await noTroubles(bo)
  await fill(bo, { 'minutes.1': '10', 'minutes.2': '10' })
  await press(bo, sv('malmo-hour.hour.lay-out-button', { slots: 2 }))
  for (let more = 2; more < slots; more += 1) {
    await sees(bo, sv('malmo-hour.slot.number', { number: more }))
    await fill(bo, { 'minutes.1': '10' })
    await press(bo, sv('malmo-hour.hour.lay-out-button', { slots: 1 }))
  }
  await sees(bo, sv('malmo-hour.slot.number', { number: slots }))
  await noTroubles(bo)
}

for (const [language, script] of [
  ['sv', false],
  ['en', true],
  ['es', false],
] as const) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} somebody proposes on a phone, the office schedules it, and the other side is next`, async () => {
    const t = wordsFor(language)
    const [title, email] = [`Cyklar (${language})`, `rut-${language}@example.org`]
    const rut = await browsers.visitor({ language, script, width: 360, colour: script ? 'light' : 'dark' })
    await rut.goto(`/${language}/series/malmo-hour`)
    await follow(rut, t('malmo-hour.propose.button'))
    await rut.getByRole('radio', { name: cityIs[language], exact: false }).check()
    await tick(rut, 'kind', 'project')
    await fill(rut, { title, learn: 'Text.', presenter: 'Rut', email })
    await noTroubles(rut)
    await press(rut, t('malmo-hour.propose.send'))
    await rut.waitForURL('**/proposed')
    await noTroubles(rut)
    const own = (await platform.letters.next(email)).link('/presentations/')
    await rut.goto(own)
    await noTroubles(rut)
    await press(rut, t('malmo-hour.own.confirm'))
    await sees(rut, t('malmo-hour.standing.says.waiting'))

    await bo.goto('/sv/office')
    await follow(bo, sv('malmo-hour.desk-item.proposals', { proposals: 1 }))
    await noTroubles(bo)
    await follow(bo, title)
    await tick(bo, 'answer', 'accepted')
    await noTroubles(bo)
    await press(bo, sv('malmo-hour.proposal.send'))
    await press(bo, sv('malmo-hour.proposal.schedule'))
    await sees(bo, sv('malmo-hour.standing.scheduled'))
    await noTroubles(bo)
    await platform.letters.next(email)
    const scheduled = await platform.letters.next(email)
    await rut.goto(scheduled.link('/presentations/'))
    await sees(rut, t('malmo-hour.standing.says.scheduled'))
    await noTroubles(rut)

    await rut.goto(`/${language}/series/malmo-hour`)
    // All slots are dealt, so a new one would be the City's; the next open one is of the other side.
    const next = { side: cityIs[language], other: societyIs[language] }
    await sees(rut, t('malmo-hour.turn.because.last-turn', next))
    await noTroubles(rut)
    await rut.locator('.hour-slots').first().getByText(title).waitFor()
    deepEqual(browsers.complaints, [])
  })
}

test('two sides swap: nothing moves before the other has said yes, without script', async () => {
  await bo.goto(turnsDesk)
  await follow(bo, sv('malmo-hour.swap.ask'))
  await bo.locator('[name="slot"]').selectOption({ index: 1 })
  await bo.locator('[name="other"]').selectOption({ index: 4 })
  await fill(bo, { reason: 'Resa' })
  await noTroubles(bo)
  await press(bo, sv('malmo-hour.swap.send'))
  await sees(bo, sv('malmo-hour.swap.nothing-moves'))
  await noTroubles(bo)

  await amina.goto('/sv/office')
  await follow(amina, sv('malmo-hour.desk-item.swap', { side: cityIs.sv }))
  await tick(amina, 'answer', 'yes')
  await noTroubles(amina)
  await press(amina, sv('malmo-hour.swap.answer-button'))
  await sees(amina, sv('malmo-hour.swap.state.yes'))
  const visitor = await browsers.visitor({ width: 360 })
  await visitor.goto('/sv/series/malmo-hour')
  const first = visitor.locator('.hour-slots').first().getByRole('listitem').first()
  await first.getByText(societyIs.sv).waitFor()
  await noTroubles(visitor)
  deepEqual(browsers.complaints, [])
})

test('a side lets its turn pass with a reason that everybody can read', async () => {
  await amina.goto(turnsDesk)
  await amina.locator('section[aria-labelledby="hour-hours"] a').first().click()
  const summary = amina.getByRole('main').locator('details summary').first()
  await summary.click()
  await fill(amina, { reason: 'Vi bygger om' })
  await noTroubles(amina)
  await press(amina, sv('malmo-hour.hour.pass-button'))
  const visitor = await browsers.visitor()
  await visitor.goto('/sv/series/malmo-hour')
  await sees(visitor, sv('malmo-hour.slot.passed', { side: societyIs.sv, reason: 'Vi bygger om' }))
  deepEqual(browsers.complaints, [])
})
