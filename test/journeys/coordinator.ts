import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Instant, localDate, localTime, plus, systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { LetterBox } from './letter-box.ts'
import { fill, follow, press, sees, tick } from './visitor.ts'

// The city's coordinator reads Swedish.
const t = wordsFor('sv')

export const title = {
  sv: 'Hur hörs unga i staden?',
  en: 'How are young people heard?',
  es: '¿Cómo se escucha a los jóvenes?',
}

/** The printed address, and who coordinates for each party. The city's is signed in there and then. Returns the address. */
export async function begin(page: Page, said: string): Promise<string> {
  const [address] = /http\S+\/start\/\w+/.exec(said) ?? []
  if (!address) throw new Error(`no one-time address in: ${said}`)
  await page.goto(address)
  await fill(page, { 'city.name': 'Bo', 'city.email': 'bo@example.org' })
  await fill(page, { 'civil-society.name': 'Amina', 'civil-society.email': 'amina@example.org' })
  await press(page, t('people.start.button'))
  await page.waitForURL('**/sv/office')
  return address
}

/** Asks for a link by mail, and comes in by it. */
export async function signInByMail(page: Page, letters: LetterBox, email: string): Promise<void> {
  await page.goto('/sv/sign-in')
  await fill(page, { email })
  await press(page, t('people.sign-in.send'))
  await page.goto((await letters.next(email)).link('/sign-in/with/'))
  await press(page, t('people.open.button'))
  await page.waitForURL('**/sv/office**')
}

/** In the sample year anybody may try what a coordinator does. */
export async function signInToSample(page: Page, party: string, language: Language): Promise<void> {
  await page.goto(`/${language}/sign-in/sample/${party}`)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(`**/${language}/office**`)
}

/** A real installation starts with goals that nobody has adopted yet: one party asks, and the other says yes. */
export async function adoptGoal(page: Page, other: Page, number: number): Promise<void> {
  await page.goto('/sv/office/goals')
  await follow(page, t('plan.goal.adopt', { number }))
  await press(page, t('goals.adopt.ask'))
  await sees(page, t('people.joint.nothing-to-do'))
  await other.goto(`/sv/office/goals/${number}/adopt`)
  await tick(other, 'answer', 'yes')
  await press(other, t('people.joint.button'))
  await sees(other, t('plan.goal.stays', { number }))
}

export interface Times {
  startsAt: Instant
  endsAt: Instant
}

/** Tomorrow, at a time whose hour does not run past midnight, and near enough for the door to be open already. */
export function timesFor(now: Instant): Times {
  const minute = `${now.slice(0, 16)}:00.000Z`
  const hours = [20, 21, 22].find(
    (one) => localDate(plus(minute, { hours: one })) === localDate(plus(minute, { hours: one + 1 })),
  )
  const startsAt = plus(minute, { hours: hours ?? 20 })
  return { startsAt, endsAt: plus(startsAt, { hours: 1 }) }
}

/** Drafts an event in three languages and publishes it. Returns its desk's address. */
export async function publishEvent(
  page: Page,
  { startsAt, endsAt }: Times,
  seats: number,
  series?: string,
): Promise<string> {
  await page.goto('/sv/office/events')
  await follow(page, t('programme.edit.new'))
  await page.locator('[name="series"]').selectOption(series ?? { index: 1 })
  await fill(page, { 'title.sv': title.sv, 'title.en': title.en, 'title.es': title.es })
  await fill(page, {
    'lead.sv': 'Ett samtal vid runda bord.',
    'lead.en': 'A conversation at round tables.',
    'lead.es': 'Una conversación en mesas redondas.',
  })
  await fill(page, { date: localDate(startsAt), starts: localTime(startsAt), ends: localTime(endsAt) })
  await fill(page, { place_name: 'Garaget', address: 'Lönngatan 30', capacity: String(seats) })
  await press(page, t('programme.edit.save-draft'))
  await follow(page, t('programme.edit.publish'))
  await press(page, t('programme.edit.publish'))
  await page.getByRole('link', { name: t('programme.edit.door') }).waitFor()
  return page.url()
}

/** Finds somebody among those who come, and lets her in. */
export async function checkIn(page: Page, desk: string, name: string): Promise<void> {
  await page.goto(desk)
  await follow(page, t('programme.edit.door'))
  await fill(page, { q: name })
  await press(page, t('door.search-button'))
  await page.getByRole('button', { name: `${t('door.check-in')} ${name}` }).click()
  await page.getByRole('button', { name: `${t('door.undo')} ${name}` }).waitFor()
}

/**
 * Moves the event to two hours ago, in the database itself: notes are sent when an event is over, and no journey
 * waits a day for that.
 */
export function letItEnd(file: string, desk: string): void {
  const begun = plus(systemClock(), { hours: -2 })
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  const change = 'update event set starts_at = ?, sign_up_closes_at = ?, ends_at = ? where id = ?'
  database.prepare(change).run(begun, begun, plus(begun, { hours: 1 }), desk.split('/').at(-1) ?? '')
  database.close()
}

/** Moves what was sent for corrections to eight days ago, so that the week for them has passed. */
export function letAWeekPass(file: string, desk: string): void {
  const [sent, until] = [plus(systemClock(), { days: -8 }), plus(systemClock(), { days: -1 })]
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  const change = 'update note set created_at = ?, sent_at = ?, corrections_until = ? where event_id = ?'
  database.prepare(change).run(sent, sent, until, desk.split('/').at(-1) ?? '')
  database.close()
}
