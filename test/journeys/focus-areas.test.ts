import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '#platform/ids.ts'
import { datePlus, localDate, plus, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const today = localDate(systemClock())

let platform: Installation
let browsers: Browsers
/** Years of the plan in force that have had no call: one for each language. */
let years: number[]

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
  years = inDatabase(platform.file, (database) => {
    const plan = database
      .prepare('select * from plan where adopted_on <= ? order by starts_on desc limit 1')
      .get(today)
    const [from, to] = [plan?.['starts_on'], plan?.['ends_on']].map((day) => Number(String(day).slice(0, 4)))
    const called = database.prepare('select year from focus_call').all()
    const taken = new Set(called.map(({ year }) => Number(year)))
    const all = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => (from ?? 0) + index)
    return all.filter((year) => !taken.has(year))
  })
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

const looks = [
  { language: 'sv', script: true, colour: 'light' },
  { language: 'en', script: true, colour: 'dark' },
  { language: 'es', script: false, colour: 'light' },
] as const

async function openCall(city: Page, t: Words, year: number): Promise<void> {
  await city.goto(`/${t.language}/office/focus-areas`)
  await fill(city, { year: String(year), opens: today, closes: today })
  await press(city, t('focus-areas.office.save-call'))
  await sees(city, t('focus-areas.mistake.closes'))
  await isGood(city)
  await fill(city, { closes: datePlus(today, 14) })
  await press(city, t('focus-areas.office.save-call'))
  await city.waitForURL(`**/office/focus-areas/${year}`)
  await isGood(city)
}

const titleIn = (t: Words): string => `Kvällsbussar ${t.language}`
const authorIn = (t: Words): string => `rut-${t.language}@example.org`

/** Sends a proposal in by phone, and says by the mailed link that it was them. */
async function propose(rut: Page, t: Words, year: number): Promise<void> {
  await rut.goto(`/${t.language}/focus-areas`)
  await isGood(rut)
  await rut.locator(`main a[href$="/focus-areas/${year}"]`).first().click()
  await follow(rut, t('focus-areas.propose.title'))
  await fill(rut, { title: titleIn(t), email: authorIn(t) })
  await press(rut, t('focus-areas.propose.button'))
  await sees(rut, t('focus-areas.mistake.why'))
  equal(await rut.locator('[name="title"]').inputValue(), titleIn(t), 'nothing typed is lost')
  await isGood(rut)
  await fill(rut, { why: 'De som jobbar kväll kommer inte hem.' })
  await press(rut, t('focus-areas.propose.button'))
  await sees(rut, t('focus-areas.asked.title'))
  await isGood(rut)
  await rut.goto((await platform.letters.next(authorIn(t))).link('/focus-areas/confirm/'))
  await isGood(rut)
  await press(rut, t('focus-areas.wish.proposed-button'))
  await sees(rut, t('focus-areas.wish.proposed-confirmed'))
  await isGood(rut)
  equal((await rut.context().cookies()).length, 0, 'proposing needs no cookie')
}

/** From the desk's page to the proposal, which everybody can read from then on. */
async function show(city: Page, t: Words, year: number): Promise<void> {
  await city.goto(`/${t.language}/office/focus-areas/${year}`)
  await follow(city, titleIn(t))
  await isGood(city)
  await press(city, t('focus-areas.judge.show'))
  await city.waitForURL(`**/office/focus-areas/${year}`)
  equal(
    (await platform.letters.next(authorIn(t))).subject,
    t('focus-areas.mail.shown.subject', { title: titleIn(t) }),
  )
}

/** Two stand behind it, each by a mailed link. */
async function support(ali: Page, t: Words, year: number): Promise<void> {
  for (const name of ['ali', 'liv']) {
    const email = `${name}-${t.language}@example.org`
    await ali.goto(`/${t.language}/focus-areas/${year}`)
    await follow(ali, t('focus-areas.support.link'))
    await fill(ali, { email })
    await isGood(ali)
    await press(ali, t('focus-areas.support.button'))
    await sees(ali, t('focus-areas.asked.title'))
    await ali.goto((await platform.letters.next(email)).link('/focus-areas/confirm/'))
    await isGood(ali)
    await press(ali, t('focus-areas.wish.supported-button'))
    await sees(ali, t('focus-areas.wish.supported-confirmed'))
  }
  await ali.goto(`/${t.language}/focus-areas/${year}`)
  await sees(ali, t('focus-areas.supporters', { count: 2 }))
  await isGood(ali)
}

