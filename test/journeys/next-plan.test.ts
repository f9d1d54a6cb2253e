import { deepEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { adoptGoal, begin, signInByMail } from './coordinator.ts'
import { isGood } from './look.ts'
import { letThePlanRun, letThePlansRoundClose } from './moving-time.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let bo: Page
let mia: Page
/** The last year of the plan that an installation begins with. */
let lastYear: number

/** Each language makes a plan of its own, one after the other. */
const tries = [
  { language: 'sv', script: true, later: 1 },
  { language: 'en', script: false, later: 6 },
  { language: 'es', script: true, later: 11 },
] as const

before(async () => {
  platform = await install()
  lastYear = letThePlanRun(platform.file)
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
  mia = await browsers.visitor()
  await signInByMail(mia, platform.letters, 'amina@example.org')
  await adoptGoal(bo, mia, 1)
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

async function write(t: Words, years: number): Promise<void> {
  const at = (path: string): string => `/${t.language}/office/next-plan${path}`
  await bo.goto(at('/begin'))
  const days = { starts_on: `${years}-01-01`, ends_on: `${years + 4}-12-31` }
  const title = `Plan ${years}`
  await fill(bo, { ...days, 'title.sv': title, 'title.en': title, 'title.es': title, 'lead.sv': 'Vidare' })
  await isGood(bo)
  await press(bo, t('successor.begin.button'))
  await sees(bo, t('successor.saved'))
  await isGood(bo)
  await bo.goto(at('/paragraphs/new'))
  await fill(bo, { 'words.sv': 'En tanke.', 'words.en': 'A thought.', 'words.es': 'Una idea.' })
  await isGood(bo)
  await press(bo, t('successor.draft.save'))
  await mia.goto(at('/draft/new'))
  await mia.locator('[name="goal"]').selectOption({ index: 1 })
  await fill(mia, { [`title.${t.language}`]: `Kvällar ${years}`, [`measure.${t.language}`]: 'Tio' })
  await mia.locator('[name="parties"]').first().check()
  await fill(mia, { due: `${years + 1}-05-01` })
  await isGood(mia)
  await press(mia, t('successor.draft.save'))
  await sees(mia, `Kvällar ${years}`)
  await bo.goto(at('/consultation'))
  await isGood(bo)
  await press(bo, t('successor.round.button-open'))
  await sees(bo, t('successor.step.consult'))
}

async function comment(page: Page, t: Words, address: string): Promise<void> {
  await page.goto(`/${t.language}/plan`)
  await follow(page, t('successor.line.go'))
  await isGood(page)
  await follow(page, t('successor.comment.go'))
  await press(page, t('successor.comment.button'))
  await sees(page, t('successor.mistake.words'))
  await fill(page, { words: '¿Och om vi inte kan?', email: address })
  await isGood(page)
  await press(page, t('successor.comment.button'))
  await sees(page, t('successor.asked.title'))
  await page.goto((await platform.letters.next(address)).link('/plan/next/mine/'))
  await isGood(page)
  await press(page, t('successor.mine.confirm'))
  await sees(page, t('successor.mine.is-waiting'))
}

async function answer(t: Words): Promise<void> {
  await bo.goto(`/${t.language}/office/next-plan/comments`)
  await isGood(bo)
  await follow(bo, '¿Och om vi inte kan?')
  await isGood(bo)
  await press(bo, t('successor.judge.show'))
  await follow(bo, t('successor.comments.answer'))
  await bo.locator('[name="comments"]').first().check()
  await tick(bo, 'outcome', 'taken-in')
  await fill(bo, { [`words.${t.language}`]: 'Ja, då blir det så.' })
  await isGood(bo)
  await press(bo, t('successor.reply.button'))
  await sees(bo, t('successor.comments.answered', { count: 1 }))
}

async function adopt(t: Words): Promise<void> {
  letThePlansRoundClose(platform.file)
  const at = `/${t.language}/office/next-plan/approvals`
  await bo.goto(at)
  await fill(bo, { decide_by: datePlus(localDate(systemClock()), 10), [`reason.${t.language}`]: 'Dags.' })
  await isGood(bo)
  await press(bo, t('successor.approve.button'))
  await sees(bo, t('successor.approve.said-nothing'))
  await isGood(bo)
  await mia.goto(at)
  await follow(mia, t('successor.approve.answer'))
  await tick(mia, 'answer', 'yes')
  await press(mia, t('revisions.answer.send'))
  await mia.goto(at)
  await sees(mia, t('successor.approve.adopted'))
  await isGood(mia)
}

for (const { language, script, later } of tries) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} a plan goes from its first word over everybody's comments to both parties' yes`, async () => {
    const [t, years] = [wordsFor(language), lastYear + later]
    const guest = await browsers.visitor({ language, script, width: 360 })
    const address = `rut-${language}@example.org`
    await write(t, years)
    await comment(guest, t, address)
    await answer(t)
    const shown = await platform.letters.next(address)
    ok(shown.subject === t('successor.mail.shown.subject'), shown.subject)
    const told = await platform.letters.next(address)
    ok(told.subject === t('successor.mail.answer.subject'), told.subject)
    await guest.goto(told.link('/plan/next'))
    await sees(guest, 'Ja, då blir det så.')
    await isGood(guest)
    await adopt(t)
    await guest.goto(`/${language}/plan/periods/${years}-${years + 4}`)
    await sees(guest, `Kvällar ${years}`)
    await isGood(guest)
    deepEqual(browsers.complaints, [])
  })
}
