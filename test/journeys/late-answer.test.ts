import { deepEqual, equal, match, ok } from 'node:assert/strict'
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
import { fill, follow, press, sees, tick } from './visitor.ts'

const today = localDate(systemClock())
const daysLate = 23

let platform: Installation
let browsers: Browsers

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
})

/** An event that was held so long ago that an answer to what was recommended there can be late by now. */
const anOldEvent = (): string =>
  inDatabase(platform.file, (database) => {
    const id = newId()
    database.exec('create temp table held as select * from event where published_at is not null limit 0')
    database
      .prepare(
        `insert into held select * from event
        where published_at is not null and cancelled_at is null and ends_at < ? order by ends_at desc limit 1`,
      )
      .run(plus(systemClock(), { days: -100 }))
    database.prepare('update held set id = ?, slug = ?').run(id, id)
    database.exec('insert into event select * from held; drop table held')
    return id
  })

/** What was said there was approved and published long ago. */
const publishNotes = (event: string): void =>
  inDatabase(platform.file, (database) => {
    const { at, by } = database
      .prepare(
        'select ends_at as at, written_by as by from event, recommendation where event.id = event_id and event_id = ?',
      )
      .get(event) ?? { at: '', by: '' }
    database
      .prepare(
        `insert into note (id, event_id, said, agreed, written_by, state, created_at, changed_at, sent_at,
          corrections_until, approved_at, published_at, sent_to, not_sent_because)
        values (?1, ?2, '{"sv":"Mycket sades."}', '{}', ?3, 'published', ?4, ?4, ?4, ?4, ?4, ?4, 0, 'written-before')`,
      )
      .run(newId(), event, by ?? '', at ?? '')
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

const addressIn = (language: Language): string => `namnden-${language}@example.org`
const textIn = (language: Language): string => `Öppna biblioteket på söndagar (${language})`

/** Writes a recommendation and hands it over, so long ago that its answer is late. Answers with its number. */
async function handOver(page: Page, t: Words): Promise<number> {
  const { language } = t
  const event = anOldEvent()
  await page.goto(`/${language}/office/events/${event}/notes`)
  await follow(page, t('forum.recommendation.add'))
  await fill(page, { [`text.${language}`]: textIn(language), receiverName: 'Fritidsnämnden' })
  await press(page, t('forum.recommendation.save'))
  const number = inDatabase(platform.file, (database) =>
    Number(database.prepare('select max(number) as latest from recommendation').get()?.['latest']),
  )
  publishNotes(event)
  await page.reload()
  await follow(page, t('forum.hand-over.link', { number }))
  await fill(page, { handedOverOn: datePlus(today, -90), answerDueOn: datePlus(today, -daysLate) })
  await fill(page, { email: addressIn(language) })
  await page.locator('[name="language"]').selectOption(language)
  await isGood(page)
  await press(page, t('forum.hand-over.button'))
  await sees(page, textIn(language))
  return number
}

/** Everybody reads how late it is, wherever the recommendation stands. */
async function isLateForAll(reader: Page, t: Words, number: number): Promise<void> {
  await reader.goto(`/${t.language}/recommendations`)
  await isGood(reader)
  await sees(reader, textIn(t.language))
  await follow(reader, t('forum.recommendation.number', { number }))
  await reader.waitForURL(`**/recommendations/${number}`)
  await sees(reader, t('forum.standing.late', { days: daysLate }))
  await isGood(reader)
}

/** The clock of the morning: whoever has not answered is reminded. */
const remindNow = (): void =>
  inDatabase(platform.file, (database) => {
    const job = "insert into job (id, kind, run_at) values (?, 'remind-receivers', ?)"
    database.prepare(job).run(newId(), plus(systemClock(), { minutes: -1 }))
  })

/** By the link in the reminder, without an account: what is missing is said, and the answer is read through once more. */
async function answerByLink(receiver: Page, t: Words): Promise<void> {
  const { language } = t
  const first = await platform.letters.next(addressIn(language))
  remindNow()
  const reminder = await platform.letters.next(addressIn(language))
  match(reminder.text, new RegExp(textIn(language).slice(0, 20)))
  ok(reminder.link('/answers/') !== first.link('/answers/'), 'each mail has a link of its own')
  await receiver.goto(reminder.link('/answers/'))
  await isGood(receiver)
  await tick(receiver, 'kind', 'accepted')
  await fill(receiver, { words: 'Ja, från januari.', as: 'Ordförande', name: 'Nina Norrdyn' })
  await press(receiver, t('answers.form.button'))
  await sees(receiver, t('answers.mistake.next-step'))
  equal(await receiver.locator('[name="words"]').inputValue(), 'Ja, från januari.', 'nothing typed is lost')
  await isGood(receiver)
  await fill(receiver, { nextStep: 'Två bibliotek börjar.', nextBy: datePlus(today, 60) })
  await press(receiver, t('answers.form.button'))
  await sees(receiver, t('answers.confirm.lead'))
  await isGood(receiver)
  await press(receiver, t('answers.confirm.button'))
  await sees(receiver, t('answers.lead-answered'))
  equal((await receiver.context().cookies()).length, 0, 'answering needs no cookie')
  await isGood(receiver)
  await receiver.goto(first.link('/answers/'))
  await sees(receiver, t('answers.lead-answered'))
}

/** With one button it is proposed as a commitment, and with the other party's yes it is one. */
async function promise(city: Page, civil: Page, t: Words): Promise<string> {
  const { language } = t
  await follow(city, t('forum.recommendation.make-commitment'))
  await isGood(city)
  await city.locator('[name="goal"]').selectOption({ index: 1 })
  await fill(city, {
    [`title.${language}`]: `Söndagsöppet ${language}`,
    [`measure.${language}`]: 'Tio söndagar',
  })
  await city.locator('input[name="parties"]').first().check()
  const due = city.locator('[name="due"]')
  await due.fill((await due.getAttribute('max')) ?? '')
  await press(city, t('revisions.propose.button'))
  await sees(city, t('revisions.state.proposed'))
  await isGood(city)
  await civil.goto(city.url())
  await follow(civil, t('revisions.answer.go'))
  await tick(civil, 'answer', 'yes')
  await press(civil, t('revisions.answer.send'))
  await sees(civil, t('revisions.state.in-force'))
  await civil.getByRole('main').locator('a[href*="/plan/commitments/"]').first().click()
  await sees(civil, `Söndagsöppet ${language}`)
  return civil.url()
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} a late recommendation is answered by a mailed link, and becomes a commitment on its thread`, async () => {
    const t = wordsFor(language)
    const city = await browsers.visitor(look)
    const civil = await browsers.visitor(look)
    await signInToSample(city, 'city', language)
    await signInToSample(civil, 'civil-society', language)
    const reader = await browsers.visitor({ ...look, width: 320 })
    const receiver = await browsers.visitor({ ...look, width: 360 })

    const number = await handOver(city, t)
    await isLateForAll(reader, t, number)
    await answerByLink(receiver, t)
    await follow(receiver, t('answers.see'))
    await sees(receiver, t('forum.state.accepted'))
    await isGood(receiver)
    await city.goto(`/${language}/recommendations/${number}`)
    const commitment = await promise(city, civil, t)

    await reader.goto(commitment)
    await isGood(reader)
    await reader.locator(`.thread a[href$="/recommendations/${number}"]`).first().click()
    await sees(reader, t('forum.state.accepted'))
    await sees(reader, `Söndagsöppet ${language}`)
    await follow(reader, t('thread.follow'))
    await reader.locator('main a[href*="/plan/goals/"]').first().waitFor()
    await isGood(reader)
    deepEqual(browsers.complaints, [])
  })
}
