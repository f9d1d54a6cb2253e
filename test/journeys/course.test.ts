import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PDF } from '@libpdf/core'
import type { Page } from 'playwright-core'
import { type Language, languages } from '#platform/language.ts'
import { localDate, plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, letItEnd, publishEvent, timesFor } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { letTheCallClose, moveToCourses } from './moving-time.ts'
import { fill, follow, type Guest, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
let bo: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

const office = wordsFor('sv')
const says = (key: string): string => office(`co-creating-change.${key}`)
const home = '/sv/office/series/co-creating-change/courses'

/** A course for two with one session, published. Answers with its address in the office, and the session's desk. */
async function publishCourse(name: string): Promise<{ course: string; session: string }> {
  const session = await publishEvent(bo, timesFor(plus(systemClock(), { days: 12 })), 20)
  moveToCourses(platform.file, session)
  await bo.goto(home)
  await follow(bo, says('office.new'))
  await fill(bo, { 'title.sv': name, 'title.en': name, 'title.es': name })
  const today = localDate(systemClock())
  await fill(bo, { opens: today, closes: localDate(plus(systemClock(), { days: 7 })) })
  await fill(bo, { places: '2', organisation_max: '1', sessions_min: '1', answer_days: '7' })
  await press(bo, says('office.save'))
  await press(bo, says('office.publish'))
  await tick(bo, 'sessions', session.split('/').at(-1) ?? '')
  await press(bo, says('office.save-sessions'))
  await noTroubles(bo)
  return { course: bo.url(), session }
}

/** From the page of the series to the confirmed address. */
async function applyTo(course: string, guest: Guest, capacity: string): Promise<void> {
  const { page, t, name, address } = guest
  await page.goto(`/${t.language}/series/co-creating-change`)
  await follow(page, course)
  await noTroubles(page)
  await follow(page, t('co-creating-change.apply'))
  await fill(page, { name, email: address, organisation: `${name} & Co` })
  await press(page, t('co-creating-change.send'))
  await sees(page, t('co-creating-change.mistake.capacity'))
  equal(await page.locator('[name="name"]').inputValue(), name)
  await tick(page, 'capacity', capacity)
  await tick(page, 'size', 'small')
  await page.locator('[name="part"]').selectOption('south')
  await fill(page, { motivation: 'Jag vill leda utan att ha svaret.' })
  await noTroubles(page)
  await press(page, t('co-creating-change.send'))
  await sees(page, t('co-creating-change.applied.lead'))
  await noTroubles(page)
  equal((await page.context().cookies()).length, 0, 'applying needs no cookie')
  await openLetter(guest)
  await press(page, t('co-creating-change.own.do-confirm'))
  await sees(page, t('co-creating-change.own.save'))
  await noTroubles(page)
  equal(
    (await platform.letters.next(address)).subject,
    t('co-creating-change.mail.applied.subject', { title: course }),
  )
}

/** Opens the page that the next mail leads to; answers with what the mail is about. */
async function openLetter(guest: Guest): Promise<string> {
  const letter = await platform.letters.next(guest.address)
  guest.link = letter.link('/applications/')
  await guest.page.goto(guest.link)
  return letter.subject
}

async function decide(course: string): Promise<void> {
  letTheCallClose(platform.file, course)
  await bo.goto(`${course}/selection`)
  await noTroubles(bo)
  await press(bo, says('selection.decide'))
  await sees(bo, says('group.why'))
  await noTroubles(bo)
}

async function markAttendance(course: string, names: readonly string[]): Promise<void> {
  await bo.goto(`${course}/group`)
  await bo.getByText(says('group.mark')).first().click()
  for (const name of names) await bo.getByRole('checkbox', { name }).check()
  await press(bo, says('group.save'))
  await sees(bo, says('group.came'))
  await noTroubles(bo)
}

/** Opens the certificate, and reads it as another program would. */
async function readCertificate({ page, t, name }: Guest, course: string): Promise<void> {
  const link = page.getByRole('main').getByRole('link', { name: t('co-creating-change.certificate.open') })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  equal(answer.headers()['content-type'], 'application/pdf')
  const pdf = await PDF.load(new Uint8Array(await answer.body()))
  const text = pdf
    .extractText()
    .map((one) => one.text)
    .join('\n')
  for (const words of [t('co-creating-change.pdf.title'), name, course]) ok(text.includes(words), words)
  equal(pdf.getLanguage(), t.language)
  const [number = ''] = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}/.exec(text) ?? []
  await page.goto(`/${t.language}/certificates`)
  await fill(page, { number: number.toLowerCase() })
  await press(page, t('co-creating-change.check.button'))
  await sees(page, t('co-creating-change.check.ours', { number }))
  await noTroubles(page)
}

const journeys: [Language, boolean][] = [
  ...languages.map((one): [Language, boolean] => [one, true]),
  ['sv', false],
]
for (const [language, script] of journeys) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how}: apply on a phone, be chosen, let a substitute come, attend, get a certificate`, async () => {
    const t = wordsFor(language)
    const name = `Omgång ${language}${script ? '' : ' utan'}`
    const { course, session } = await publishCourse(name)
    const guests: Guest[] = []
    for (const [who, capacity] of [
      ['Åsa', 'civil-servant'],
      ['Noor', 'civil-society'],
      ['Ali', 'civil-society'],
    ] as const) {
      const page = await browsers.visitor({ language, script, width: 360 })
      const address = `${who.toLowerCase()}-${language}-${script ? 'on' : 'off'}@example.org`.replace(
        'å',
        'a',
      )
      const guest = { page, t, name: who, address, link: '' }
      await applyTo(name, guest, capacity)
      guests.push(guest)
    }
    await decide(course)
    const subjects = new Map<string, Guest>()
    for (const guest of guests) subjects.set(`${await openLetter(guest)} ${guest.name}`, guest)
    const told = (kind: string, others: readonly Guest[]): Guest => {
      const subject = t(`co-creating-change.mail.${kind}.subject`, { title: name })
      const one = others.find((guest) => subjects.has(`${subject} ${guest.name}`))
      if (!one) throw new Error(`nobody was told: ${subject}, but ${[...subjects.keys()].join()}`)
      return one
    }
    const [asa, ...civil] = guests
    const [chosen, substitute] = [told('offer', civil), told('substitute', civil)]
    if (!asa) throw new Error('nobody from the city')
    await noTroubles(chosen.page)
    await press(chosen.page, t('co-creating-change.own.do-decline'))
    await sees(chosen.page, t('co-creating-change.own.declined'))
    match(await openLetter(substitute), new RegExp(name))
    for (const guest of [asa, substitute]) {
      await press(guest.page, t('co-creating-change.own.do-accept'))
      await sees(guest.page, t('co-creating-change.own.accepted'))
      await noTroubles(guest.page)
      await platform.letters.next(guest.address)
    }
    letItEnd(platform.file, session)
    await markAttendance(course, [asa.name, substitute.name])
    await openLetter(asa)
    await noTroubles(asa.page)
    await readCertificate(asa, name)
    for (const { page } of guests) await page.context().close()
  })
}

test('no page complained', () => equal(browsers.complaints.join('\n'), ''))
