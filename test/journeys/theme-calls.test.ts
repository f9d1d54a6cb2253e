import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { localDate, plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { begin, publishEvent, timesFor, title as forumTitle } from './coordinator.ts'
import { isGood } from './look.ts'
import { letTheThemeCallClose, pathOf } from './moving-time.ts'
import { fill, follow, type Guest, languageOf, press, sees, tick } from './visitor.ts'

const sv = wordsFor('sv')
const series = 'Dialogforum'
const phone = 360

let platform: Installation
let browsers: Browsers
let bo: Page

before(async () => {
  platform = await install()
  browsers = await openBrowsers(platform.url)
  bo = await browsers.visitor()
  await begin(bo, platform.said())
  await addOrganisation('Byalaget', 'civil-society', 'association')
  await addOrganisation('Nämnden', 'city', 'committee')
  await addOrganisation('Kontoret', 'city', 'department')
})
after(async () => {
  await browsers.close()
  await platform.stop()
})

const addressOf = (organisation: string): string =>
  `${organisation.replace('ä', 'a').toLowerCase()}@example.org`

async function addOrganisation(name: string, sector: string, kind: string): Promise<void> {
  await bo.goto('/sv/office/network')
  await follow(bo, sv('network.new-organisation'))
  await fill(bo, { 'name.sv': name, contact_email: addressOf(name) })
  await tick(bo, 'sector', sector)
  await bo.locator('[name="kind"]').selectOption(kind)
  await press(bo, sv('network.form.save'))
  await bo.waitForURL((url) => !url.pathname.endsWith('/new'))
}

/** Asks everybody for the theme of a forum, from today on. Answers with the desk of the call. */
async function announce(forum: string): Promise<string> {
  await bo.goto('/sv/office/series/dialogforum')
  await follow(bo, sv('theme-calls.office.link'))
  await isGood(bo)
  await follow(bo, sv('theme-calls.office.new'))
  const today = localDate(systemClock())
  await fill(bo, { first_day: today, last_day: localDate(plus(systemClock(), { days: 21 })) })
  await bo.locator('[name="event"]').selectOption(forum.split('/').at(-1) ?? '')
  await isGood(bo)
  await press(bo, sv('theme-calls.edit.save'))
  await sees(bo, sv('theme-calls.state.open'))
  await isGood(bo)
  return bo.url()
}

/** From the page of the series to the call that is open. */
async function openCall({ page, t }: Guest): Promise<void> {
  await page.goto(`/${t.language}/series/dialogforum`)
  await isGood(page)
  await follow(page, t('theme-calls.part.go-open'))
  await sees(page, t('theme-calls.state.open'))
  await isGood(page)
}

/** What everybody who takes part says, and the mail in which they say that it was them. */
async function takePart({ page, t, address }: Guest, kind: 'proposed' | 'seconded'): Promise<void> {
  await fill(page, { email: address })
  await tick(page, 'capacity', 'resident')
  await tick(page, 'wants_news', 'yes')
  await isGood(page)
  await press(page, t(`theme-calls.${kind === 'proposed' ? 'propose' : 'second'}.button`))
  await sees(page, t('theme-calls.asked.title'))
  await isGood(page)
  equal((await page.context().cookies()).length, 0, 'taking part needs no cookie')
  const link = (await platform.letters.next(address)).link('/theme-wishes/')
  equal(languageOf(link), t.language)
  await page.goto(link)
  await isGood(page)
  await press(page, t(`theme-calls.wish.${kind}-button`))
  await sees(page, t(`theme-calls.wish.${kind}-confirmed`))
  await isGood(page)
}

async function propose(guest: Guest, theme: string): Promise<void> {
  const { page, t } = guest
  await openCall(guest)
  await follow(page, t('theme-calls.propose.link'))
  await fill(page, { title: theme, who: 'Byalaget' })
  await press(page, t('theme-calls.propose.button'))
  // What is missing is said on the same page, and nothing that was written is lost.
  await sees(page, t('theme-calls.mistake.why'))
  equal(await page.locator('[name="title"]').inputValue(), theme)
  await isGood(page)
  await fill(page, { why: 'Text.' })
  await takePart(guest, 'proposed')
}

/** The coordinator finds the proposal on her desk, and shows it to everybody. */
async function show(theme: string): Promise<void> {
  await bo.goto('/sv/office')
  await follow(bo, sv('theme-calls.desk-item.to-read', { proposals: 1, series }))
  await isGood(bo)
  await follow(bo, theme)
  await isGood(bo)
  await press(bo, sv('theme-calls.judge.show'))
  await sees(bo, sv('theme-calls.office.done.judged'))
}

async function second(guest: Guest, theme: string): Promise<void> {
  await openCall(guest)
  await follow(guest.page, `${guest.t('theme-calls.second.link')} ${theme}`)
  await takePart(guest, 'seconded')
}

/** The call is over; the coordinator finds it on her desk, and makes the proposal the theme. */
async function set(theme: string): Promise<void> {
  await bo.goto('/sv/office')
  await follow(bo, sv('theme-calls.desk-item.to-set', { series }))
  await follow(bo, sv('theme-calls.office.set'))
  await bo.getByRole('radio', { name: sv('theme-calls.set.option', { title: theme, people: 2 }) }).check()
  await isGood(bo)
  await press(bo, sv('theme-calls.set.button'))
  await sees(bo, sv('theme-calls.office.done.set'))
  await isGood(bo)
  await bo.goto('/sv/office')
  equal(await bo.getByText(sv('theme-calls.desk-item.to-set', { series })).count(), 0)
}

/** The mail says the theme, and leads to where it came from; the forum's page says it too. */
async function learn({ page, t, address }: Guest, theme: string, forum: string): Promise<void> {
  const letter = await platform.letters.next(address)
  ok(letter.subject.endsWith(theme), letter.subject)
  await page.goto(letter.link('/themes/'))
  await sees(page, t('theme-calls.took-part', { people: 2 }))
  await page.getByRole('heading', { level: 2, name: theme }).waitFor()
  await isGood(page)
  await page.goto(`/${t.language}${pathOf(platform.file, forum)}`)
  await sees(page, t('theme-calls.part.from', { title: theme }))
  await isGood(page)
}

/** One press puts all who are missing on the list, and another sends what they are asked. */
async function inviteWhoIsMissing(forum: string): Promise<void> {
  await bo.goto(forum)
  await follow(bo, sv('invitations.missing.link'))
  await isGood(bo)
  await press(bo, sv('invitations.missing.button'))
  await sees(bo, sv('invitations.done.added', { added: 3, known: 0 }))
  await isGood(bo)
  await follow(bo, sv('invitations.list.send', { people: 3 }))
  await press(bo, sv('invitations.send.invitation-button', { people: 3 }))
  await sees(bo, sv('invitations.done.invitation'))
  for (const name of ['Byalaget', 'Nämnden', 'Kontoret']) {
    const letter = await platform.letters.next(addressOf(name))
    match(letter.subject, new RegExp(forumTitle.sv.replace('?', '\\?')))
  }
  await bo.goto(`${forum}/invitations/missing`)
  await sees(bo, sv('invitations.missing.waited', { count: 3 }))
  await isGood(bo)
}

/** One press makes the workshop; publishing it is a step of its own. */
async function planWorkshop(forum: string): Promise<string> {
  await bo.goto(forum)
  await follow(bo, sv('chains.workshop.link'))
  await isGood(bo)
  await press(bo, sv('chains.workshop.button'))
  await follow(bo, sv('programme.edit.publish'))
  await press(bo, sv('programme.edit.publish'))
  await bo.getByRole('link', { name: sv('programme.edit.door') }).waitFor()
  return bo.url()
}

/** On the page of each of the two a line leads to the other. */
async function followChain({ page, t }: Guest, forum: string, workshop: string): Promise<void> {
  const [at, next] = [forum, workshop].map((desk) => `/${t.language}${pathOf(platform.file, desk)}`)
  const title = forumTitle[t.language]
  await page.goto(at ?? '')
  await sees(page, t('chains.title'))
  const link = (name: string) => page.locator('#chain').getByRole('link', { name, exact: true })
  await link(t('chains.workshop.draft-title', { title })).click()
  await page.waitForURL(`**${next}`)
  await isGood(page)
  await link(title).click()
  await page.waitForURL(`**${at}`)
}

for (const [language, script, weeks] of [
  ['sv', true, 6],
  ['en', false, 7],
  ['es', true, 8],
] as const) {
  const how = script ? '' : ', without script'
  test(`in ${language}${how} a theme goes from somebody's phone to a forum, and the forum to its workshop`, async () => {
    const t = wordsFor(language)
    const theme = { sv: 'Bussar om natten', en: 'Buses at night', es: 'Autobuses de noche' }[language]
    const looks = { language, script, width: phone, colour: language === 'es' ? 'dark' : 'light' } as const
    const aGuest = async (name: string): Promise<Guest> => ({
      ...{ page: await browsers.visitor(looks), t, name, link: '' },
      address: `${name}-${language}@example.org`,
    })
    const [rut, per] = [await aGuest('rut'), await aGuest('per')]
    const forum = await publishEvent(
      bo,
      timesFor(plus(systemClock(), { days: 7 * weeks })),
      30,
      'dialogforum',
    )
    const call = await announce(forum)
    await propose(rut, theme)
    await show(theme)
    equal(
      (await platform.letters.next(rut.address)).subject,
      t('theme-calls.mail.shown.subject', { title: theme }),
    )
    await second(per, theme)
    letTheThemeCallClose(platform.file, call)
    await set(theme)
    for (const guest of [rut, per]) await learn(guest, theme, forum)
    await inviteWhoIsMissing(forum)
    await followChain(rut, forum, await planWorkshop(forum))
    deepEqual(browsers.complaints, [])
  })
}
