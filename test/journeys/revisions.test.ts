import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
/** Commitments that nothing is proposed about: two for each language. */
let numbers: number[]

const looks = [
  { language: 'sv', script: true, colour: 'light' },
  { language: 'en', script: false, colour: 'light' },
  { language: 'es', script: true, colour: 'dark' },
] as const

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
  numbers = inDatabase(platform.file, (database) =>
    database
      .prepare(
        `select number from commitment where plan_id = (
          select id from plan where adopted_on <= ? order by starts_on desc limit 1
        ) and id not in (
          select commitment_id from revision_change join revision on revision.id = revision_id
          where state = 'proposed' and commitment_id is not null
        ) order by number`,
      )
      .all(localDate(systemClock()))
      .map(({ number }) => Number(number)),
  )
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

interface Cast {
  t: Words
  city: Page
  civil: Page
  /** Somebody who only reads, on a phone. */
  reader: Page
}

async function castFor({ language, ...look }: (typeof looks)[number]): Promise<Cast> {
  const city = await browsers.visitor({ language, ...look })
  const civil = await browsers.visitor({ language, ...look })
  await signInToSample(city, 'city', language)
  await signInToSample(civil, 'civil-society', language)
  const reader = await browsers.visitor({ language, ...look, width: 320 })
  return { t: wordsFor(language), city, civil, reader }
}

/** Proposes other words for a commitment; answers with the number of the change. */
async function propose({ t, city }: Cast, number: number, said: string): Promise<string> {
  await city.goto(`/${t.language}/plan/commitments/${number}`)
  await follow(city, t('revisions.commitment-form.link-change'))
  await isGood(city)
  await fill(city, { [`title.${t.language}`]: said })
  await press(city, t('revisions.propose.button'))
  await sees(city, t('revisions.reason-missing'))
  equal(await city.locator(`[name="title.${t.language}"]`).inputValue(), said, 'nothing typed is lost')
  await isGood(city)
  await fill(city, { [`reason.${t.language}`]: 'Ni / you / ellos' })
  await press(city, t('revisions.propose.button'))
  await sees(city, t('revisions.state.proposed'))
  await isGood(city)
  return new URL(city.url()).pathname.split('/').at(-1) ?? ''
}

/** From the desk to the question, where the words that go and come stand side by side. */
async function openQuestion({ t, civil }: Cast, change: string, comes: string): Promise<void> {
  await civil.goto(`/${t.language}/office`)
  await civil.locator(`main a[href$="/office/revisions/${change}/answer"]`).first().click()
  await civil.locator('del').first().waitFor()
  await civil.locator('ins', { hasText: comes }).first().waitFor()
  await isGood(civil)
}

async function sayYes({ t, civil }: Cast): Promise<void> {
  await tick(civil, 'answer', 'yes')
  await press(civil, t('revisions.answer.send'))
}

for (const [index, look] of looks.entries()) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  const title = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

  test(`in ${language}${how} a commitment is worded anew by both parties, and yesterday keeps its words`, async () => {
    const cast = await castFor(look)
    const { t, city, civil, reader } = cast
    const number = numbers[index * 2] ?? 0
    await reader.goto(`/${language}/plan/commitments/${number}`)
    const before = await title(reader)
    const change = await propose(cast, number, 'Först Zebra')
    await openQuestion(cast, change, 'Zebra')

    // While the other party reads, the words become others: its yes is to what it has not seen, and counts for nothing.
    await follow(city, t('revisions.edit.go'))
    await isGood(city)
    await follow(city, t('revisions.edit.point', { position: 1 }))
    await fill(city, { [`title.${language}`]: 'Sedan Giraff' })
    await press(city, t('revisions.into.button', { number: Number(change) }))
    await sees(city, t('revisions.version', { version: 2 }))
    await sees(city, t('revisions.answers.earlier-says'))
    await isGood(city)
    await sayYes(cast)
    await sees(civil, t('revisions.refusal.changed-meanwhile'))
    await civil.locator('ins', { hasText: 'Giraff' }).first().waitFor()
    await isGood(civil)
    await reader.reload()
    equal(await title(reader), before, 'nothing is in force without both')
    await sayYes(cast)
    await sees(civil, t('revisions.state.in-force'))
    await isGood(civil)

    await reader.reload()
    equal(await title(reader), 'Sedan Giraff')
    await sees(reader, t('revisions.history.by', { number: Number(change) }))
    await isGood(reader)
    const today = localDate(systemClock())
    await reader.goto(`/${language}/plan/on/${datePlus(today, -1)}`)
    await sees(reader, before)
    equal(await reader.getByText('Giraff').count(), 0)
    await isGood(reader)
    await fill(reader, { day: today })
    await press(reader, t('revisions.on.show'))
    await sees(reader, 'Sedan Giraff')
    deepEqual(browsers.complaints, [])
  })

  test(`in ${language}${how} a party says no, and everybody can read why`, async () => {
    const cast = await castFor(look)
    const { t, civil, reader } = cast
    const number = numbers[index * 2 + 1] ?? 0
    const change = await propose(cast, number, 'Zebra')
    await openQuestion(cast, change, 'Zebra')
    await tick(civil, 'answer', 'no')
    await press(civil, t('revisions.answer.send'))
    await sees(civil, t('revisions.refusal.no-needs-a-reason'))
    await isGood(civil)
    await fill(civil, { [`reason.${language}`]: 'Kören räcker inte till.' })
    await press(civil, t('revisions.answer.send'))
    await sees(civil, t('revisions.state.refused'))
    await reader.goto(`/${language}/plan/revisions`)
    await isGood(reader)
    await follow(reader, 'Zebra')
    await sees(reader, 'Kören räcker inte till.')
    await isGood(reader)
    await reader.goto(`/${language}/plan/commitments/${number}`)
    equal(await reader.getByText('Zebra').count(), 0)
    deepEqual(browsers.complaints, [])
  })
}