async function wishToHear(noor: Page, t: Words, year: number): Promise<void> {
  const email = `noor-${t.language}@example.org`
  await noor.goto(`/${t.language}/focus-areas/${year}`)
  await follow(noor, t('thread.follow-on.link'))
  await isGood(noor)
  await fill(noor, { email })
  await press(noor, t('thread.follow-on.button'))
  await sees(noor, t('thread.asked.title'))
  await isGood(noor)
  await noor.goto((await platform.letters.next(email)).link('/thread/following/'))
  await isGood(noor)
  await press(noor, t('thread.confirm.button'))
  await sees(noor, t('thread.confirm.done'))
  await isGood(noor)
}

/** The last day of the call was yesterday. */
const letTheCallClose = (year: number): void =>
  inDatabase(platform.file, (database) => {
    const change = 'update focus_call set opens_on = ?, closes_on = ? where year = ?'
    database.prepare(change).run(datePlus(today, -20), datePlus(today, -1), year)
  })

/** What the clock does in the morning: those who proposed and those who follow are told. */
const tellNow = (): void =>
  inDatabase(platform.file, (database) => {
    const job = 'insert into job (id, kind, run_at) values (?, ?, ?)'
    for (const kind of ['tell-proposers', 'tell-of-threads'])
      database.prepare(job).run(newId(), kind, plus(systemClock(), { minutes: -1 }))
  })

/** One party proposes the year's areas, and the other says yes. */
async function choose(city: Page, civil: Page, t: Words, year: number): Promise<void> {
  await city.goto(`/${t.language}/office/focus-areas/${year}`)
  await follow(city, t('focus-areas.choose.title'))
  await fill(city, { [`reason.${t.language}`]: 'Många står bakom det.' })
  await press(city, t('focus-areas.choose.button'))
  await sees(city, t('focus-areas.refusal.nothing-chosen'))
  await isGood(city)
  await city.getByLabel(titleIn(t)).check()
  await press(city, t('focus-areas.choose.button'))
  await sees(city, t('revisions.state.proposed'))
  await civil.goto(city.url())
  await follow(civil, t('revisions.answer.go'))
  await isGood(civil)
  await tick(civil, 'answer', 'yes')
  await press(civil, t('revisions.answer.send'))
  await sees(civil, t('revisions.state.in-force'))
}

/** What came of it is mailed to whoever asked, who then wants to hear no more. */
async function hearAndStop(noor: Page, t: Words): Promise<void> {
  const told = await platform.letters.next(`noor-${t.language}@example.org`)
  await noor.goto(told.link('/thread/following/'))
  await sees(noor, titleIn(t))
  await isGood(noor)
  await press(noor, t('thread.mine.end-all'))
  await sees(noor, t('thread.ended.title'))
  await isGood(noor)
}

for (const [index, look] of looks.entries()) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} a year's focus area is called for, proposed, supported and chosen by both parties`, async () => {
    const t = wordsFor(language)
    const year = years[index] ?? 0
    const city = await browsers.visitor(look)
    const civil = await browsers.visitor(look)
    await signInToSample(city, 'city', language)
    await signInToSample(civil, 'civil-society', language)
    const guest = await browsers.visitor({ ...look, width: 320 })
    await openCall(city, t, year)
    await propose(guest, t, year)
    equal((await guest.getByText(titleIn(t)).count()) > 0, true)
    await show(city, t, year)
    await support(guest, t, year)
    await wishToHear(guest, t, year)
    letTheCallClose(year)
    await choose(city, civil, t, year)
    await guest.goto(`/${language}/focus-areas`)
    await sees(guest, titleIn(t))
    await isGood(guest)
    tellNow()
    const chosen = await platform.letters.next(authorIn(t))
    equal(chosen.subject, t('focus-areas.mail.chosen.subject', { title: titleIn(t) }))
    await hearAndStop(guest, t)
    deepEqual(browsers.complaints, [])
  })
}
