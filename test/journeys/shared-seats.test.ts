import { deepEqual, equal, ok } from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Language, languages } from '#platform/language.ts'
import { datePlus, localDate, plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { Capacity } from '#programme/tables.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { begin, checkIn, letAWeekPass, letItEnd, publishEvent, timesFor, title } from './coordinator.ts'
import { noTroubles } from './look.ts'
import { letItBegin, letTheDayBeforeCome, letTheReleaseCome, pathOf, seatsTaken } from './moving-time.ts'
import { cancel } from './own-page.ts'
import { fill, follow, type Guest, press, sees, signUp } from './visitor.ts'
import { agreed, approve, publishNotes, said, writeNotes } from './writing-up.ts'

interface Person {
  language: Language
  name: string
  capacity: Capacity
  organisation?: string
  place?: number
}

// Five seats, two of them kept for civil society and one for the elected, and one at most for each organisation.
const withSeat: readonly Person[] = [
  { language: 'sv', name: 'Karin', capacity: 'resident' },
  { language: 'en', name: 'Amal', capacity: 'civil-servant' },
  { language: 'es', name: 'Sara', capacity: 'civil-society', organisation: 'Hilo' },
]
// Two for whom no seat is left, each on a list of their own, and one whose organisation has its share.
const waiting: readonly Person[] = [
  { language: 'es', name: 'Lucía', capacity: 'resident', place: 1 },
  { language: 'en', name: 'Noor', capacity: 'civil-servant', place: 1 },
  { language: 'sv', name: 'Eva', capacity: 'resident', place: 2 },
  { language: 'es', name: 'Omar', capacity: 'civil-society', organisation: 'Hilo', place: 1 },
]

const sv = wordsFor('sv')

for (const script of ['on', 'off']) {
  test(`an event with kept seats goes from opening to published notes with script switched ${script}`, async (t) => {
    const platform = await install()
    const browsers = await openBrowsers(platform.url)
    try {
      await story(t, platform, (language) => browsers.visitor({ language, script: script === 'on' }))
      deepEqual(browsers.complaints, [])
    } finally {
      await browsers.close()
      await platform.stop()
    }
  })
}

async function story(
  t: TestContext,
  { letters, file, said: saidSoFar }: Installation,
  visitor: (language: Language) => Promise<Page>,
): Promise<void> {
  const bo = await visitor('sv')
  const guests = new Map<string, Guest>()
  let [desk, path, invitation] = ['', '', '']
  const known = (name: string): Guest => guests.get(name) as Guest

  /** One scene of the story; without it the next one makes no sense. */
  async function scene(name: string, act: () => Promise<void>): Promise<void> {
    let isDone = false
    await t.test(name, async () => {
      await act()
      isDone = true
    })
    ok(isDone, `the story ends at: ${name}`)
  }
  async function arrive({ language, name, ...about }: Person, othersHaveSeats: boolean): Promise<void> {
    const address = `${name.toLowerCase().replace('í', 'i')}@example.org`
    const guest = { page: await visitor(language), t: wordsFor(language), name, address, link: '' }
    guests.set(name, guest)
    await guest.page.goto(`/${language}${path}`)
    await noTroubles(guest.page)
    await signUp(guest, letters, about.place ? 'waiting' : 'seat', { ...about, othersHaveSeats })
    await letters.next(address)
  }
  async function offered(name: string): Promise<Guest> {
    const guest = known(name)
    guest.link = (await letters.next(guest.address)).link('/sign-ups/')
    await guest.page.goto(guest.link)
    await guest.page.getByRole('button', { name: guest.t('manage.question.accept') }).waitFor()
    await noTroubles(guest.page)
    return guest
  }
  async function accepts({ page, t: words, address }: Guest): Promise<void> {
    await press(page, words('manage.question.accept'))
    await sees(page, words('manage.seat'))
    equal((await letters.next(address)).entry?.method, 'REQUEST')
  }
  async function waitsAt(name: string, place: number): Promise<void> {
    const { page, t: words, link } = known(name)
    await page.goto(link)
    await sees(page, words('manage.waiting', { place }))
  }

  await scene('a coordinator publishes an event and shares out its seats', async () => {
    await begin(bo, saidSoFar())
    invitation = (await letters.next('amina@example.org')).link('/sign-in/with/')
    desk = await publishEvent(bo, timesFor(plus(systemClock(), { days: 13 })), 5)
    path = pathOf(file, desk)
    await noTroubles(bo)
    await follow(bo, sv('seats.form.link'))
    await fill(bo, { 'kept.civil-society': '2', 'kept.elected': '1', organisation_max: '1' })
    await fill(bo, { until: datePlus(localDate(systemClock()), 5) })
    await press(bo, sv('seats.form.save'))
    await sees(bo, sv('seats.form.saved'))
    await noTroubles(bo)
  })

  await scene('the public page says in each language for whom seats are kept', async () => {
    for (const language of languages) {
      const words = wordsFor(language)
      const page = await visitor(language)
      await page.goto(`/${language}${path}`)
      const sector = words('seats.for.civil-society')
      await sees(page, words('seats.kept', { kept: 2, sector, taken: 0 }))
      await sees(page, words('seats.organisation-max', { max: 1 }))
      await noTroubles(page)
      await page.context().close()
    }
  })

  await scene(
    'each sector signs up until its share is full, and then waits on a list of its own',
    async () => {
      for (const person of withSeat) await arrive(person, false)
      for (const person of waiting) await arrive(person, true)
      equal(seatsTaken(file, desk), 3, 'one seat is kept for civil society and one for the elected')
      await bo.goto(`${desk}/waiting`)
      await bo.getByRole('table').nth(2).waitFor()
      equal(await bo.getByRole('table').count(), 3)
      await noTroubles(bo)
    },
  )

  await scene('the release makes one list of them, and offers go to those who came first', async () => {
    letTheReleaseCome(file, desk)
    const [lucía, noor] = [await offered('Lucía'), await offered('Noor')]
    await waitsAt('Eva', 1)
    await waitsAt('Omar', 2)
    await bo.goto(`${desk}/waiting`)
    await sees(bo, sv('waiting-list.everybody'))
    equal(await bo.getByRole('table').count(), 1)
    await noTroubles(bo)

    await accepts(lucía)
    await follow(noor.page, noor.t('manage.question.no'))
    await press(noor.page, noor.t('manage.cannot-come-seat'))
    await sees(noor.page, noor.t('manage.ended.offer-declined'))
    await accepts(await offered('Eva'))
    await waitsAt('Omar', 1)
    equal(seatsTaken(file, desk), 5)
  })

  await scene('with half a day left a seat that is given back is given on at once', async () => {
    const { page, t: words, address } = known('Omar')
    letTheDayBeforeCome(file, desk)
    await cancel(known('Amal'))
    const moved = await letters.next(address)
    equal(moved.subject, words('sign-up.mail.moved-up.subject-seat', { title: title.es }))
    await page.goto(moved.link('/sign-ups/'))
    await sees(page, words('manage.seat'))
  })

  await scene('the event begins, and the door lets Karin in', async () => {
    letItBegin(file, desk)
    await checkIn(bo, desk, 'Karin')
    await noTroubles(bo)
  })

  await scene('the notes are written, read, approved by both parties and published', async () => {
    letItEnd(file, desk)
    await writeNotes(bo, desk)
    await noTroubles(bo)
    letAWeekPass(file, desk)
    await approve(bo, desk)
    const amina = await visitor('sv')
    await amina.goto(invitation)
    await press(amina, sv('people.open.button'))
    await amina.waitForURL('**/sv/office**')
    await approve(amina, desk)
    await publishNotes(bo, desk)
    await noTroubles(bo)
  })

  for (const name of ['Karin', 'Amal', 'Omar']) {
    await scene(`${name} reads on the public page what was said and agreed`, async () => {
      const { page, t: words } = known(name)
      await page.goto(`/${words.language}${path}`)
      await sees(page, said[words.language])
      await sees(page, agreed[words.language])
      await noTroubles(page)
    })
  }
}
