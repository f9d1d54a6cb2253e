import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Language, languages } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { capacities } from '../../src/programme/sign-up/sign-up.rules.ts'
import type { DoorList, DoorPerson } from '../../src/programme/door/device.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { troublesAt, troublesNow } from './look.ts'
import { cookieOf } from './sample-pages.ts'
import { inDatabase } from './in-database.ts'
import { fill, press, sees, tick } from './visitor.ts'

let platform: Installation
let browsers: Browsers
/** The desk of the event that begins within a day, without its language. */
let desk = ''

before(async () => {
  platform = await install({ sample: true })
  browsers = await openBrowsers(platform.url)
  desk = await deskOfTheDay(await organiser('sv'))
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

async function organiser(language: Language, script = true): Promise<Page> {
  const page = await browsers.visitor({ language, script, width: 390 })
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
  return page
}

async function deskOfTheDay(page: Page): Promise<string> {
  await page.goto('/sv/office/events')
  const links = await page.locator('main a[href*="/office/events/"]').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const address of addresses.filter((one) => /events\/[\da-f-]{36}$/.test(one ?? ''))) {
    const answer = await page.request.get(`${address}/door/list`)
    if ('people' in ((await answer.json()) as object)) return (address ?? '').replace(/^\/sv/, '')
  }
  throw new Error('no event of the sample year has its door open')
}

const peopleAt = async (page: Page, door: string): Promise<DoorPerson[]> =>
  ((await (await page.request.get(`${door}/list`)).json()) as DoorList).people

/** Opens the door and waits until it would open without a net as well. */
async function openDoor(page: Page, door: string): Promise<void> {
  await page.goto(door)
  await page.locator('#door-ready').waitFor({ state: 'visible' })
}

/** An organiser makes a link, and somebody else opens it on another phone. */
async function stewardOf(page: Page, t: Words): Promise<{ steward: Page; address: string }> {
  await page.goto(`/${t.language}${desk}/door/stewards`)
  await fill(page, { label: 'Vera' })
  await tick(page, 'mayWriteUp', 'yes')
  await press(page, t('steward.make'))
  const address = await page.locator('.steward-link a').getAttribute('href')
  const steward = await browsers.visitor({ language: t.language, width: 390 })
  return { steward, address: new URL(address ?? '').pathname }
}

/** What the page says, for whoever reads why a test failed. */
const mainText = (page: Page): Promise<string> => page.getByRole('main').innerText()

/** Whether nobody else has the same name, or one that it is part of, as companions without a name do. */
const isAlone = ({ name }: DoorPerson, people: readonly DoorPerson[]): boolean =>
  people.filter((one) => one.name.includes(name)).length === 1

async function letIn(page: Page, t: Words, { name }: DoorPerson): Promise<void> {
  await fill(page, { q: name })
  await page
    .locator('#door-found')
    .getByRole('button', { name: `${t('door.check-in')} ${name}` })
    .click()
  await page.locator('.door-says').getByText(t('door.answer.welcome', { name })).waitFor()
}

const waits = (page: Page, t: Words, count: number): Promise<void> =>
  page.locator('#door-net').getByText(t('door.offline', { count })).waitFor()

const isToldAll = (page: Page): Promise<void> =>
  page.locator('#door-net:empty').waitFor({ state: 'attached', timeout: 20_000 })

for (const [index, language] of languages.entries()) {
  test(`the door without a net, on two phones at once, in ${language}`, async () => {
    const t = wordsFor(language)
    const bo = await organiser(language)
    const door = `/${language}${desk}/door`
    const { steward: vera, address } = await stewardOf(bo, t)
    await openDoor(bo, door)
    await openDoor(vera, address)
    const people = await peopleAt(bo, door)
    const free = people.filter((one) => one.state === 'seat' && !one.since && isAlone(one, people))
    const [first, both, mistaken, second] = free.slice(index * 4)
    ok(first && both && mistaken && second, 'the sample year has too few people for this')

    for (const page of [bo, vera]) {
      await page.context().setOffline(true)
      await page.reload()
      await waits(page, t, 0)
      equal(await page.locator('#door-found li').count(), 0, 'nobody is listed before something is typed')
    }
    await letIn(bo, t, first)
    await letIn(bo, t, both)
    await letIn(bo, t, mistaken)
    await press(bo, `${t('door.undo')} ${mistaken.name}`)
    await sees(bo, t('door.answer.undone', { name: mistaken.name }))
    await waits(bo, t, 4)
    deepEqual(await troublesNow(bo), [])

    await letIn(vera, t, both)
    await letIn(vera, t, second)
    const stranger = `Stranger ${language}`
    await vera.getByText(t('door.walk-in')).click()
    await fill(vera, { name: stranger })
    await tick(vera, 'capacity', 'resident')
    await press(vera, t('door.walk-in-button'))
    await sees(vera, t('door.answer.welcome', { name: stranger }))
    await waits(vera, t, 3)
    await vera.reload()
    await waits(vera, t, 3)

    for (const page of [bo, vera]) await page.context().setOffline(false)
    await isToldAll(bo)
    await isToldAll(vera)
    await bo.reload()
    const now = await peopleAt(bo, door)
    const isIn = (name: string): boolean => now.some((one) => one.name === name && one.since !== null)
    deepEqual([first.name, both.name, mistaken.name, second.name, stranger].map(isIn), [
      true,
      true,
      false,
      true,
      true,
    ])
    await sees(bo, t('door.doubles-title', { count: index + 1 }))
    match((await bo.getByRole('main').textContent()) ?? '', new RegExp(`${both.name} .*Vera`))
    // What one phone has done the other has heard of.
    await fill(vera, { q: first.name })
    await vera
      .locator('#door-found')
      .getByRole('button', { name: `${t('door.undo')} ${first.name}` })
      .waitFor()
    deepEqual(browsers.complaints.splice(0).filter(isNotTheNet), [])
  })
}

// Chromium says of everything that it could not fetch without a net; that is what this is about.
const isNotTheNet = (complaint: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(complaint)

test('the device forgets the list when it is told to', async () => {
  const bo = await organiser('sv')
  await openDoor(bo, `/sv${desk}/door`)
  await press(bo, wordsFor('sv')('door.forget'))
  await sees(bo, wordsFor('sv')('door.forgotten'))
  await bo.context().setOffline(true)
  await bo.reload().catch(() => null)
  equal(await bo.locator('#door').count(), 0)
  browsers.complaints.splice(0)
})

/** Everything that the browser keeps of the door's list, as text. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const all = (request) => new Promise((done) => request.addEventListener('success', () => done(request.result)))
    const books = (await all(indexedDB.open('door'))).transaction('books').objectStore('books')
    const text = (book) => JSON.stringify(book) + new TextDecoder().decode(book.bytes)
    return (await all(books.getAll())).map(text).join('')
  })()`)

test('a device that nobody opens again cannot read its list once it is to be forgotten', async () => {
  const bo = await organiser('sv')
  const door = `/sv${desk}/door`
  await openDoor(bo, door)
  const people = await peopleAt(bo, door)
  const person = people.find((one) => isAlone(one, people))
  ok(person)
  const kept = await keptIn(bo)
  ok(kept.includes('forgetAt') && !kept.includes(person.name) && !kept.includes(person.find))
  const key = (await bo.context().cookies()).find(({ name }) => name === 'door-key')
  const { forgetAt } = JSON.parse((await bo.locator('#door').getAttribute('data-door')) ?? '') as {
    forgetAt: string
  }
  deepEqual(
    [key?.path, key?.sameSite, new Date((key?.expires ?? 0) * 1000).toISOString()],
    [door, 'Strict', forgetAt],
  )

  await bo.context().setOffline(true)
  await bo.reload()
  await fill(bo, { q: person.name })
  await bo.locator('#door-found').getByText(person.name).first().waitFor()
  // As the browser does by itself at that time.
  await bo.context().clearCookies({ name: 'door-key' })
  await bo.reload()
  await waits(bo, wordsFor('sv'), 0)
  await fill(bo, { q: person.name })
  equal(await bo.locator('#door-found').getByText(person.name).count(), 0)
  await bo.context().close()
  browsers.complaints.splice(0)
})

test('a page that is left open forgets the list in time, also without a net', async () => {
  const bo = await organiser('sv')
  await bo.clock.install()
  await openDoor(bo, `/sv${desk}/door`)
  await bo.context().setOffline(true)
  await bo.clock.fastForward(3 * 24 * 60 * 60 * 1000)
  await sees(bo, wordsFor('sv')('door.forgotten'))
  equal(await keptIn(bo), '')
  await bo.context().close()
  browsers.complaints.splice(0)
})

test('without script a steward searches, checks in, takes back and writes up by forms', async () => {
  const t = wordsFor('en')
  const { address } = await stewardOf(await organiser('en'), t)
  const vera = await browsers.visitor({ language: 'en', script: false, width: 390 })
  await vera.goto(address)
  const person = (await peopleAt(vera, address)).findLast(({ state, since }) => state === 'seat' && !since)
  ok(person)
  await fill(vera, { q: person.name })
  await press(vera, t('door.search-button'))
  await press(vera, `${t('door.check-in')} ${person.name}`)
  await sees(vera, t('door.answer.welcome', { name: person.name }))
  await press(vera, `${t('door.undo')} ${person.name}`)
  await sees(vera, t('door.answer.undone', { name: person.name }))
  await vera.getByText(t('door.walk-in')).click()
  await fill(vera, { name: 'Gun' })
  await tick(vera, 'capacity', 'other')
  if (await vera.locator('[name="anyway"]:visible').count()) await tick(vera, 'anyway', 'yes')
  await press(vera, t('door.walk-in-button'))
  await sees(vera, t('door.answer.welcome', { name: 'Gun' }))
})

test('when it is full script says so where somebody is written up, and lets in with a tick', async () => {
  const t = wordsFor('sv')
  inDatabase(platform.file, (database) =>
    database
      .prepare('update event set capacity = seats_taken + seats_kept where id = ?')
      .run(desk.split('/').at(-1) ?? ''),
  )
  const bo = await organiser('sv')
  await openDoor(bo, `/sv${desk}/door`)
  await bo.getByText(t('door.walk-in')).click()
  await fill(bo, { name: 'Gull' })
  const { kept, free } = (await (await bo.request.get(`/sv${desk}/door/list`)).json()) as DoorList
  equal(free, 0)
  const full = capacities.find((sector) => !kept[sector])
  ok(full, 'no sector without seats that are kept for it')
  await tick(bo, 'capacity', full)
  await press(bo, t('door.walk-in-button'))
  await bo.locator('#door-full:not(:empty), .door-answer:visible').first().waitFor()
  equal(await bo.locator('#door-full').textContent(), t('door.refusal.event-full'), await mainText(bo))
  deepEqual(await troublesNow(bo), [])
  equal(await bo.locator('[name="name"]').inputValue(), 'Gull')
  await tick(bo, 'anyway', 'yes')
  await press(bo, t('door.walk-in-button'))
  await sees(bo, t('door.answer.welcome', { name: 'Gull' }))
  await isToldAll(bo)
})

test('before the list may be kept nobody is told that it is missing', async () => {
  const t = wordsFor('sv')
  const later = inDatabase(platform.file, (database) =>
    database
      .prepare(
        'select id from event where starts_at > ? and published_at is not null order by starts_at desc',
      )
      .get(new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString()),
  )
  const bo = await organiser('sv')
  await bo.goto(`/sv/office/events/${String(later?.['id'])}/door`)
  await sees(bo, t('door.list-later'))
  equal(await bo.getByText(t('door.forgotten')).count(), 0)
  equal(await bo.locator('#door-ready').isVisible(), false)
})

test('every page about the door is whole in light and dark, wide and narrow', async () => {
  const bo = await organiser('sv')
  const pages = ['/door', '/door?q=a', '/door/stewards', '/tables', '/paper', '/paper/door-list']
  const troubles: string[] = []
  for (const page of [...pages, '/paper/name-tags', '/paper/signs?wifi=G%C3%A4st'])
    troubles.push(...(await troublesAt(bo, { path: `/sv${desk}${page}`, language: 'sv', rules: 'all' })))
  deepEqual(troubles, [])
  deepEqual(browsers.complaints, [])
})
