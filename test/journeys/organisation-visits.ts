import type { Page } from 'playwright-core'
import type { Words } from '#platform/words.ts'
import type { LetterBox } from './letter-box.ts'
import { fill, press } from './visitor.ts'

/** Asks for a link by mail, and comes in by it. */
export async function comeInByMail(page: Page, t: Words, letters: LetterBox, email: string): Promise<void> {
  await page.goto(`/${t.language}/sign-in`)
  await fill(page, { email })
  await press(page, t('people.sign-in.send'))
  await page.waitForURL('**/sign-in/sent')
  await page.goto((await letters.next(email)).link('/sign-in/with/'))
  await press(page, t('people.open.button'))
  await page.waitForURL((url) => !url.pathname.includes('/sign-in/'))
}
