import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin } from './coordinator.ts'
import { isGood } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]

let platform: Installation
let browsers: Browsers

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

test('an association joins the agreement: asked for in Spanish, accepted in Swedish, read in English', async () => {
  const lucia = await browsers.visitor({ language: 'es', width: 320, script: false, colour: 'dark' })
  await lucia.goto('/es/plan')
  await follow(lucia, es('agreement.join.title'))
  await isGood(lucia)
  await fill(lucia, { organisation: 'Coro del Puente', name: 'Lucía', about: 'Cantamos los lunes.' })
  await fill(lucia, { email: 'lucia@example.org' })
  await lucia.locator('[name="category"]').selectOption('culture')
  await tick(lucia, 'conditions', 'active')
  await press(lucia, es('agreement.join.button'))
  await sees(lucia, es('agreement.join.conditions-missing'))
  equal(await lucia.locator('[name="organisation"]').inputValue(), 'Coro del Puente')
  await isGood(lucia)
  for (const condition of ['democratic', 'equal-worth']) await tick(lucia, 'conditions', condition)
  await press(lucia, es('agreement.join.button'))
  await sees(lucia, es('agreement.join.sent'))
  await isGood(lucia)
  equal((await lucia.context().cookies()).length, 0, 'joining needs no cookie')
  await lucia.goto((await platform.letters.next('lucia@example.org')).link('/agreement/confirm/'))
  await isGood(lucia)
  await press(lucia, es('agreement.confirm.button'))
  await sees(lucia, es('agreement.confirm.done'))
  await isGood(lucia)

  const bo = await browsers.visitor()
  await begin(bo, platform.said())
  await bo.goto('/sv/office')
  await follow(bo, sv('office.desk.signatory-waiting', { organisation: 'Coro del Puente' }))
  await isGood(bo)
  await tick(bo, 'answer', 'accept')
  await press(bo, sv('agreement.signatory.button'))
  await sees(bo, sv('agreement.signatory.done'))
  await isGood(bo)

  const noor = await browsers.visitor({ language: 'en', script: false })
  await noor.goto('/en/plan')
  await follow(noor, en('plan.agreement.read'))
  await isGood(noor)
  await follow(noor, en('agreement.signatories.see'))
  await sees(noor, 'Coro del Puente')
  await isGood(noor)
  equal(await noor.getByText('Lucía').count(), 0, 'the list shows organizations, never people')
  await lucia.goto((await platform.letters.next('lucia@example.org')).link('/agreement/signatories'))
  await sees(lucia, 'Coro del Puente')
  await isGood(lucia)
  deepEqual(browsers.complaints, [])
})
