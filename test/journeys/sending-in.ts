import { equal } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { plus, systemClock } from '#platform/time.ts'
import type { LetterBox } from './letter-box.ts'
import { isGood } from './look.ts'
import { press, sees } from './visitor.ts'

/** How three languages are gone through: with script, in dark colours, and without script. */
export const looks = [
  { language: 'sv', script: true, colour: 'light' },
  { language: 'en', script: true, colour: 'dark' },
  { language: 'es', script: false, colour: 'light' },
] as const

/** What is sent in without an account, as its page names it. */
interface Sending {
  address: string
  letters: LetterBox
  /** The words on the button, on the page that answers, and on the button behind the mailed link. */
  button: string
  sent: string
  confirm: string
  /** What the path of the own page begins with. */
  link: string
}

/**
 * From a filled form over its mail to the confirmed address, without an account and without a cookie. Answers with the
 * own page's address.
 */
export async function sendIn(page: Page, sending: Sending): Promise<string> {
  await isGood(page)
  await letAWhilePass(page)
  await press(page, sending.button)
  await sees(page, sending.sent)
  await isGood(page)
  const own = (await sending.letters.next(sending.address)).link(sending.link)
  await page.goto(own)
  await isGood(page)
  await press(page, sending.confirm)
  await page.getByRole('button', { name: sending.confirm }).waitFor({ state: 'detached' })
  await isGood(page)
  equal((await page.context().cookies()).length, 0, 'what is sent in needs no cookie')
  return own
}

/** People take a while to write; a form that comes at once is a program's. No journey waits for that. */
const letAWhilePass = (page: Page): Promise<unknown> =>
  page.evaluate(
    `document.querySelector('input[name="opened"]').value = '${plus(systemClock(), { minutes: -1 })}'`,
  )
