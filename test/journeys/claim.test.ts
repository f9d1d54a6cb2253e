import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import { isGood } from './look.ts'
import { comeInByMail } from './organisation-visits.ts'
import { looks, sendIn } from './sending-in.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

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

interface Entry {
  slug: string
  name: string
  contact: string
  domain: string
}

/** Two invented associations that nobody looks after yet, other ones in each language. */
const nobodys = (language: Language): Entry[] =>
  inDatabase(platform.file, (database) => {
    const free = `select slug, name ->> 'sv' as name, contact_email as contact from organisation
      where sector = 'civil-society' and contact_email like 'info@%.example.org' and merged_into is null
      and ended_on is null and id not in (select organisation_id from organisation_post)
      and id not in (select organisation_id from organisation_claim)
      order by slug limit 2 offset ${2 * looks.findIndex((one) => one.language === language)}`
    return database.prepare(free).all() as unknown as Entry[]
  }).map((entry) => ({ ...entry, domain: entry.contact.split('@')[1] ?? '' }))

/** From the organisation's own page to the confirmed address. */
async function claim(page: Page, t: Words, { slug }: Entry, address: string): Promise<void> {
  await page.goto(`/${t.language}/network/organisations/${slug}`)
  await isGood(page)
  await follow(page, t('organisations.claim.link'))
  await page.waitForURL('**/claim')
  await fill(page, { name: 'Noor Nordin', email: address, why: 'Jag sitter i styrelsen.' })
  await page.locator('[name="kind"]').selectOption('contact')
  const words = { sent: t('organisations.sent.title-guest'), confirm: t('organisations.own-claim.confirm') }
  const where = { address, letters: platform.letters, link: '/network/claims/' }
  await sendIn(page, { ...where, ...words, button: t('organisations.claim.button') })
}

/** The address is on the organisation's own domain: at once. Its contact is told that somebody asked. */
async function claimByDomain(page: Page, t: Words, entry: Entry): Promise<string> {
  const address = `styrelsen@${entry.domain}`
  await claim(page, t, entry, address)
  await sees(page, t('organisations.own-claim.lead-accepted'))
  const told = await platform.letters.next(entry.contact)
  match(told.text, new RegExp(entry.name))
  ok(!told.text.includes(address), 'who asked is not said')
  const letter = await platform.letters.next(address)
  equal(letter.subject, t('organisations.mail.claim.subject-accept'))
  await comeInByMail(page, t, platform.letters, address)
  return letter.link('/edit')
}

/** A stranger gets nothing while it waits, and nothing after the no; somebody else gets it by the office's yes. */
async function decided(office: Page, t: Words, entry: Entry, answer: { key: string; reason?: string }) {
  await office.goto(`/${t.language}/office/network/queue`)
  await follow(office, entry.name)
  await sees(office, 'Jag sitter i styrelsen.')
  await isGood(office)
  if (answer.reason) {
    await press(office, t(`organisations.office.${answer.key}`))
    await sees(office, t('organisations.refusal.reason-missing'))
    await fill(office, { reason: answer.reason })
  }
  await press(office, t(`organisations.office.${answer.key}`))
  await office.waitForURL('**/office/network/queue')
  await isGood(office)
}

/** Two have the form open. Whoever saves second sees what the first wrote beside their own words, and loses none. */
async function editAtOnce(first: Page, second: Page, t: Words, edit: string): Promise<void> {
  const words = `about.${t.language}`
  await first.goto(edit)
  await second.goto(edit)
  await isGood(second)
  await fill(first, { [words]: 'Vi lagar cyklar varje torsdag.' })
  await tick(first, 'areas', 'west')
  await press(first, t('network.form.save'))
  await sees(first, 'Vi lagar cyklar varje torsdag.')
  await fill(second, { [words]: 'Vi lagar cyklar, och lär ut hur.', place: 'Gamla staden' })
  await press(second, t('network.form.save'))
  await sees(second, t('network.refusal.changed-meanwhile'))
  const both = second.getByRole('table', { name: t('organisations.both.caption') })
  match((await both.textContent()) ?? '', /varje torsdag.*och lär ut hur/s)
  ok((await both.textContent())?.includes(t('organisations.area.west')), 'a tick counts as a word')
  equal(await second.locator(`[name="${words}"]`).inputValue(), 'Vi lagar cyklar, och lär ut hur.')
  await isGood(second)
  await fill(second, { [words]: 'Vi lagar cyklar varje torsdag, och lär ut hur.' })
  await tick(second, 'areas', 'west')
  await press(second, t('network.form.save'))
  await sees(second, 'varje torsdag, och lär ut hur')
  await sees(second, t('organisations.area.west'))
  await isGood(second)
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} a page that nobody runs is claimed by its own domain and by the office; a stranger gets nothing`, async () => {
    const t = wordsFor(language)
    const [own, other] = nobodys(language)
    ok(own && other)
    const guest = await browsers.visitor({ ...look, width: 360 })
    const office = await browsers.visitor(look)
    await signInToSample(office, 'city', language)
    const edit = await claimByDomain(guest, t, own)
    await editAtOnce(guest, office, t, edit)

    const stranger = await browsers.visitor({ ...look, width: 320 })
    const address = `stranger-${language}@example.net`
    await claim(stranger, t, other, address)
    await sees(stranger, t('organisations.own-claim.lead-waiting'))
    await comeInNowhere(stranger, t, other)
    await decided(office, t, other, { key: 'turn-down', reason: 'Föreningen känner inte till dig.' })
    match((await platform.letters.next(address)).text, /känner inte till dig/)
    await comeInNowhere(stranger, t, other)

    const chair = await browsers.visitor({ ...look, width: 320 })
    const theirs = `chair-${language}@example.net`
    await claim(chair, t, other, theirs)
    await decided(office, t, other, { key: 'accept' })
    const letter = await platform.letters.next(theirs)
    await comeInByMail(chair, t, platform.letters, theirs)
    await chair.goto(letter.link('/edit'))
    await chair.locator(`[name="about.${language}"]`).first().waitFor({ state: 'attached' })
    await isGood(chair)
    await chair.goto(`/${language}/network/organisations/${other.slug}/people`)
    await sees(chair, theirs)
    await isGood(chair)
    deepEqual(browsers.complaints, [])
  })
}

/** No account came of asking, and the page still says that nobody acts for it. */
async function comeInNowhere(page: Page, t: Words, { slug }: Entry): Promise<void> {
  const answer = await page.goto(`/${t.language}/network/organisations/${slug}/edit`)
  ok(answer?.status() === 404 || page.url().includes('/sign-in'), page.url())
  await page.goto(`/${t.language}/network/organisations/${slug}`)
  await sees(page, t('organisations.claim.nobody-yet'))
}
