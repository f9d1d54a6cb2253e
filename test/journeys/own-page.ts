import { deepEqual, equal, ok } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Instant } from '#platform/time.ts'
import { type Entry, entryOf, type Letter, type LetterBox } from './letter-box.ts'
import { fill, follow, type Guest, languageOf, press, sees, signUp } from './visitor.ts'
import { agreed, promised, recommended, said } from './writing-up.ts'

interface Facts {
  title: string
  startsAt: Instant
  endsAt: Instant
}

/** What the mail of a sign-up is good for: the calendar entry, and a page on which to change and to cancel. */
export async function changeCancelAndReturn(guest: Guest, letters: LetterBox, facts: Facts): Promise<void> {
  const { page, t } = guest
  const first = await letters.next(guest.address)
  equal(first.subject, t('sign-up.mail.signed-up.subject-seat', { title: facts.title }))
  const entry = entryIn(first)
  deepEqual([entry.method, entry.status, entry.zone], ['REQUEST', 'CONFIRMED', 'Europe/Stockholm'])
  deepEqual([entry.begins.toISOString(), entry.ends.toISOString()], [facts.startsAt, facts.endsAt])
  deepEqual([entry.title, entry.attendee], [facts.title, guest.name])

  guest.link = first.link('/sign-ups/')
  equal(languageOf(guest.link), t.language)
  await page.goto(guest.link)
  await sees(page, t('manage.seat'))
  await offersTheSame(page, t('sign-up.done.calendar-file'), entry)
  const name = `${guest.name} Svensson`
  await fill(page, { name })
  await press(page, t('manage.save'))
  await page.goto(guest.link)
  equal(await page.locator('[name="name"]').inputValue(), name)

  await cancel(guest)
  const cancelled = entryIn(await letters.next(guest.address))
  deepEqual([cancelled.method, cancelled.status, cancelled.uid], ['CANCEL', 'CANCELLED', entry.uid])
  ok(cancelled.sequence > entry.sequence)

  await follow(page, t('manage.to-event'))
  await signUp(guest, letters, 'seat')
  const last = await letters.next(guest.address)
  const again = entryIn(last)
  deepEqual([again.method, again.uid, again.begins], ['REQUEST', entry.uid, entry.begins])
  ok(again.sequence > cancelled.sequence)
  guest.link = last.link('/sign-ups/')
}

/** Opening the pages changes nothing; the button on the second one does. */
export async function cancel({ page, t, link }: Guest): Promise<void> {
  await page.goto(link)
  await follow(page, t('manage.cannot-come-seat'))
  await sees(page, t('manage.cancel-lead-seat'))
  await page.goto(link)
  await sees(page, t('manage.seat'))
  await follow(page, t('manage.cannot-come-seat'))
  await press(page, t('manage.cannot-come-seat'))
  await sees(page, t('manage.ended.given-back'))
}

function entryIn(letter: Letter): Entry {
  if (!letter.entry) throw new Error(`no calendar entry in '${letter.subject}'`)
  return letter.entry
}

/** The file that the site offers to everybody is about the same entry as the one in the mail. */
async function offersTheSame(page: Page, words: string, { uid, begins, ends, title }: Entry): Promise<void> {
  const address = await page.getByRole('link', { name: words }).getAttribute('href')
  const file = entryOf(await (await page.request.get(address ?? '')).text())
  deepEqual([file.uid, file.begins, file.ends, file.title], [uid, begins, ends, title])
  equal(file.method, 'PUBLISH')
}

/** From her own page to the event's, and on along the red thread to the goal, what it serves, and back. */
export async function followThread({ page, t, link }: Guest, title: string): Promise<void> {
  const { language } = t
  await page.goto(link)
  await follow(page, t('manage.to-event'))
  for (const text of [said, agreed, recommended]) await sees(page, text[language])
  const event = page.url()

  await threadLink(page, recommended[language]).click()
  await page.waitForURL(`**/${language}/recommendations/1`)
  await threadLink(page, promised[language]).click()
  await page.waitForURL(`**/${language}/plan/commitments/1`)
  await page.locator('.thread a[href$="/plan/goals/1"]').click()
  await page.getByRole('heading', { name: t('plan.goal.sdgs') }).waitFor()
  await sees(page, promised[language])
  await follow(page, t('thread.follow'))
  await threadLink(page, title).click()
  await page.waitForURL(event)
}

const threadLink = (page: Page, words: string) =>
  page.locator('.thread').getByRole('link', { name: words }).first()
