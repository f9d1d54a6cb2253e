import { equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'node-html-parser'
import { type Installation, install } from './bed.ts'

let platform: Installation
let signUpAddress = ''

before(async () => {
  platform = await install({ sample: true })
  const calendar = parse(await (await fetch(`${platform.url}/sv/calendar`)).text())
  for (const link of calendar.querySelectorAll('main a[href*="/events/"]')) {
    const address = `${platform.url}${link.getAttribute('href')}/sign-up`
    if (parse(await (await fetch(address)).text()).querySelector('[name="email"]')) signUpAddress = address
  }
  ok(signUpAddress, 'no event of the sample year is open')
})
after(() => platform.stop())

async function signUp(email: string): Promise<void> {
  const body = new URLSearchParams({ name: 'Karin', email, capacity: 'resident', language: 'sv' })
  equal((await fetch(signUpAddress, { method: 'POST', body })).status, 200)
}

test('a mail that the server turns away, over a restart, is tried again until it goes out, once', async () => {
  const { letters } = platform
  letters.shut()
  await signUp('amal@example.org')
  await wait(1500)
  await platform.killAndStartAgain()
  equal(letters.count('amal@example.org'), 0)
  letters.open()
  ok((await letters.next('amal@example.org')).link('/sign-ups/'))
  await wait(2500)
  equal(letters.count('amal@example.org'), 1)
})

test('a mail to an address in another alphabet arrives', async () => {
  await signUp('用户@exámple.es')
  ok((await platform.letters.next('用户@exámple.es')).link('/sign-ups/'))
})
