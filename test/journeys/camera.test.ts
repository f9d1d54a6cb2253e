import { deepEqual } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor, title } from './coordinator.ts'
import { filmOf } from './film.ts'
import { fill, findEvent, follow, press, sees, signUp } from './visitor.ts'

const t = wordsFor('sv')
const folder = mkdtempSync(join(tmpdir(), 'malmoandan-film-'))
const film = join(folder, 'code.y4m')

let platform: Installation
let browsers: Browsers
let atTheDoor: Browsers | undefined
before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
})
after(async () => {
  await atTheDoor?.close()
  await browsers.close()
  await platform.stop()
  rmSync(folder, { recursive: true })
})

test('the code of a confirmation is held before the camera of a steward’s phone, and its holder is let in', async () => {
  const bo = await browsers.visitor()
  await begin(bo, platform.said())
  const desk = await publishEvent(bo, timesFor(systemClock()), 5)
  const page = await browsers.visitor()
  const nadia = { page, t, name: 'Nadia', address: 'nadia@example.org', link: '' }
  await findEvent(nadia, title.sv)
  await signUp(nadia, platform.letters, 'seat')
  await page.goto(nadia.link)
  await follow(page, t('code.show'))
  await page.getByRole('heading', { level: 1, name: 'Nadia' }).waitFor()
  const svg = await (await page.request.get(`${nadia.link}/code.svg`)).text()
  await filmOf(page, svg, film)

  await bo.goto(`${desk}/door/stewards`)
  await fill(bo, { label: 'Vera' })
  await press(bo, t('steward.make'))
  const door = await bo.locator('.steward-link a').getAttribute('href')
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  atTheDoor = await openBrowsers(platform.url, [...camera, `--use-file-for-fake-video-capture=${film}`])
  const vera = await atTheDoor.visitor({ width: 390 })
  await vera.goto(door ?? '')
  await vera.locator('#door-ready').waitFor({ state: 'visible' })
  await press(vera, t('door.camera'))
  await vera
    .locator('.door-says')
    .getByText(t('door.answer.welcome', { name: 'Nadia' }))
    .waitFor()
  await vera.locator('#door-net:empty').waitFor({ state: 'attached' })
  await bo.goto(`${desk}/door?q=nadia`)
  await sees(bo, t('door.undo'))
  deepEqual([...browsers.complaints, ...atTheDoor.complaints], [])
})
