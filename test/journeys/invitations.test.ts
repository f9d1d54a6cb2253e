import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { cookieOf } from './sample-pages.ts'
import { fill, press, sees } from './visitor.ts'

const guests = [
  { language: 'sv', name: 'Karin Ask', address: 'karin@example.org' },
  { language: 'en', name: 'Amal Noor', address: 'amal@example.org' },
  { language: 'es', name: 'Lucía Roa', address: 'lucia@example.org' },
] as const

test('whoever is invited comes in two clicks and types nothing, in each language and without script', async () => {
  const platform = await install({ sample: true })
  const browsers = await openBrowsers(platform.url)
  try {
    const desk = `/office/events/${eventByInvitation(platform.file)}/invitations`
    const office = await browsers.visitor({ script: false })
    await signIn(office, platform)
    for (const guest of guests) await invite(office, desk, guest)
    await office.goto(`/sv${desk}/send`)
    await fill(office, { words: 'Vi bjuder på soppa.' })
    await office.locator('main form button[type=submit]').click()
    await sees(office, wordsFor('sv')('invitations.done.invitation'))
    for (const guest of guests) {
      const page = await browsers.visitor({ language: guest.language, script: false, width: 360 })
      await comeInTwoClicks(page, platform, guest)
    }
    // More people come than are shown beside the other answers.
    await office.goto(`/sv${desk}?answer=coming`)
    for (const { name } of guests) await sees(office, name)
    deepEqual(browsers.complaints, [])
  } finally {
    await browsers.close()
    await platform.stop()
  }
})

interface Guest {
  language: Language
  name: string
  address: string
}

async function signIn(page: Page, platform: Installation): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(platform, 'city')).split('=')
  await page.context().addCookies([{ name, value, url: platform.url }])
}

async function invite(page: Page, desk: string, { name, address, language }: Guest): Promise<void> {
  await page.goto(`/sv${desk}/new`)
  await fill(page, { people: `${name}\t${address}` })
  await page.locator('select[name="capacity"]').selectOption('civil-society')
  await page.locator('select[name="language"]').selectOption(language)
  await press(page, wordsFor('sv')('invitations.invite.button'))
  await page.getByText(address).first().waitFor()
}

async function comeInTwoClicks(page: Page, { letters }: Installation, guest: Guest): Promise<void> {
  const t = wordsFor(guest.language)
  const letter = await letters.next(guest.address)
  ok(letter.text.indexOf('soppa') < letter.text.indexOf(t('programme.event.when')))
  // The first click: the link in the mail.
  await page.goto(letter.link('/invitations/'))
  equal(await page.locator('html').getAttribute('lang'), guest.language)
  equal(
    await page.locator('main input, main textarea, main select').count(),
    0,
    'there is nothing to fill in',
  )
  await sees(page, guest.name)
  // The second click: the button.
  await press(page, t('invitations.page.come'))
  await sees(page, t('invitations.page.coming'))
  const confirmation = await letters.next(guest.address)
  equal(confirmation.entry?.method, 'REQUEST', 'no address had to be confirmed first')
  // No is as easy, and can be changed.
  await press(page, t('invitations.page.decline'))
  await sees(page, t('invitations.page.declined'))
  await press(page, t('invitations.page.come'))
  await sees(page, t('invitations.page.coming'))
  match(page.url(), /\/invitations\/\w{40}$/)
  equal((await page.context().cookies()).length, 0)
}

function eventByInvitation(file: string): string {
  const database = new DatabaseSync(file)
  try {
    const row = database.prepare(`select event_id from event_audience where kind = 'invitation'`).get()
    return String(row?.['event_id'])
  } finally {
    database.close()
  }
}
