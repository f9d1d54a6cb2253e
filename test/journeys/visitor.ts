import { equal, match } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { timeSpan } from '#platform/dates.ts'
import { isLanguage } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import type { Capacity } from '#programme/tables.ts'
import type { LetterBox } from './letter-box.ts'
import { noTroubles } from './look.ts'

/** Somebody who visits, and the words that her pages are written in. */
export interface Guest {
  page: Page
  t: Words
  name: string
  address: string
  /** Her own page, as her latest mail gives it. */
  link: string
}

/** Presses the button with these words, wherever it leads. */
export const press = (page: Page, words: string): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: words }).first().click()

/** Follows the link with these words in the page's own part. */
export const follow = (page: Page, words: string): Promise<void> =>
  page.getByRole('main').getByRole('link', { name: words }).first().click()

/** Waits until the page says this. */
export const sees = (page: Page, words: string): Promise<void> =>
  page.getByRole('main').getByText(words).first().waitFor()

const workMsMax = 120_000

/**
 * Waits for what the program computes apart while its page loads itself again. That is a fixed amount of work:
 * five seconds where nothing else runs, and many times that where other tests want the same processor.
 */
export const seesInTheEnd = (page: Page, words: string): Promise<void> =>
  page.getByRole('main').getByText(words).first().waitFor({ timeout: workMsMax })

/** Writes into fields, by their names. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]:visible`).fill(text)
}

export const tick = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()

/** From the site's address to the event, by what stands on the pages: her browser says which language she reads. */
export async function findEvent({ page, t }: Guest, title: string): Promise<void> {
  await page.goto('/')
  equal(await page.locator('html').getAttribute('lang'), t.language)
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('site.calendar'), exact: true })
    .click()
  await follow(page, title)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  match(page.url(), new RegExp(`/${t.language}/events/`))
}

/** What she says about herself, and her place in the queue if she has to wait. */
interface About {
  capacity?: Capacity
  organisation?: string
  place?: number
  /** The form still has seats for others, though none for her. */
  othersHaveSeats?: boolean
}

/**
 * From the event's page over the answer and the mail to the confirmed address. A seat is held meanwhile, and the
 * answer says until when.
 */
export async function signUp(
  guest: Guest,
  letters: LetterBox,
  place: 'seat' | 'waiting',
  about: About = {},
): Promise<void> {
  const { page, t, address } = guest
  const kind = about.othersHaveSeats ? 'seat' : place
  await follow(page, t(`programme.event.way.${kind === 'seat' ? 'sign-up' : 'join-waiting-list'}`))
  await fillIn(guest, about)
  await noTroubles(page)
  await press(page, t(`sign-up.form.send-${kind}`))
  const { searchParams } = new URL(page.url())
  equal(searchParams.get(place === 'seat' ? 'seats' : 'waiting'), '1')
  const time = timeSpan(t.language, searchParams.get('until') ?? '2026-01-01T00:00:00.000Z')
  await sees(page, t(`sign-up.done.lead-${place}`, { seats: 1, time }))
  await noTroubles(page)
  equal((await page.context().cookies()).length, 0, 'signing up needs no cookie')

  const letter = await letters.next(address)
  equal(letter.entry, undefined, 'nothing stands in a calendar before the address is confirmed')
  guest.link = letter.link('/sign-ups/')
  await page.goto(guest.link)
  await noTroubles(page)
  await press(page, t(`manage.question.${place === 'seat' ? 'confirm' : 'confirm-waiting'}`))
  await sees(page, place === 'seat' ? t('manage.seat') : t('manage.waiting', { place: about.place ?? 1 }))
  await noTroubles(page)
}

async function fillIn({ page, name, address }: Guest, { capacity, organisation }: About): Promise<void> {
  await page.locator('[name="name"]').fill(name)
  await fill(page, { email: address })
  await tick(page, 'capacity', capacity ?? 'resident')
  if (organisation) await fill(page, { organisation })
}

/** The address of her own page, as the mail gives it, is in her language. */
export function languageOf(address: string): string {
  const [, first] = new URL(address).pathname.split('/')
  return isLanguage(first) ? first : ''
}
