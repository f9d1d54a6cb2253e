import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { isGood } from './look.ts'
import { looks } from './sending-in.ts'
import { follow, press, sees, tick } from './visitor.ts'

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

/** A file as Excel writes it in Swedish: semicolons, Windows line ends, and letters of its own. */
const fileOf = (...lines: string[]) => ({
  name: 'organisationer.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Namn;Typ;Språk', ...lines, ''].join('\r\n'), 'latin1'),
})

const newName = ({ language }: Words): string => `Cykelköket i hörnet (${language})`
const oldName = 'Malmö Ideella'

async function send(office: Page, t: Words, ...lines: string[]): Promise<void> {
  await office.goto(`/${t.language}/office/lists`)
  await isGood(office)
  await tick(office, 'kind', 'organisations')
  await office.locator('[name="file"]').setInputFiles(fileOf(...lines))
  await press(office, t('lists.send.button'))
}

for (const { language, script, colour } of looks) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} a list is corrected, looked at row by row, imported, and taken back`, async () => {
    const t = wordsFor(language)
    const office = await browsers.visitor({ language, script, colour, width: 360 })
    await signInToSample(office, 'city', language)

    await send(office, t, `${newName(t)};banan;svenska`, 'Utan typ;banan;svenska')
    await sees(office, t('lists.now.unreadable', { count: 2 }))
    await isGood(office)
    await press(office, t('lists.now.throw-away'))

    await send(office, t, `${newName(t)};förening;svenska, arabiska`, `${oldName};;svenska, finska`)
    await sees(office, newName(t))
    await sees(office, t('organisations.kind.association'))
    await isGood(office)
    await follow(office, t('lists.outcome.change'))
    await sees(office, oldName)
    await isGood(office)
    await press(office, t('lists.now.import-organisations', { count: 2 }))
    await sees(office, t('lists.undo.title'))
    await isGood(office)

    const visitor = await browsers.visitor({ language, script, colour, width: 360 })
    const search = `/${language}/network?q=${encodeURIComponent(newName(t))}`
    await visitor.goto(search)
    await sees(visitor, newName(t))

    await press(office, t('lists.undo.button', { back: 2 }))
    await sees(office, t('lists.done.taken-back'))
    await isGood(office)
    await visitor.goto(search)
    deepEqual(
      await visitor
        .getByRole('main')
        .getByRole('link', { name: newName(t) })
        .count(),
      0,
    )
    deepEqual(browsers.complaints, [])
  })
}
