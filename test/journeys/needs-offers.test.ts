import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { datePlus, localDate, systemClock } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { type Browsers, openBrowsers } from './browsers.ts'
import { signInToSample } from './coordinator.ts'
import { inDatabase } from './in-database.ts'
import type { Letter } from './letter-box.ts'
import { isGood } from './look.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

const today = localDate(systemClock())

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

const looks = [
  { language: 'sv', script: true, colour: 'light' },
  { language: 'en', script: true, colour: 'dark' },
  { language: 'es', script: false, colour: 'light' },
] as const

/** An organisation in the directory with an address of its own, as its mails know it. */
interface Party {
  name: string
  email: string
  page: Page
}

async function aParty(word: string, look: (typeof looks)[number]): Promise<Party> {
  const email = `${word}-${look.language}@example.org`
  const name = inDatabase(platform.file, (database) => {
    const free = database.prepare(`select id, name from organisation
      where merged_into is null and ended_on is null and contact_email not like '%-__@example.org'
      and id not in (select organisation_id from need_offer) order by id limit 1`)
    const { id, name } = free.get() ?? {}
    database.prepare('update organisation set contact_email = ? where id = ?').run(email, String(id))
    const texts = JSON.parse(String(name)) as Partial<Record<Language, string>>
    return texts[look.language] ?? texts.sv ?? ''
  })
  return { name, email, page: await browsers.visitor({ ...look, width: 360 }) }
}

interface Entry {
  side: 'need' | 'offer'
  kind: string
  words: string
  place: string
}

async function write(page: Page, t: Words, { side, kind, words, place }: Entry): Promise<void> {
  await tick(page, 'side', side)
  await tick(page, 'kind', kind)
  await fill(page, { [`words.${t.language}`]: words, place, until: datePlus(today, 90), ask_for: 'Nina' })
  await press(page, t('needs-offers.form.button'))
}

/** The office writes down what an organisation says, and the organisation is mailed a way in of its own. */
async function writtenFor(office: Page, t: Words, party: Party, entry: Entry): Promise<Letter> {
  await office.goto(`/${t.language}/office/needs-offers`)
  await follow(office, t('needs-offers.office.write'))
  await fill(office, { organisation: party.name })
  await write(office, t, entry)
  await sees(office, entry.words)
  const letter = await platform.letters.next(party.email)
  equal(letter.subject, t('needs-offers.mail.subject-written'))
  return letter
}

/** From the own page to a suggestion, with the rule that made it in sentences. */
async function readsWhy(page: Page, t: Words, words: string, place: string): Promise<void> {
  await follow(page, words)
  await sees(page, t('needs-offers.reason.place', { place }))
  await sees(page, t('needs-offers.reason.kind', { kind: t('needs-offers.kind.time') }))
  await isGood(page)
}

async function says(page: Page, t: Words, said: 'yes' | 'no', standing: 'waits' | 'declined') {
  await press(page, t(`needs-offers.suggestion.${said}`))
  await sees(page, t(`needs-offers.suggestion.you-${standing}`))
}

/** Both are told how the other is reached, each in one mail of their own. */
async function met(t: Words, one: Party, other: Party): Promise<void> {
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    const letter = await platform.letters.next(mine.email)
    equal(letter.subject, t('needs-offers.mail.subject-introduced', { organisation: theirs.name }))
    ok(letter.text.includes(theirs.email) && letter.text.includes('Nina'))
    await mine.page.goto(letter.link('/suggestions/'))
    await sees(mine.page, theirs.email)
  }
}

for (const look of looks) {
  const { language } = look
  const how = look.script ? '' : ', without script'
  test(`in ${language}${how} a need and an offer are suggested to each other, and meet once both said yes`, async () => {
    const t = wordsFor(language)
    const place = `Husie ${language}`
    const office = await browsers.visitor(look)
    await signInToSample(office, 'city', language)
    await office.goto(`/${language}/office/needs-offers`)
    await isGood(office)
    const [lacks, gives] = [await aParty('lacks', look), await aParty('gives', look)]
    const refuses = await aParty('refuses', look)
    const need = { side: 'need', kind: 'time', words: `Läxhjälp på torsdagar ${language}`, place } as const
    const offer = { side: 'offer', kind: 'time', words: `Vi hjälper med läxor ${language}`, place } as const
    const other = { ...offer, words: `Tid på torsdagar ${language}` } as const

    // One comes by the link in its mail, and what it is written for is there; the other writes by its link itself.
    await lacks.page.goto((await writtenFor(office, t, lacks, need)).link('/needs/by-link/'))
    await sees(lacks.page, t('needs-offers.own.none-suggested'))
    const before = { ...need, kind: 'contacts', words: `Kontakter ${language}`, place: `Oxie ${language}` }
    await gives.page.goto((await writtenFor(office, t, gives, before)).link('/needs/by-link/'))
    await follow(gives.page, t('needs-offers.list.new-offer'))
    await isGood(gives.page)
    await write(gives.page, t, offer)
    await sees(gives.page, need.words)
    await isGood(gives.page)
    await writtenFor(office, t, refuses, other)

    for (const { email, page } of [lacks, gives, refuses]) {
      const letter = await platform.letters.next(email)
      equal(letter.subject, t('needs-offers.mail.subject-suggested', { count: 1 }))
      ok(!letter.text.includes('Nina'), 'whom to ask for is not told before the yes')
      await page.goto(letter.link('/needs/by-link/'))
    }
    await readsWhy(lacks.page, t, other.words, place)
    await says(lacks.page, t, 'yes', 'waits')
    await readsWhy(refuses.page, t, need.words, place)
    await says(refuses.page, t, 'no', 'declined')
    await isGood(refuses.page)
    await lacks.page.reload()
    await sees(lacks.page, t('needs-offers.suggestion.you-waits'))
    await follow(lacks.page, t('needs-offers.own.title'))

    await readsWhy(lacks.page, t, offer.words, place)
    await says(lacks.page, t, 'yes', 'waits')
    await readsWhy(gives.page, t, need.words, place)
    const mails = [lacks, gives, refuses].map(({ email }) => platform.letters.count(email))
    deepEqual(mails, [2, 2, 2], 'what was written and what is suggested; no answer was sent to anybody')
    await press(gives.page, t('needs-offers.suggestion.yes'))
    await sees(gives.page, lacks.email)
    await met(t, lacks, gives)

    await tick(lacks.page, 'kind', 'happened')
    await fill(lacks.page, { words: `Första torsdagen kom nio (${language})` })
    await press(lacks.page, t('needs-offers.suggestion.tell-button'))
    await gives.page.reload()
    await sees(gives.page, 'kom nio')
    await sees(gives.page, t('needs-offers.step.happened'))
    await isGood(gives.page)
    equal(platform.letters.count(refuses.email), 2, 'a no is never told, nor what became of others')

    await gives.page.goto(`/${language}/network/needs?q=Husie`)
    await isGood(gives.page)
    await follow(gives.page, need.words)
    await isGood(gives.page)
    await follow(gives.page, t('needs-offers.how.title'))
    await sees(gives.page, t('needs-offers.how.both-yes'))
    await isGood(gives.page)
    equal((await gives.page.context().cookies()).length, 0, 'answering needs no cookie')
    deepEqual(browsers.complaints, [])
  })
}
